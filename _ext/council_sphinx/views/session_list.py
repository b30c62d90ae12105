"""``session-list``: the sessions of the council, a table a year: number, date, release, what was new; and what is missing.

Releases that report no session are counted, and stand on the pages of their years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from council.archive.archive import Archive
from council.archive.continuity import FIRST
from council.archive.session_calendar import HeldSession, MissingSessions, SessionOfYear, session_calendar
from council.model.releases import Session
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, counted, listed, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, entry_link, joined, lead_of, paragraph, part, table, year_links
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.release_list import Year, year_option
from council_sphinx.views.release_projects import KEY as PROJECTS
from council_sphinx.views.release_projects import back_count
from council_sphinx.views.wording import span_of_years

MOST = 300
"""Of more sessions than these, the newest years have tables; the others are told by links to their pages."""
NAMED = 3
"""So many new projects are named of each session."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session, its releases, the first of its new projects, and how many are new and come back."""

    session: Session
    releases: tuple[ReleaseTarget, ...]
    new: tuple[EntryTarget, ...]
    new_count: int
    back_count: int


@dataclass(frozen=True, slots=True)
class SessionYear:
    """The sessions of a year, newest first, and how many of its releases report none; ``None`` is without date.

    *first* is another year where all from it to *year* have no release at all.
    """

    year: int | None
    rows: tuple[SessionRow | MissingSessions, ...]
    others: int
    first: int | None = None


@dataclass(frozen=True, slots=True)
class SessionYears:
    """The years with tables, newest first, and of each year before them the number of its releases."""

    years: tuple[SessionYear, ...]
    older: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class SessionList(View[SessionYears]):
    """The sessions of *year*, or all of them."""

    sessions_only: ClassVar[bool] = True
    """Whether other releases are left out, as the date of the page tells."""

    year: Year = "all"

    def collect(self, archive: SiteArchive, docname: str) -> SessionYears:
        """Give the years: all that have a release, and all between that have a session."""
        calendar = session_calendar(archive.chronology)
        years: set[int] = {year for year in archive.chronology.years if year is not None} | calendar.keys()
        if self.year != "all":
            years &= {self.year} if isinstance(self.year, int) else set()
        shown: list[SessionYear] = []
        room = MOST
        for year in sorted(years, reverse=True):
            sessions = calendar.get(year, ())
            room -= len(sessions)
            if room < 0 and shown:
                break
            after = shown[-1].year if shown else None
            if after and after - year > 1:
                shown.append(SessionYear(after - 1, (), 0, first=year + 1))
            shown.append(_session_year(archive, year, sessions))
        last = shown[-1].year if shown else None
        older = {
            year: len(archive.chronology.years.get(year, ())) for year in years if last is not None and year < last
        }
        undated = archive.chronology.years.get(None) if self.year in {"all", "undated"} else None
        if undated:
            shown.append(SessionYear(None, (), len(undated)))
        return SessionYears(tuple(shown), tuple(sorted(filter(all, older.items()), reverse=True)))

    @staticmethod
    def build(context: ViewContext, data: SessionYears) -> list[nodes.Node]:
        """Give a part with a table for each year, and one that leads to the rest."""
        if not data.years:
            return [paragraph(str(_("No release.")))]
        content: list[nodes.Node] = [_year_part(context, year) for year in data.years]
        if data.older:
            told = str(_("Each year has a page:")) + " "
            content.append(
                part(
                    "earlier-sessions", str(_("Earlier years")), paragraph(told, *year_links(context, dict(data.older)))
                )
            )
        return content


def _session_year(archive: Archive, year: int, sessions: Sequence[SessionOfYear]) -> SessionYear:
    rows = tuple(told if isinstance(told, MissingSessions) else _row(archive, told) for told in reversed(sessions))
    releases = archive.chronology.years.get(year, [])
    return SessionYear(year, rows, sum(archive.releases[page].session is None for page in releases))


