"""A line through values in time, each a link to where it is said.

The drawing is no picture to who hears the page: its dots are links that tell date and value, and a table beside it
holds the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from babel.numbers import format_decimal

from council_sphinx.views.charts.inline_svg import chart
from council_sphinx.views.charts.scale import Scale

WIDTH, HEIGHT = 560, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 8, 32, 36
_INSET = 36
"""Between the ends of the axis and the first and the last dot, so that their words have room."""
_TARGET = 20
"""The radius within which a dot is hit, by finger too."""
_MOST_TICKS = 4
_ABOVE, _BELOW, _ASIDE = 11, 24, 9
"""From a dot to the words above it, below it, or above and aside."""
_SMALL_IN_WHOLE = Decimal("0.1")
"""Rates that differ by less of the lowest have an axis of their own."""
_LABEL_WIDTH = 72
"""So far apart, at least, stand the labels of two dots, or of two days below the axis."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a day: *label* tells both in words, *uri* leads to where it is said.

    *written* stands beside the dot, *when* below it.
    """

    day: datetime.date
    value: Decimal
    written: str
    when: str
    label: str
    uri: str


def chart_of(dots: Sequence[Dot], label: str, locale: str, unit: str = "") -> chart:
    """Give the drawing of *dots*, by date, as a node; see :func:`drawing`."""
    return chart("", html=drawing(dots, label, locale, unit))


def axis_begin(values: Sequence[Decimal], unit: str) -> Decimal:
    """Give the value at which the axis of *values* begins."""
    return _scale(values, unit).ticks[0]


def _scale(values: Sequence[Decimal], unit: str) -> Scale:
    """Give the scale of *values*; parts of a whole, which have a sign, are seen as such unless they hardly differ."""
    return Scale.of(values, _MOST_TICKS, *([_SMALL_IN_WHOLE] if unit else []))


def drawing(dots: Sequence[Dot], label: str, locale: str, unit: str = "") -> str:
    """Give the SVG; *label* says what it shows, *unit* stands behind the numbers of its axis, written as in *locale*.

    Colours and sizes are those of its style sheet.
    """
    scale = _scale([dot.value for dot in dots], unit)
    first, last = dots[0].day, dots[-1].day
    across, down = WIDTH - _LEFT - _RIGHT - 2 * _INSET, HEIGHT - _TOP - _BOTTOM

    def x(day: datetime.date) -> float:
        length = (last - first).days
        return round(_LEFT + _INSET + across * ((day - first).days / length if length else 0.5), 1)

    def y(value: Decimal) -> float:
        return round(_TOP + down * (1 - scale.place(value)), 1)

    levels = [_level(y(tick), format_decimal(tick.normalize(), locale=locale) + unit) for tick in scale.ticks]
    points = [(x(dot.day), y(dot.value)) for dot in dots]
    line = " ".join(f"{left},{top}" for left, top in points)
    named = _with_room([left for left, _top in points])
    days = [_day(points[number][0], dots[number].when) for number in sorted(named)]
    marks = [
        _mark(dot, points[number]) + (_label(dot.written, points, number) if number in named else "")
        for number, dot in enumerate(dots)
    ]
    return (
        f'<svg class="line-chart" role="group" aria-label="{escape(label)}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<g class="levels" aria-hidden="true">{"".join(levels)}</g>'
        f'<g class="days" aria-hidden="true">{"".join(days)}</g>'
        f'<polyline class="line" points="{line}"/><g class="dots">{"".join(marks)}</g></svg>\n'
    )


def _level(top: float, text: str) -> str:
    return (
        f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{top}" y2="{top}"/>'
        f'<text x="{_LEFT - 8}" y="{top + 4}">{escape(text)}</text>'
    )


def _day(left: float, text: str) -> str:
    base = HEIGHT - _BOTTOM
    return (
        f'<line x1="{left}" x2="{left}" y1="{base}" y2="{base + 5}"/>'
        f'<text x="{left}" y="{base + 20}">{escape(text)}</text>'
    )


def _with_room(places: Sequence[float]) -> set[int]:
    """Give the numbers of the dots beside which there is room for words: the last, the first, and those between."""
    named, behind = {0, len(places) - 1}, places[0]
    for number, left in enumerate(places[1:-1], 1):
        if left - behind >= _LABEL_WIDTH and places[-1] - left >= _LABEL_WIDTH:
            named.add(number)
            behind = left
    return named


def _mark(dot: Dot, point: tuple[float, float]) -> str:
    left, top = point
    return (
        f'<a href="{escape(dot.uri)}" aria-label="{escape(dot.label)}"><title>{escape(dot.label)}</title>'
        f'<circle class="target" cx="{left}" cy="{top}" r="{_TARGET}"/><circle class="dot" cx="{left}" cy="{top}" r="5"/>'
        "</a>"
    )


def _label(value: str, points: Sequence[tuple[float, float]], number: int) -> str:
    """Give the words beside a dot, on the side that the line does not take.

    They stand above it, but below where the line comes from above or goes there; where it comes from one and goes to
    the other, they stand above it and aside.
    """
    left, top = points[number]
    before = points[number - 1][1] if number else None
    behind = points[number + 1][1] if number + 1 < len(points) else None
    comes_down, goes_up = before is not None and before < top, behind is not None and behind < top
    below = (comes_down or before is None) and (goes_up or behind is None) and (comes_down or goes_up)
    if below and top + _BELOW < HEIGHT - _BOTTOM:
        return _text(left, top + _BELOW, "middle", value)
    if comes_down or goes_up:
        aside = (left + _ASIDE, "start") if comes_down else (left - _ASIDE, "end")
        return _text(aside[0], top - _ASIDE, aside[1], value)
    return _text(left, top - _ABOVE, "middle", value)


def _text(left: float, top: float, anchor: str, value: str) -> str:
    return f'<text x="{left}" y="{top}" text-anchor="{anchor}" aria-hidden="true">{escape(value)}</text>'
