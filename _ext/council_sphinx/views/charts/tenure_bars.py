"""Who held an office when: a bar for each tenure, with a mark for each release that shows it.

A bar goes from the first to the last day on which somebody is known to have been in office.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from council_sphinx.views.charts.inline_svg import TARGET, chart, drawing, link
from council_sphinx.views.charts.year_axis import YearAxis, percent

_ROW, _BAR, _NAME = 56, 14, 15
"""In pixels: the height of a row, of its bar, and of the name above it."""
_NARROWEST = 1.2
"""Percent of the width: somebody seen on one day has a bar, too."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A release that shows somebody in office on *day*: where it does (*uri*), and in words."""

    day: datetime.date
    uri: str
    title: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A tenure: whose or of what it is, with the page of that (*uri*, or nothing), its known bounds, and what shows it."""

    name: str
    uri: str
    first: datetime.date
    last: datetime.date
    shown: tuple[Shown, ...]


def tenure_bars(bars: Sequence[Bar], last_year: int, label: str) -> chart:
    """Draw *bars* under each other, up to the end of *last_year* at least."""
    axis = YearAxis(min(bar.first.year for bar in bars), max(last_year, *(bar.last.year for bar in bars)))
    rows = [_row(bar, place * _ROW, axis) for place, bar in enumerate(bars)]
    return drawing("tenures", len(bars) * _ROW + 28, label, axis.ticks(0, len(bars) * _ROW + 5), *rows)


def _row(bar: Bar, top: int, axis: YearAxis) -> str:
    first, last = axis.across(bar.first), axis.across(bar.last)
    width = max(last - first, _NARROWEST)
    name = f'<text class="name" x="{percent(min(first, 60))}" y="{top + _NAME}">{escape(bar.name)}</text>'
    named = link(bar.uri, bar.name, name) if bar.uri else name
    middle = top + _NAME + 8 + _BAR / 2
    body = f'<rect class="bar" x="{percent(first)}" width="{percent(width)}" y="{middle - _BAR / 2}" height="{_BAR}" rx="3"/>'
    return f"<g>{named}{body}{''.join(_evidence(shown, middle, axis) for shown in bar.shown)}</g>"


def _evidence(shown: Shown, middle: float, axis: YearAxis) -> str:
    place = axis.place(shown.day)
    target = f'<circle class="target" cx="{place}" cy="{middle}" r="{TARGET}"/>'
    return link(shown.uri, shown.title, target, f'<circle class="mark" cx="{place}" cy="{middle}" r="5"/>')
