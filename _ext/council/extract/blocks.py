"""The tokens of a release as a flat sequence of text blocks: what the extraction reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from markdown_it.token import Token

from council.dialect.plain_text import raw_text
from council.language.folding import fold

BlockKind = Literal["title", "heading", "paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands: in which *table* of the release, which *row* and *column*, all from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class Block:
    """A run of text: a heading, a paragraph or a table cell, whose place is *cell*.

    *text* is what a reader sees, line breaks kept, those of ``<br>`` too; *line* and *last_line* count from 1.
    *depth* is how many lists it stands in, *item* identifies the innermost list item and *opens_item* says
    whether it is the item's first text.  *strong* and *emphasis* are spans of *text*.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    depth: int = 0
    item: int | None = None
    opens_item: bool = False
    ordered: bool = False
    banner: bool = False
    strong: tuple[tuple[int, int], ...] = field(default=())
    emphasis: tuple[tuple[int, int], ...] = field(default=())
    last_line: int = 0
    cell: Cell | None = None

    def line_at(self, position: int) -> int:
        """Give the line of the file on which the character at *position* stands."""
        return min(self.line + bisect_left(self._line_ends, position), max(self.last_line, self.line))

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    @cached_property
    def flat(self) -> str:
        """The text on one line, of the same length as *text*, so that positions agree."""
        return self.text.replace("\n", " ")

    def part(self, start: int, end: int) -> Block:
        """Give the block that is the text from *start* to *end* alone: a line of a form."""
        return replace(
            self,
            text=self.text[start:end],
            line=self.line_at(start),
            last_line=self.line_at(end),
            strong=_within(self.strong, start, end),
            emphasis=_within(self.emphasis, start, end),
        )

    @cached_property
    def folded(self) -> str:
        """The text on one line, folded, of the same length as *text*."""
        return fold(self.flat)


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in spans)
    return tuple(span for span in cut if span[0] < span[1])


def read_blocks(tokens: Sequence[Token]) -> list[Block]:
    """Give the text blocks of a release in reading order; a title made up for the page is left out."""
    return list(_blocks(tokens))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    items: list[int] = []
    ordered: list[bool] = []
    opened: set[int] = set()
    cells = _cells(tokens)
    for index, token in enumerate(tokens):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            ordered.append(token.type == "ordered_list_open")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            ordered.pop()
        elif token.type == "list_item_open":
            items.append(index)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type == "inline":
            opening = tokens[index - 1]
            if opening.meta.get("derived"):
                continue
            item = items[-1] if items else None
            block = replace(
                _block(opening, token),
                depth=len(items),
                item=item,
                opens_item=item is not None and item not in opened,
                ordered=bool(ordered and ordered[-1]),
                cell=cells.get(index - 1),
            )
            if block.text.strip():
                opened.update(items[-1:])
                yield block


def _block(opening: Token, inline: Token) -> Block:
    """Give the block of an *inline* token, as if it stood in no list."""
    children = inline.children or []
    first, last = inline.map or (0, 1)
    return Block(
        kind=_kind(opening),
        text=raw_text(children),
        line=first + 1,
        last_line=last,
        level=int(opening.tag[1]) if opening.type == "heading_open" else 0,
        banner=bool(opening.meta.get("banner")),
        strong=_spans(children, "strong"),
        emphasis=_spans(children, "em"),
    )


def _cells(tokens: Sequence[Token]) -> dict[int, Cell]:
    """Give the place of each cell by the index of the token that opens it, cells over several rows or columns heeded."""
    cells: dict[int, Cell] = {}
    table = row = column = -1
    taken: set[tuple[int, int]] = set()
    for index, token in enumerate(tokens):
        if token.type in {"table_open", "html_table_open"}:
            table, row, taken = table + 1, -1, set()
        elif token.type == "tr_open":
            row, column = row + 1, 0
        elif token.type in {"td_open", "th_open"}:
            while (row, column) in taken:
                column += 1
            cells[index] = Cell(table, row, column)
            rows, columns = int(token.meta.get("rowspan", 1)), int(token.meta.get("colspan", 1))
            if rows > 1:
                taken |= {(row + down, column + right) for down in range(1, rows) for right in range(columns)}
            column += columns
    return cells


def _kind(opening: Token) -> BlockKind:
    if opening.type == "heading_open":
        return "title" if opening.meta.get("title") else "heading"
    return "cell" if opening.type in {"td_open", "th_open"} else "paragraph"


def _spans(children: Sequence[Token], name: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    starts: list[int] = []
    position = 0
    for child in children:
        if child.type == f"{name}_open":
            starts.append(position)
        elif child.type == f"{name}_close" and starts:
            spans.append((starts.pop(), position))
        position += len(raw_text([child]))
    return tuple(span for span in sorted(spans) if span[0] < span[1])
