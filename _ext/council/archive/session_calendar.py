"""The sessions of each year in order of time, with the numbers that the archive has no release of.

Numbers begin anew each year, or run on through the years: they run on where no session has a number that is not higher
than all before it.  What came before the first number and after the last of an archive nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from council.archive.chronology import Chronology
from council.model.releases import Session


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session, and the pages of the releases that report it."""

    session: Session
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingSessions:
    """Ordinary sessions that there must have been, and of which the archive holds no release."""

    first: int
    last: int


SessionOfYear = HeldSession | MissingSessions


def session_calendar(chronology: Chronology) -> dict[int, tuple[SessionOfYear, ...]]:
    """Give the sessions of each year in order of time; the missing stand before the next that is there."""
    held = _held_by_year(chronology)
    runs_on = _runs_on([_numbers(sessions) for sessions in held.values()])
    calendar: dict[int, tuple[SessionOfYear, ...]] = {}
    last = 0
    for year, sessions in held.items():
        numbers = _numbers(sessions)
        before = last if runs_on else 0
        gaps = _gaps(numbers if runs_on and not before else [before, *numbers])
        calendar[year] = tuple(_with_gaps(sessions, gaps))
        last = max(numbers, default=last)
    return calendar


def _held_by_year(chronology: Chronology) -> dict[int, list[HeldSession]]:
    """Give the sessions by their own year, which need not be that of the release."""
    years: dict[int, list[HeldSession]] = {}
    for pages in chronology.reported_sessions:
        session = chronology.releases[pages[0]].session
        if session:
            years.setdefault(session.year, []).append(HeldSession(session, pages))
    return dict(sorted(years.items()))


def _numbers(sessions: Sequence[HeldSession]) -> list[int]:
    """Give the numbers of ordinary sessions, each once and in order."""
    held = {number for told in sessions if not told.session.extraordinary for number in told.session.numbers}
    return sorted(held)


def _runs_on(years: Sequence[list[int]]) -> bool:
    numbered = [numbers for numbers in years if numbers]
    return len(numbered) > 1 and all(before[-1] < after[0] for before, after in pairwise(numbered))


def _gaps(numbers: Sequence[int]) -> dict[int, MissingSessions]:
    """Give what is missing between *numbers*, by the number that follows."""
    return {after: MissingSessions(before + 1, after - 1) for before, after in pairwise(numbers) if after - before > 1}


def _with_gaps(sessions: Sequence[HeldSession], gaps: Mapping[int, MissingSessions]) -> Iterator[SessionOfYear]:
    for told in sessions:
        if not told.session.extraordinary:
            yield from (gaps[number] for number in told.session.numbers if number in gaps)
        yield told
