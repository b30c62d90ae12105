"""A line of time with a mark for each month that has mentions, which leads to what is said there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

WIDTH, HEIGHT, BASE = 720, 68, 30
"""The size of the drawing, and the height of its line, in pixels; on a page it is as wide as the text."""
_MARGIN = 4.0
"""Percent of the width, left and right of the line."""
_MOST_YEARS = 6
"""So many numbers of years have room on a phone."""
_TARGET = 12
"""Half of what a finger needs, in pixels."""
_ON_SCREEN = f'role="group" width="100%" height="{HEIGHT}"'


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said in the month around *day*: how many mentions, where they are (*uri*), and in words."""

    day: datetime.date
    count: int
    uri: str
    title: str


class timeline(nodes.General, nodes.Element):  # noqa: N801
    """A drawing: its ``marks`` by date, the year that it goes up to (``last``), and in words what it shows (``label``)."""


def timeline_of(marks: Iterable[Mark], last: int, label: str) -> timeline:
    """Give the drawing of *marks*, up to the end of the year *last*; the table beside it says the same in words."""
    return timeline("", marks=sorted(marks, key=lambda mark: mark.day), last=last, label=label)


def drawing(marks: Sequence[Mark], last: int, label: str = "", root: str = _ON_SCREEN, *, linked: bool = True) -> str:
    """Give the SVG; colours are those of the page, so that it serves in the dark as well.

    *root* are the attributes of its root: its size, and its looks where no style sheet is at hand.
    """
    first_year, end = marks[0].day.year, max(last, marks[-1].day.year) + 1
    start = datetime.date(first_year, 1, 1).toordinal()
    length = datetime.date(end, 1, 1).toordinal() - start

    def place(day: datetime.date) -> str:
        return f"{_MARGIN + (day.toordinal() - start) / length * (100 - 2 * _MARGIN):.2f}%"

    step = -(-(end - first_year) // _MOST_YEARS)
    ticks = "".join(_tick(place(datetime.date(year, 1, 1)), year) for year in range(first_year, end + 1, step))
    drawn = "".join(_mark(mark, place(mark.day), linked) for mark in marks)
    named = f' aria-label="{escape(label)}"' if label else ""
    return (
        f'<svg class="timeline" {root}{named}>'
        f'<line class="axis" x1="{_MARGIN}%" x2="{100 - _MARGIN}%" y1="{BASE}" y2="{BASE}"/>'
        f'<line class="span" x1="{place(marks[0].day)}" x2="{place(marks[-1].day)}" y1="{BASE}" y2="{BASE}"/>'
        f'<g class="ticks">{ticks}</g><g class="marks">{drawn}</g></svg>\n'
    )


def _tick(place: str, year: int) -> str:
    line = f'<line x1="{place}" x2="{place}" y1="{BASE + 1}" y2="{BASE + 8}"/>'
    return f'{line}<text x="{place}" y="{BASE + 26}">{year}</text>'


def _mark(mark: Mark, place: str, linked: bool) -> str:
    """Give a mark, with the number of mentions where there are several, within all that leads to them."""
    circle = f'<circle class="mark" cx="{place}" cy="{BASE}" r="{7 if mark.count == 1 else 10}"/>'
    count = f'<text class="count" x="{place}" y="{BASE + 4}">{mark.count}</text>' if mark.count > 1 else ""
    if not linked:
        return circle
    target = f'<circle class="target" cx="{place}" cy="{BASE}" r="{_TARGET}"/>'
    title = escape(mark.title)
    return f'<a href="{escape(mark.uri)}" aria-label="{title}"><title>{title}</title>{target}{circle}{count}</a>'


def _visit(translator: HTML5Translator, node: timeline) -> None:
    translator.body.append(drawing(node["marks"], node["last"], node["label"]))


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
