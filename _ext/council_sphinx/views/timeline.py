"""A line of time with a mark for each mention, drawn as inline SVG."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from html import escape

from council.model.partial_dates import PartialDate
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import _

WIDTH, HEIGHT, MARGIN, BASE = 720, 92, 24, 62
_ON_SCREEN = f'viewBox="0 0 {WIDTH} {HEIGHT}"'


class timeline(nodes.General, nodes.Element):  # noqa: N801
    """A drawing; ``dates`` are those of what it shows, ``label`` says in words what it shows."""


def timeline_of(dates: Sequence[PartialDate]) -> timeline:
    """Give the drawing of *dates*; the table beside it says the same in words."""
    years = sorted({date.year for date in dates})
    label = str(_("Mentions by year: %s")) % "; ".join(
        f"{year}: {sum(date.year == year for date in dates)}" for year in years
    )
    return timeline("", dates=list(dates), label=label)


def drawing(dates: Sequence[PartialDate], label: str, root: str = _ON_SCREEN) -> str:
    """Give the SVG; colours are those of the page, so that it serves in the dark as well.

    *root* are the attributes of its root: the part that shows, and its looks where no style sheet is at hand.
    """
    first, last = min(dates).year, max(dates).year + 1
    start = datetime.date(first, 1, 1).toordinal()
    length = datetime.date(last, 1, 1).toordinal() - start

    def place(day: datetime.date) -> float:
        return round(MARGIN + (day.toordinal() - start) / length * (WIDTH - 2 * MARGIN), 1)

    step = max(1, (last - first + 11) // 12)
    ticks = [
        f'<line x1="{x}" x2="{x}" y1="{BASE - 5}" y2="{BASE + 5}"/><text x="{x}" y="{BASE + 21}">{year}</text>'
        for year in range(first, last + 1, step)
        for x in (place(datetime.date(year, 1, 1)),)
    ]
    marks = [
        f'<circle cx="{place(day)}" cy="{BASE}" r="{min(5 + 2 * (count - 1), 13)}"/>'
        for day, count in sorted(_by_month(dates).items())
    ]
    return (
        f'<svg class="timeline" role="img" aria-label="{escape(label)}" {root}>'
        f'<line class="axis" x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{BASE}" y2="{BASE}"/>'
        f'<g class="ticks">{"".join(ticks)}</g><g class="marks">{"".join(marks)}</g></svg>\n'
    )


def _by_month(dates: Sequence[PartialDate]) -> Counter[datetime.date]:
    """Draw the mentions of a month as one mark in its middle, so that a long history stays light.

    Those of which but the year is known stand in the middle of the year.
    """
    return Counter(datetime.date(date.year, date.month or 7, 15 if date.month else 1) for date in dates)


def _visit(translator: HTML5Translator, node: timeline) -> None:
    translator.body.append(drawing(node["dates"], node["label"]))


def _depart(translator: HTML5Translator, node: timeline) -> None:
    """Nothing is left open."""


def _leave_out(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leave the drawing to the table where it cannot be drawn."""
    if app.builder.format not in {"html", "typst"}:
        for node in list(doctree.findall(timeline)):
            node.parent.remove(node)


def setup(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(timeline, html=(_visit, _depart))
    app.connect("doctree-resolved", _leave_out, priority=900)
