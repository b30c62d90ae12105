"""Tables: ``<table>`` of HTML, and pipe tables whose rows are longer than their head.

A table whose cells hold nothing but pictures is a way to place pictures side by side
(2019-02-22); its pictures become a gallery.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, table
from markdown_it.token import Token

from council.dialect import html_tags
from council.dialect.html_blocks import read_element
from council.dialect.html_tags import Tag
from council.dialect.source_index import lines_before

_NO_TEXT = re.compile(
    rf"""(?:</?(?:{"|".join(sorted(html_tags.KNOWN))})(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>|<!--[^>]*-->|&nbsp;?|\s)*""",
    re.IGNORECASE,
)
_SPAN_LIMIT = 100


@dataclass(slots=True)
class _Cell:
    tag: Tag
    start: int
    end: int

    def span(self, name: str) -> int:
        value = self.tag.attributes.get(name, "1")
        return min(max(int(value), 1), _SPAN_LIMIT) if value.isascii() and value.isdigit() else 1


@dataclass(slots=True)
class _Parts:
    rows: list[list[_Cell]] = field(default_factory=list)
    outside: list[tuple[int, int]] = field(default_factory=list)


def html_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``<table>…</table>``, over any lines."""
    position = state.bMarks[start_line] + state.tShift[start_line]
    if position >= state.eMarks[start_line] or state.src[position] != "<":
        return False
    tag = html_tags.read_tag(state.src, position, state.eMarks[end_line - 1])
    if tag is None or tag.closing or tag.name != "table":
        return False
    if not silent:
        read_element(state, tag, start_line, end_line, _read_table)
    return True


def _read_table(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    source = state.src
    parts = _parts(source, tag.end, end)
    for start, stop in parts.outside:
        _push_paragraph(state, source[start:stop], first, last + 1)
    if not any(parts.rows):
        return
    if _NO_TEXT.fullmatch(source, tag.end, end) and "<img" in source[tag.end : end].lower():
        for cell in (cell for row in parts.rows for cell in row):
            line = _line_of(source, tag, first, cell)
            content = source[cell.start : cell.end]
            if "<img" not in content.lower():
                continue
            centered = cell.tag.attributes.get("align") == "center" or "<center" in content.lower()
            _push_paragraph(state, content, line, line + 1, centered=centered)
        return
    _push_table(state, tag, parts.rows, first, last)


def _line_of(source: str, table: Tag, first: int, cell: _Cell) -> int:
    """Give the line of a cell of the *table* that begins on the line *first*."""
    return first + lines_before(source, cell.start) - lines_before(source, table.start)


def _parts(source: str, start: int, end: int) -> _Parts:
    """Find the cells, row by row, and the text that stands outside of any."""
    parts = _Parts()
    cell: _Cell | None = None
    behind, depth = start, 0
    for match in re.compile(r"</?[A-Za-z]").finditer(source, start, end):
        tag = html_tags.read_tag(source, match.start(), end)
        if tag is None or tag.name not in html_tags.TABLE_PARTS or tag.start < behind:
            continue
        if tag.name == "table":
            depth += -1 if tag.closing else 1
        if depth:
            continue
        if cell is None:
            parts.outside.append((behind, tag.start))
        elif tag.name != "table":
            cell.end = tag.start
            cell = None
        behind = tag.end
        if tag.name == "tr" and not tag.closing:
            parts.rows.append([])
        elif tag.name in {"td", "th"} and not tag.closing:
            cell = _Cell(tag, tag.end, end)
            if not parts.rows:
                parts.rows.append([])
            parts.rows[-1].append(cell)
    if cell is None:
        parts.outside.append((behind, end))
    parts.outside = [(a, b) for a, b in parts.outside if source[a:b].strip()]
    return parts


def _push_paragraph(state: StateBlock, content: str, first: int, behind: int, centered: bool = False) -> None:
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [first, behind]
    if centered:
        opening.attrJoin("class", "centered")
    _push_inline(state, content, first, behind)
    state.push("paragraph_close", "p", -1)


def _push_inline(state: StateBlock, content: str, first: int, behind: int) -> None:
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content.strip(), [first, behind], []


def _push_table(state: StateBlock, tag: Tag, rows: list[list[_Cell]], first: int, last: int) -> None:
    opening = state.push("html_table_open", "table", 1)
    opening.map = [first, last + 1]
    for row in filter(None, rows):
        row_open = state.push("tr_open", "tr", 1)
        row_line = _line_of(state.src, tag, first, row[0])
        row_open.map = [row_line, row_line + 1]
        row_open.meta["header"] = all(cell.tag.name == "th" for cell in row)
        for cell in row:
            cell_open = state.push(f"{cell.tag.name}_open", cell.tag.name, 1)
            cell_open.meta.update(colspan=cell.span("colspan"), rowspan=cell.span("rowspan"))
            line = _line_of(state.src, tag, first, cell)
            cell_open.map = [line, line + 1]
            _push_inline(state, state.src[cell.start : cell.end], line, line + 1)
            state.push(f"{cell.tag.name}_close", cell.tag.name, -1)
        state.push("tr_close", "tr", -1)
    state.push("html_table_close", "table", -1)


def pipe_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a pipe table; cells beyond the last column join it, where GFM would drop them."""
    before = len(state.tokens)
    if not table(state, start_line, end_line, silent):
        return False
    if not silent:
        for index in range(before, len(state.tokens)):
            if state.tokens[index].type == "tr_open":
                _keep_surplus(state, index)
    return True


def _keep_surplus(state: StateBlock, index: int) -> None:
    row = state.tokens[index]
    assert row.map is not None
    line = row.map[0]
    source = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    cells = escapedSplit(source)
    if cells and cells[0] == "":
        cells.pop(0)
    if cells and cells[-1] == "":
        cells.pop()
    columns: list[Token] = []
    while state.tokens[index].type != "tr_close":
        if state.tokens[index].type == "inline":
            columns.append(state.tokens[index])
        index += 1
    surplus = [cell.strip() for cell in cells[len(columns) :] if cell.strip()]
    if surplus and columns:
        columns[-1].content = " ".join([columns[-1].content, *surplus]).strip()
