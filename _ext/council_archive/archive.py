"""All records together: the look-ups that views and exports are computed from.  No Sphinx in here."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property

from .records import Release

_UNDATED = datetime.date.max


class Archive:
    """The releases of an archive in order of date, with what can be asked of them.

    *releases* maps a page (``sessions/2020-11-30-octava-sesion-consejo``) to its record.
    """

    def __init__(self, releases: Mapping[str, Release]) -> None:
        self.releases = dict(sorted(releases.items(), key=lambda pair: (pair[1].date or _UNDATED, pair[1].slug, pair[0])))
        self.pages = list(self.releases)

    @cached_property
    def years(self) -> dict[int | None, list[str]]:
        """The pages of each year, in order of date; those without a date under ``None``."""
        years: dict[int | None, list[str]] = {}
        for page, release in self.releases.items():
            years.setdefault(release.year, []).append(page)
        return years

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {page: position for position, page in enumerate(self.pages)}

    def neighbours(self, page: str) -> tuple[str | None, str | None]:
        """Give the pages of the releases before and after the one on *page*."""
        position = self._positions[page]
        before = self.pages[position - 1] if position else None
        after = self.pages[position + 1] if position + 1 < len(self.pages) else None
        return before, after

    def latest(self, count: int, sessions_only: bool = False) -> list[str]:
        """Give the pages of the newest releases, newest first; only dated ones."""
        dated = (page for page in reversed(self.pages) if self.releases[page].date)
        chosen = (page for page in dated if self.releases[page].session or not sessions_only)
        return [page for page, _ in zip(chosen, range(count), strict=False)]
