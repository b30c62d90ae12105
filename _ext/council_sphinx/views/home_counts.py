"""``home-counts``: how much the archive holds, as a line of large numbers, each of which leads to its index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from council.archive.archive import Archive
from council.model.entries import Entry
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views import index_pages
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, paragraph
from council_sphinx.views.index_pages import CONVENTIONAL, IndexPages
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.wording import span_of_years


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is of each; of records, those that a release names."""

    releases: int
    sessions: int
    projects: int
    directorates: int
    people: int
    years: tuple[int, ...]


def holdings(archive: Archive) -> Holdings:
    """Count what *archive* holds."""
    return Holdings(
        releases=len(archive.releases),
        sessions=session_count(archive),
        projects=_named(archive.projects),
        directorates=_named(archive.directorates),
        people=_named(archive.people),
        years=tuple(sorted(year for year in archive.chronology.years if year)),
    )


def session_count(archive: Archive) -> int:
    """Give the number of sessions that are reported; several releases may report one, and one several."""
    sessions: set[str] = set()
    for page in archive.chronology.sessions:
        session = archive.releases[page].session
        sessions.update((session.keys if session else ()) or (page,))
    return len(sessions)


def _named(entries: Mapping[str, Entry]) -> int:
    return sum(1 for entry in entries.values() if entry.page and entry.mentions)


@dataclass(frozen=True)
class HomeCounts(View[tuple[Holdings, IndexPages]]):
    """The numbers, with links to *pages*."""

    pages: IndexPages = CONVENTIONAL

    def collect(self, archive: SiteArchive, docname: str) -> tuple[Holdings, IndexPages]:
        """Give the numbers, and where they lead."""
        return holdings(archive), self.pages

    @staticmethod
    def build(context: ViewContext, data: tuple[Holdings, IndexPages]) -> list[nodes.Node]:
        """Give a list; what there is nothing of is left out."""
        counts, pages = data
        told = (
            (counts.releases, _("releases") if counts.releases != 1 else _("release"), ""),
            (counts.sessions, _("sessions") if counts.sessions != 1 else _("session"), pages.sessions),
            (counts.projects, _("projects") if counts.projects != 1 else _("project"), pages.projects),
            (counts.people, _("people") if counts.people != 1 else _("person"), pages.people),
        )
        items = [_count(context, str(count), str(noun), page) for count, noun, page in told if count]
        if counts.years:
            items.append(_count(context, span_of_years(counts.years), str(_("years covered")), ""))
        return [bullet_list(items, classes=["home-counts"])] if items else []


def _count(context: ViewContext, count: str, noun: str, page: str) -> nodes.paragraph:
    words: list[nodes.Node] = [nodes.strong("", count), nodes.Text(" "), nodes.inline("", noun)]
    return paragraph(context.reference(page, *words)) if page and context.has_page(page) else paragraph(*words)


class HomeCountsDirective(ViewDirective):
    """The numbers; ``:sessions:``, ``:projects:`` and ``:people:`` name the pages that they lead to."""

    option_spec: ClassVar[OptionSpec] = index_pages.OPTIONS

    def view(self) -> HomeCounts:
        """Give the view."""
        return HomeCounts(IndexPages.told(self.options))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("home-counts", HomeCountsDirective)