def _row(archive: Archive, held: HeldSession) -> SessionRow:
    taken_up = {taken.project: taken for page in held.pages for taken in archive.continuity.taken_up(page)}
    new = [id_ for id_, taken in taken_up.items() if taken.appearance in FIRST]
    return SessionRow(
        session=held.session,
        releases=tuple(ReleaseTarget.on(page, archive) for page in held.pages),
        new=tuple(EntryTarget.of(archive.projects[id_]) for id_ in new[:NAMED]),
        new_count=len(new),
        back_count=sum(taken.appearance == "back" for taken in taken_up.values()),
    )


def _year_part(context: ViewContext, told: SessionYear) -> nodes.section:
    content: list[nodes.Node] = []
    if told.rows:
        head = [str(_("Session")), str(_("Date")), str(_("Release")), str(_("What was new"))]
        rows = (_cells(context, row) for row in told.rows)
        sessions = table(head, rows, classes=["session-table"])
        next(sessions.findall(nodes.colspec))["stub"] = 1  # the numbers are the heads of the rows
        content.append(sessions)
    elif told.year is not None:
        content.append(paragraph(str(_("The archive has no release of a session.")), classes=["missing-session"]))
    if told.others:
        content.append(_others(context, told))
    if told.year is None:
        return part("sessions-undated", str(_("Without date")), *content)
    return part(f"sessions-{told.year}", span_of_years((told.first or told.year, told.year)), *content)


def _others(context: ViewContext, told: SessionYear) -> nodes.paragraph:
    """Give how many releases are not of a session, with a link to the page that lists them."""
    others = counted("%d release that reports no session", "%d releases that report no session", told.others)
    page = context.year_page(told.year) if told.year is not None else context.undated_page
    return paragraph(context.text_link(page, others), classes=["other-releases"])


def _cells(context: ViewContext, row: SessionRow | MissingSessions) -> list[nodes.Element | str]:
    if isinstance(row, MissingSessions):
        return _missing(row)
    dates = joined([nodes.Text(long_date(release.date, context.language)) for release in row.releases], "; ")
    titles = [
        content
        for release in row.releases
        for content in (paragraph(context.text_link(release.page, release.title)), *lead_of(release))
    ]
    news = bullet_list(_news(context, row), classes=["session-news"])
    return [
        paragraph(_number(row.session)),
        paragraph(*dates),
        nodes.entry("", *titles),
        nodes.entry("", news if news.children else paragraph("—")),
    ]


def _missing(row: MissingSessions) -> list[nodes.Element | str]:
    alone = row.first == row.last
    told = (
        _("The archive has no release with this number.")
        if alone
        else _("The archive has no release with these numbers.")
    )
    cell = nodes.entry("", paragraph(str(told), classes=["missing-session"]))
    cell["morecols"] = 2
    return [paragraph(str(row.first) if alone else f"{row.first}–{row.last}", classes=["missing-session"]), cell]


def _number(session: Session) -> str:
    numbers = listed(session.numbers)
    if session.extraordinary:
        return str(_("Extraordinary %s")) % numbers if numbers else str(_("Extraordinary"))
    return numbers or str(_("no number"))


def _news(context: ViewContext, row: SessionRow) -> Iterator[nodes.paragraph]:
    """Give the new projects, as many as there is room for; then how many more, and how many are back."""
    for project in row.new:
        yield paragraph(entry_link(context, project))
    facts: list[nodes.Node] = []
    if row.new_count > len(row.new):
        more = str(_("and %d more")) % (row.new_count - len(row.new))
        facts.append(context.text_link(row.releases[0].page, more, anchor=PROJECTS))
    if row.back_count:
        facts.append(nodes.Text(back_count(row.back_count)))
    if facts:
        yield paragraph(*joined(facts, " · "), classes=["facts-line"])


class SessionListDirective(ViewDirective):
    """The sessions of the council; ``:year:`` one year."""

    option_spec: ClassVar[OptionSpec] = {"year": year_option}

    def view(self) -> SessionList:
        """Give the view."""
        return SessionList(self.options.get("year", "all"))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("session-list", SessionListDirective)
