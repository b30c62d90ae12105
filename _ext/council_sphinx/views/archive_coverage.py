"""What an archive covers: from when to when, how much, what is missing, and how its releases are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.archive.session_calendar import MissingSessions, session_calendar
from docutils import nodes

from council_sphinx.core.interface_strings import _, counted
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, date_and_session, fact_list, joined, paragraph
from council_sphinx.views.home_counts import session_years
from council_sphinx.views.index_pages import IndexPages
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.wording import release_count


@dataclass(frozen=True, slots=True)
class Coverage:
    """The first and the last release that have a date, how many releases and sessions there are.

    *missing* are the numbers of sessions that have no release, by year.
    """

    span: tuple[ReleaseTarget, ...]
    releases: int
    sessions: int
    missing: tuple[tuple[int, tuple[MissingSessions, ...]], ...]


def coverage(archive: Archive) -> Coverage:
    """Give what *archive* covers."""
    dated = [page for page, release in archive.releases.items() if release.date]
    gaps = {
        year: tuple(told for told in sessions if isinstance(told, MissingSessions))
        for year, sessions in session_calendar(archive.chronology).items()
    }
    return Coverage(
        tuple(ReleaseTarget.on(page, archive) for page in dict.fromkeys([*dated[:1], *dated[-1:]])),
        len(archive.releases),
        len(session_years(archive)),
        tuple((year, missing) for year, missing in gaps.items() if missing),
    )


def coverage_nodes(context: ViewContext, data: Coverage, pages: IndexPages) -> list[nodes.Node]:
    """Give a list of facts, how releases are read, and where there is more."""
    return [*fact_list([*_span(context, data), *_counts(context, data, pages)]), *_reading(), *_more(context)]


_Row = tuple[str, list[nodes.Node]]


def _span(context: ViewContext, data: Coverage) -> list[_Row]:
    terms = (str(_("First release")), str(_("Last release")))
    return [
        (term, [nodes.Text(f"{date_and_session(context, release)}: "), context.text_link(release.page, release.title)])
        for term, release in zip(terms, data.span[:1] + data.span[-1:], strict=False)
    ]


def _counts(context: ViewContext, data: Coverage, pages: IndexPages) -> list[_Row]:
    sessions = counted("%d session", "%d sessions", data.sessions)
    has_list = context.has_page(pages.sessions)
    link = context.text_link(pages.sessions, sessions) if has_list else nodes.inline("", sessions)
    rows: list[_Row] = [(str(_("Holdings")), [nodes.Text(f"{release_count(data.releases)}, "), link])]
    if data.missing:
        told = [nodes.Text(f"{year}: {_numbers(missing)}") for year, missing in data.missing]
        rows.append((str(_("Sessions without a release")), joined(told, "; ")))
    return rows


def _numbers(missing: Sequence[MissingSessions]) -> str:
    return ", ".join(str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}" for gap in missing)


def _reading() -> list[nodes.Node]:
    """Give how dates, sessions, projects and offices are read."""
    told = (
        _(
            "A release has the date that its file says, else that of the line with place and date, else that of its name."
        ),
        _(
            "Session and number are those that the release tells; a number that the count leaves out is told as missing."
        ),
        _("A project is what releases name as an item of a list or by its own name; a record joins its names."),
        _("An office is as a release words it beside a name, on its date; nothing is concluded for the time between."),
    )
    return [bullet_list(paragraph(str(text)) for text in told)]


def _more(context: ViewContext) -> list[nodes.Node]:
    """Give links to the pages about the archive and those of who keeps it, as far as there are such."""
    pages = (
        ("indices/data", _("Data")),
        ("indices/candidates", _("Names without a record")),
        ("indices/review", _("To be reviewed")),
        ("indices/colophon", _("Colophon")),
    )
    links: list[nodes.Node] = [context.text_link(page, str(title)) for page, title in pages if context.has_page(page)]
    return [paragraph(str(_("More:")) + " ", *joined(links, " · "))] if links else []
