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

from council_sphinx.core.interface_strings import _, counted
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views import index_pages
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, paragraph
from council_sphinx.views.index_pages import CONVENTIONAL, IndexPages
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.wording import span_of_years


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is of each; of records, those that a release names; *on_sessions* releases report one."""

    releases: int
    on_sessions: int
    sessions: int
    projects: int
    directorates: int
    people: int
    years: tuple[int, ...]


def holdings(archive: Archive) -> Holdings:
    """Count what *archive* holds."""
    return Holdings(
        releases=len(archive.releases),
        on_sessions=len(archive.chronology.sessions),
        sessions=len(session_years(archive)),
        projects=_named(archive.projects),
        directorates=_named(archive.directorates),
        people=_named(archive.people),
        years=tuple(sorted(year for year in archive.chronology.years if year)),
    )


def session_years(archive: Archive) -> dict[str, int | None]:
    """Give each session with the year in which it is reported; several releases may report one, and one several."""
    years: dict[str, int | None] = {}
    for page in archive.chronology.sessions:
        release = archive.releases[page]
        for key in (release.session.keys if release.session else ()) or (page,):
            years.setdefault(key, release.year)
    return years


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
            (counts.releases, _releases(counts), ""),
            (counts.sessions, _("sessions") if counts.sessions != 1 else _("session"), pages.sessions),
            (counts.projects, _("projects") if counts.projects != 1 else _("project"), pages.projects),
            (counts.people, _("people") if counts.people != 1 else _("person"), pages.people),
        )
        items = [_count(context, str(count), str(noun), page) for count, noun, page in told if count]
        if counts.years:
            items.append(
                _count(
                    context, span_of_years(counts.years), str(_("years") if len(counts.years) != 1 else _("year")), ""
                )
            )
        return [bullet_list(items, classes=["home-counts"])] if items else []


def _releases(counts: Holdings) -> str:
    """Give the noun for the releases; where not all of them report sessions, how many do."""
    noun = str(_("releases") if counts.releases != 1 else _("release"))
    if counts.on_sessions in {0, counts.releases}:
        return noun
    on_sessions = counted("%d of them on sessions", "%d of them on sessions", counts.on_sessions)
    return f"{noun}, {on_sessions}"


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
