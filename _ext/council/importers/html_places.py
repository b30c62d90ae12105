"""Elements of HTML that change where the text within them goes: lists, quotations, tables, sliders."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from council.dialect.html_tags import BLOCKS, HEADINGS
from council.importers.inline_writing import UNMARKED, Marks
from council.importers.markdown_writing import Block, Cell

_SLIDERS = frozenset("div section article aside figure ul ol".split())
_SLIDER = re.compile(r"\b(?:carousel|slider|slideshow|slides|swiper|flexslider|bxslider|slick)\b", re.IGNORECASE)
_CENTRED = frozenset("text-center center-block aligncenter mx-auto".split())
_CENTRED_TEXT = "text-align:center"
_HIDDEN = "display:none"
_CENTRED_BOX = re.compile(r"margin:(?:[^;]*[^\w;])?auto\b")
_WHITE = re.compile(r"\s+(?=[:;])|(?<=[:;])\s+")
NUMBER = re.compile("[1-9][0-9]{0,3}")
_WIDEST = 99
_MOST_LEVELS = 8
"""Lists and quotations within each other that are kept as such; what lies deeper is text of the last."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an element goes, and how it is set.

    *items* and *rows* are those of the list or table whose parts may follow; *shown* counts what was shown before.
    """

    blocks: list[Block] = field(default_factory=list)
    marks: Marks = UNMARKED
    centred: bool = False
    level: int = 0
    levels: int = 0
    items: list[list[Block]] | None = None
    rows: list[list[Cell]] | None = None
    is_slider: bool = False
    preformatted: bool = False
    no_headings: bool = False
    shown: int = 0


def _list(element: etree._Element, place: Place) -> Place:
    """A list that stands in another, but in no item of it, belongs to the item before."""
    if place.is_slider or place.levels == _MOST_LEVELS:
        return place
    blocks = place.blocks
    if place.items is not None:
        place.items.extend([[]] if not place.items else [])
        blocks = place.items[-1]
    return replace(place, blocks=blocks, items=[], rows=None, level=0, levels=place.levels + 1, no_headings=True)


def _item(element: etree._Element, place: Place) -> Place:
    if place.items is None:
        return place
    place.items.append([])
    return replace(place, blocks=place.items[-1], items=None)


def _quotation(element: etree._Element, place: Place) -> Place:
    if place.levels == _MOST_LEVELS:
        return place
    return replace(place, blocks=[], items=None, rows=None, level=0, levels=place.levels + 1, no_headings=True)


def _table(element: etree._Element, place: Place) -> Place:
    """A table with a table or a heading in it, or of a single cell, only lays out what it holds."""
    lays_out = element.find(".//table") is not None or next(element.iter(*HEADINGS), None) is not None
    cells = len(list(islice(element.iter("td", "th"), 2)))
    return replace(place, rows=None if lays_out or cells < 2 else [], items=None, level=0)


def _row(element: etree._Element, place: Place) -> Place:
    if place.rows is not None:
        place.rows.append([])
    return place


def _cell(element: etree._Element, place: Place) -> Place:
    if place.rows is None:
        return place
    spans = [element.get(name, "1") for name in ("colspan", "rowspan")]
    columns, rows = (min(int(span), _WIDEST) if NUMBER.fullmatch(span) else 1 for span in spans)
    cell = Cell(element.tag == "th", columns, rows)
    place.rows.extend([[]] if not place.rows else [])
    place.rows[-1].append(cell)
    return replace(place, blocks=cell.blocks, rows=None, no_headings=True)


def _preformatted(element: etree._Element, place: Place) -> Place:
    return replace(place, preformatted=True)


OPENED: dict[str, Callable[[etree._Element, Place], Place]] = {
    "ul": _list,
    "ol": _list,
    "li": _item,
    "blockquote": _quotation,
    "table": _table,
    "tr": _row,
    "td": _cell,
    "th": _cell,
    "pre": _preformatted,
}
"""Elements that change where text goes: from the place around them to that of what they hold."""


def begins_slider(element: etree._Element) -> bool:
    """Whether *element* shows one picture at a time."""
    named = _SLIDER.search(f"{element.get('class', '')} {element.get('u', '')}") is not None  # Jssor marks by ``u``
    return named and element.tag in _SLIDERS and element.find(".//img") is not None


def is_centred(element: etree._Element, inherited: bool) -> bool:
    """Whether *element* is set in the middle, as what is around it where it does not say."""
    align = element.get("align", "").lower()
    if element.tag == "center" or align == "center":
        return True
    if align in {"left", "right", "justify"}:
        return False
    style = _style(element)
    is_named = not _CENTRED.isdisjoint(element.get("class", "").split())
    return inherited or is_named or _CENTRED_TEXT in style or _CENTRED_BOX.search(style) is not None


def is_hidden(element: etree._Element) -> bool:
    """Whether *element* is a part of a line that is not shown; of hidden blocks, as of tabs, a script may show each."""
    return element.tag not in BLOCKS and _HIDDEN in _style(element)


def _style(element: etree._Element) -> str:
    return _WHITE.sub("", element.get("style", "")).lower()
