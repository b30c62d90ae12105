"""The line of years that charts through time stand on: where a day is on it, and which years it tells."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

MARGIN = 4.0
"""Percent of the width, left and right of the line: half of a number has room."""
_MOST_YEARS = 6
"""So many numbers of years have room on a phone."""


@dataclass(frozen=True, slots=True)
class YearAxis:
    """A line from the beginning of the year *first* to the end of the year *last*."""

    first: int
    last: int

    def across(self, day: datetime.date) -> float:
        """Give the place of *day*, in percent of the width."""
        return self._across(day.toordinal())

    def _across(self, day: int) -> float:
        start = beginning_of(self.first)
        return MARGIN + (day - start) / (beginning_of(self.last + 1) - start) * (100 - 2 * MARGIN)

    def place(self, day: datetime.date) -> str:
        """Give the place of *day* as an attribute has it."""
        return percent(self.across(day))

    def ticks(self, top: float, length: int = 7) -> str:
        """Give marks with the numbers of years below the height *top*."""
        step = -(-(self.last + 1 - self.first) // _MOST_YEARS)
        years = range(self.first, self.last + 2, step)
        drawn = "".join(_tick(percent(self._across(beginning_of(year))), top, length, year) for year in years)
        return f'<g class="ticks">{drawn}</g>'


def beginning_of(year: int) -> int:
    """Give the number of the first day of *year*; Python knows no date behind that of year 9999."""
    return datetime.date(year, 1, 1).toordinal() if year <= datetime.MAXYEAR else datetime.date.max.toordinal() + 1


def percent(across: float) -> str:
    """Give a place or a length as an attribute has it."""
    return f"{across:.2f}%"


def _tick(place: str, top: float, length: int, year: int) -> str:
    line = f'<line x1="{place}" x2="{place}" y1="{top}" y2="{top + length}"/>'
    return f'{line}<text x="{place}" y="{top + length + 18}">{year}</text>'
