"""Drawings the size of a line of text: when something was named, how much there was in each year.

They are ornament, hidden from screen readers: the words beside them say what is to be known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from council.model.partial_dates import PartialDate
from sphinx.application import Sphinx

from council_sphinx.views.charts.year_axis import beginning_of
from council_sphinx.views.elements import add_ornament, ornament

WIDTH, HEIGHT = 200, 24
_EDGE = 5


class small_drawing(ornament):  # noqa: N801  (docutils names its nodes so)
    """A drawing."""


def dots_in_time(dates: Sequence[PartialDate], years: Sequence[int]) -> small_drawing:
    """Give a dot for each of *dates* on a line from the first of *years* to the end of the last."""
    start = beginning_of(years[0])
    length = beginning_of(years[-1] + 1) - start
    places = sorted({round(_EDGE + (date.first.toordinal() - start) / length * (WIDTH - 2 * _EDGE)) for date in dates})
    middle = HEIGHT // 2
    dots = "".join(f'<circle cx="{place}" cy="{middle}" r="3.5"/>' for place in places)
    return _drawing(f'<path d="M0 {middle}H{WIDTH}"/>{dots}')


def bars_by_year(counts: Mapping[int, int], years: Sequence[int]) -> small_drawing:
    """Give a bar for each year from the first of *years* to the last, as high as its number among *counts*."""
    most, step = max(counts.values()), WIDTH / (years[-1] + 1 - years[0])
    width = round(min(step * 0.7, 28), 1)
    bars = []
    for place, year in enumerate(range(years[0], years[-1] + 1)):
        height = round(counts.get(year, 0) / most * (HEIGHT - 2), 1)
        if height:
            left, top = round(place * step, 1), round(HEIGHT - 1 - height, 1)
            bars.append(f'<rect x="{left}" y="{top}" width="{width}" height="{height}"/>')
    return _drawing(f'<path d="M0 {HEIGHT - 0.5}H{WIDTH}"/>{"".join(bars)}')


def _drawing(shapes: str) -> small_drawing:
    frame = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return small_drawing("", html=f'<svg class="small-drawing" {frame} aria-hidden="true">{shapes}</svg>\n')


def setup(app: Sphinx) -> None:
    """Register the node."""
    add_ornament(app, small_drawing)
