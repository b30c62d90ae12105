"""The releases in order of time: years, sessions, neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from itertools import islice

from council.model.partial_dates import LAST, PartialDate
from council.model.releases import Release, Session


class Chronology:
    """Releases in order of date; those without one come last.

    *releases* maps a page (``sessions/2020-11-30-octava-sesion-consejo``) to its record.
    """

    def __init__(self, releases: Mapping[str, Release]) -> None:
        self.releases = dict(sorted(releases.items(), key=lambda pair: (pair[1].date or LAST, pair[1].slug, pair[0])))
        self.pages = list(self.releases)

    @cached_property
    def years(self) -> dict[int | None, list[str]]:
        """The pages of each year, in order of date; those without a date under ``None``."""
        years: dict[int | None, list[str]] = {}
        for page, release in self.releases.items():
            years.setdefault(release.year, []).append(page)
        return years

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each page in the order of time."""
        return {page: position for position, page in enumerate(self.pages)}

    @cached_property
    def sessions(self) -> list[str]:
        """The pages of releases that report a session of the council."""
        return [page for page, release in self.releases.items() if release.session]

    @cached_property
    def reported_sessions(self) -> list[tuple[str, ...]]:
        """The pages of the releases that report each session, in order of time; one without a number is its own."""
        pages: dict[Session | str, list[str]] = {}
        for page in self.sessions:
            session = self.releases[page].session
            pages.setdefault(session if session and session.numbers else page, []).append(page)
        return [tuple(reported) for reported in pages.values()]

    def neighbours(self, page: str) -> tuple[str | None, str | None]:
        """Give the pages of the releases before and after the one on *page*."""
        position = self.positions[page]
        before = self.pages[position - 1] if position else None
        after = self.pages[position + 1] if position + 1 < len(self.pages) else None
        return before, after

    def sessions_after(self, page: str) -> int:
        """Give how many sessions are reported behind the release on *page*."""
        known = bisect_right(self.sessions, self.positions[page], key=self.positions.__getitem__)
        return len(self.sessions) - known

    @cached_property
    def newest_date(self) -> PartialDate | None:
        """The date of the newest release that has one."""
        return max(filter(None, (release.date for release in self.releases.values())), default=None)

    @property
    def last_year(self) -> int:
        """The year of the newest release; 0 where none has a date."""
        return self.newest_date.year if self.newest_date else 0

    def latest(self, count: int, sessions_only: bool = False) -> list[str]:
        """Give the pages of the newest releases, newest first; only dated ones."""
        pages = self.sessions if sessions_only else self.pages
        return list(islice((page for page in reversed(pages) if self.releases[page].date), count))
