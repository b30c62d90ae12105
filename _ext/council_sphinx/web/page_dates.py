"""When what a page shows was last added to: the date of the newest release on it, whatever day the build runs on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from council.archive.archive import Archive
from council.model.partial_dates import PartialDate
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from council_sphinx.core.domain import archive_of
from council_sphinx.core.published_site import NOT_FOUND
from council_sphinx.views.placeholder import View, views_on
from council_sphinx.web.made_files import MadeFiles


def page_dates(app: Sphinx) -> dict[str, PartialDate | None]:
    """Give the path of every page as links write it, and the date; ``None`` where it shows no release."""
    env, builder = app.env, app.builder
    archive = archive_of(env)
    dates = {
        builder.get_target_uri(docname): newest_on(archive, docname, views_on(env, docname))
        for docname in env.found_docs
    }
    made = getattr(builder, "made", None)
    if isinstance(builder, StandaloneHTMLBuilder) and isinstance(made, MadeFiles):
        root = Path(builder.outdir)
        documents = {builder.get_output_path(docname).relative_to(root).as_posix() for docname in env.found_docs}
        others = (
            path for path in made.of_kind("pages") - documents if path.endswith(".html") and path != f"{NOT_FOUND}.html"
        )
        dates |= {quote(path): None for path in others if not path.startswith("_")}
    return dates


def newest_on(archive: Archive, docname: str, views: Iterable[View[Any]]) -> PartialDate | None:
    """Give the date of the newest release on *docname*, which shows *views*."""
    release, entry = archive.releases.get(docname), archive.entries.by_page.get(docname)
    if release:
        return release.date
    if entry:
        return max((mention.date for mention in entry.mentions if mention.date), default=None)
    told = (_newest_in(archive, view) for view in views if view.shows_releases)
    return max(filter(None, told), default=None)


def _newest_in(archive: Archive, view: View[Any]) -> PartialDate | None:
    """Give the date of the newest release that *view* asks for: of all, of its year, of sessions alone."""
    year, sessions_only = getattr(view, "year", None), getattr(view, "sessions_only", False)
    pages = archive.chronology.years.get(year, []) if isinstance(year, int) else archive.chronology.pages
    releases = (archive.releases[page] for page in reversed(pages) if year != "undated")
    return next((release.date for release in releases if release.date and (release.session or not sessions_only)), None)
