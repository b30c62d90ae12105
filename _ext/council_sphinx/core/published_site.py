"""Where and by whom the archive is published, as its settings tell: what views and exports alike are told."""

from __future__ import annotations

from council.exports.site import Site
from sphinx.builders import Builder

from council_sphinx.core.interface_strings import _

NOT_FOUND = "404"
"""The page that a server shows where there is none; nobody is told of it."""


def published_site(builder: Builder) -> Site:
    """Give the facts of the site that *builder* makes, without what the institution says of its publication."""
    config = builder.config
    base = str(config.html_baseurl)
    return Site(
        title=str(config.project),
        publisher=str(config.author),
        language=str(config.language),
        base_url=f"{base.rstrip('/')}/" if base else "",
        text_kind=str(_("Press release")),
        undated=str(_("n.d.")),
        medium=str(_("Online")),
        available=str(_("Available from:")),
        years_folder=str(config.archive_years),
        link_of=builder.get_target_uri,
    )


def makes_site(builder: Builder) -> bool:
    """Whether *builder* makes the pages of a site: those of an electronic book are HTML, too, and stand alone."""
    return builder.format == "html" and builder.name != "epub"


def is_published(builder: Builder, export: str) -> bool:
    """Whether the files of *export* stand beside the pages that *builder* makes."""
    return makes_site(builder) and export not in builder.config.archive_without
