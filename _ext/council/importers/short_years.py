"""Dates whose year has two digits: ``28/01/14``, ``1/28/13``, ``01-28-13``, ``13-01-28``.

Nothing is guessed: between strokes the order is that of the archive's language, where a day can be read so; between
hyphens, where the year may come first, a date counts that has one reading only.  A release is of no year to come.  Other
signs, and single digits, are those of numbered things: ``1.4.12``, ``item-3-2-10``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_STROKES = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/(\d\d)(?![\w/-]|\.\d)")
_HYPHENS = re.compile(r"(?<![0-9/.])(?<!\d[-_ ])(\d\d)([-_])(\d\d)\2(\d\d)(?![0-9/]|[-_. ]\d)")
_CENTURY = 70
"""The first year of two digits that is one of the last century."""


def day_or_nothing(year: int, month: int, day: int) -> str:
    """Give a date that can be, as ``YYYY-MM-DD``."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


@dataclass(frozen=True)
class ShortYears:
    """Reads dates with years of two digits; *day_first* tells ``5/1/13`` from ``1/5/13``, *latest* is the last year."""

    day_first: bool
    latest: int

    def in_text(self, text: str) -> Iterator[tuple[int, str]]:
        """Give the place and the day of each date in *text* that has one reading."""
        for match in _STROKES.finditer(text):
            first, second, year = map(int, match.groups())
            days = [day for day in self._in_order(first, second, year) if day]
            yield from [(match.start(), day) for day in days[:1]]
        yield from self._between_hyphens(text, ())

    def in_name(self, name: str, years: Collection[str]) -> Iterator[str]:
        """Give the days that a *name* tells; *years* are those that its folders name, and one of them settles the order."""
        yield from (day for _start, day in self._between_hyphens(name, years))

    def _between_hyphens(self, text: str, years: Collection[str]) -> Iterator[tuple[int, str]]:
        for match in _HYPHENS.finditer(text):
            first, second, third = int(match[1]), int(match[3]), int(match[4])
            days = {*self._in_order(first, second, third)[:1], self._day(first, second, third)} - {""}
            days = days or set(self._in_order(first, second, third)) - {""}
            days = {day for day in days if day[:4] in years} or days
            yield from [(match.start(), day) for day in days if len(days) == 1]

    def _in_order(self, first: int, second: int, year: int) -> list[str]:
        """Give the day in the order of the language, and in the other one."""
        days = [self._day(year, second, first), self._day(year, first, second)]
        return days if self.day_first else days[::-1]

    def _day(self, year: int, month: int, day: int) -> str:
        whole = year + (1900 if year >= _CENTURY else 2000)
        return day_or_nothing(whole, month, day) if whole <= self.latest else ""
