"""What stands around the text of a page: the template ``framed-page.html``, and what it tells beside the theme's own.

The way from the home page, the pages about the archive, its licence, its contact and its feeds, and when what the page
shows was last added to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from council.exports.feeds import FORMATS
from council.exports.followed_pages import Feed
from council.model.partial_dates import PartialDate
from council.profile.institution import contact_address
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.published_site import makes_site
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.home_search import search_field
from council_sphinx.views.placeholder import View, views_on
from council_sphinx.web.breadcrumbs import trail_to
from council_sphinx.web.page_dates import newest_on
from council_sphinx.web.style_sheets import THEME

TEMPLATES = Path(__file__).parent / "templates"
ABOUT = ("indices/colophon", "indices/data", "indices/accessibility")
"""The pages about the archive that the footer leads to, as far as there are such; ``archive_about`` names others."""


@dataclass(frozen=True)
class LastUpdate:
    """When what a page shows was last added to; *views* are those on it."""

    views: tuple[View[Any], ...]

    def collect(self, archive: SiteArchive, docname: str) -> PartialDate | None:
        """Give the date of the newest release on *docname*."""
        return newest_on(archive, docname, self.views)


def _note_update(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page be written again when its footer tells another date."""
    docname = app.env.docname
    council_domain(app.env).note_dependency(docname, LastUpdate(views_on(app.env, docname)))


def _add_frame(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if not makes_site(app.builder) or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    context["is_framed"] = app.builder.theme.name == THEME
    context["trail"] = trail_to(app, pagename)
    context["about_links"] = _about_links(app, pagename, context["pathto"])
    if pagename == "search" or (doctree is not None and any(doctree.findall(search_field))):
        context["has_search_of_its_own"] = True
    if pagename in app.env.found_docs:
        update = LastUpdate(views_on(app.env, pagename)).collect(archive_of(app.env), pagename)
        context["last_update"] = long_date(update, app.config.language) if update else ""


def _about_links(app: Sphinx, pagename: str, pathto: Any) -> list[tuple[str, str]]:
    """Give the address and the text of each link of the footer."""
    links = [(pathto(page), title) for page, title in _about_pages(app)]
    publication = council_domain(app.env).profile.institution.publication
    if publication.licence_url:
        links.append((publication.licence_url, f"{_('Licence')}: {publication.licence or publication.licence_url}"))
    if publication.contact:
        links.append((contact_address(publication.contact), str(_("Contact"))))
    if ViewContext(app.builder, pagename, pagename).has_feeds:
        links += [(pathto(Feed().file(format_.suffix), resource=True), format_.name) for format_ in FORMATS]
    return links


def _about_pages(app: Sphinx) -> list[tuple[str, str]]:
    titles = app.env.titles
    return [(page, titles[page].astext()) for page in app.config.archive_about if page in titles]


def _pages_with_another_footer(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give all pages where those about the archive have changed since the last build by the same builder."""
    known = council_domain(env).data.setdefault("footers", {})
    before, known[app.builder.name] = known.get(app.builder.name), _about_pages(app)
    return sorted(env.found_docs) if before != known[app.builder.name] else []


def _add_templates(app: Sphinx, config: Config) -> None:
    if config.html_theme == THEME:
        config.templates_path = [*config.templates_path, str(TEMPLATES)]


def _add_script(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.add_js_file("scrolled_regions.js", defer="defer")


def setup(app: Sphinx) -> None:
    """Register the template and what it is told."""
    app.connect("builder-inited", _add_script)
    app.add_config_value("archive_about", list(ABOUT), "html", list)
    app.connect("config-inited", _add_templates)
    app.connect("doctree-read", _note_update, priority=950)
    app.connect("env-updated", _pages_with_another_footer)
    app.connect("html-page-context", _add_frame, priority=850)
