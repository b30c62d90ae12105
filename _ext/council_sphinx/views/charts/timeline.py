"""A line of time with a mark for each month that has mentions, which leads to what is said there."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.views.charts.inline_svg import TARGET, link
from council_sphinx.views.charts.year_axis import MARGIN, YearAxis

WIDTH, HEIGHT, BASE = 720, 68, 30
"""The size of the drawing, and the height of its line, in pixels; on a page it is as wide as the text."""
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
    axis = YearAxis(marks[0].day.year, max(last, marks[-1].day.year))
    first, end = axis.place(marks[0].day), axis.place(marks[-1].day)
    drawn = "".join(_mark(mark, axis.place(mark.day), linked) for mark in marks)
    named = f' aria-label="{escape(label)}"' if label else ""
    return (
        f'<svg class="timeline" {root}{named}>'
        f'<line class="axis" x1="{MARGIN}%" x2="{100 - MARGIN}%" y1="{BASE}" y2="{BASE}"/>'
        f'<line class="span" x1="{first}" x2="{end}" y1="{BASE}" y2="{BASE}"/>'
        f'{axis.ticks(BASE + 1)}<g class="marks">{drawn}</g></svg>\n'
    )


def _mark(mark: Mark, place: str, linked: bool) -> str:
    """Give a mark, with the number of mentions where there are several, within all that leads to them."""
    circle = f'<circle class="mark" cx="{place}" cy="{BASE}" r="{7 if mark.count == 1 else 10}"/>'
    if not linked:
        return circle
    count = f'<text class="count" x="{place}" y="{BASE + 4}">{mark.count}</text>' if mark.count > 1 else ""
    target = f'<circle class="target" cx="{place}" cy="{BASE}" r="{TARGET}"/>'
    return link(mark.uri, mark.title, target, circle, count)


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
