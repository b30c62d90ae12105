"""How many there are in each year: bars that lead to those of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council_sphinx.views.charts.inline_svg import chart, drawing, link
from council_sphinx.views.charts.year_axis import percent

_HIGHEST, _ABOVE = 80, 18
"""In pixels: the height of the highest bar, and that of the number above it."""
_MOST_LABELS = 8
"""So many numbers of years have room on a phone."""
_WIDEST = 12.0
"""Percent of the width: few bars are no broader."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many there are in a year, where they are (*uri*), and in words."""

    year: int
    count: int
    uri: str
    title: str


def year_bars(counts: Sequence[YearCount], label: str) -> chart:
    """Draw a bar for each of *counts*, the earliest first; a year without any keeps its place."""
    first, last = min(one.year for one in counts), max(one.year for one in counts)
    step = min(100 / (last - first + 1), _WIDEST)
    most = max(one.count for one in counts)
    every = -(-(last - first + 1) // _MOST_LABELS)
    bars = [_bar(one, (one.year - first) * step, step, most) for one in sorted(counts, key=lambda one: one.year)]
    years = [
        f'<text x="{percent((year - first + 0.5) * step)}" y="{_ABOVE + _HIGHEST + 17}">{year}</text>'
        for year in range(first, last + 1, every)
    ]
    return drawing("year-bars", _ABOVE + _HIGHEST + 24, label, *bars, f'<g class="ticks">{"".join(years)}</g>')


def _bar(count: YearCount, left: float, step: float, most: int) -> str:
    height = max(round(count.count / most * _HIGHEST), 3)
    top = _ABOVE + _HIGHEST - height
    place = f'x="{percent(left + step * 0.1)}" width="{percent(step * 0.8)}"'
    target = f'<rect class="target" {place} y="0" height="{_ABOVE + _HIGHEST + 24}"/>'
    number = f'<text class="count" x="{percent(left + step / 2)}" y="{top - 5}">{count.count}</text>'
    return link(count.uri, count.title, target, f'<rect class="bar" {place} y="{top}" height="{height}"/>', number)
