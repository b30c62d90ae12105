"""Text, lists, tables and pictures written in the dialect's Markdown, so that they are read as what they are.

What would mean something to the dialect and stands as text is escaped; what Markdown has no mark for, or none that is
safe where it stands, is written in the HTML that the dialect reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from council.importers.inline_writing import Inline, LineBreak, Picture, Piece, write_inline, write_picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a heading of a *level* above 0."""

    content: Sequence[Inline]
    centred: bool = False
    level: int = 0

    @property
    def pictures(self) -> list[Picture]:
        """Its pictures, where it holds nothing else; else none."""
        pictures = [piece for piece in self.content if isinstance(piece, Picture)]
        text = any(isinstance(piece, Piece) and piece.text.strip() for piece in self.content)
        return [] if text else pictures


@dataclass(frozen=True, slots=True)
class Items:
    """A list: of each item its blocks; *start* is the number of the first, or ``None`` where they have none."""

    start: int | None = None
    items: list[list[Block]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says, set apart."""

    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    header: bool = False
    columns: int = 1
    rows: int = 1
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across the page."""


Block = Paragraph | Items | Quotation | Table | Rule

_LINE_START = re.compile(r"(?:\#{1,6}|>|[-+](?=\s|$)|~(?=~~)|[-|:=+](?=[-|:=+\s]*$))", re.MULTILINE)
_NUMBER_START = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")


def write_markdown(blocks: Sequence[Block]) -> str:
    """Give the Markdown of *blocks*, with a line break at its end."""
    text = "\n\n".join(_written(blocks))
    return f"{text}\n" if text else ""


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the source of each block; lists side by side have other marks, as they would be one list."""
    before: Block | None = None
    odd = False
    for block in blocks:
        is_next = (
            isinstance(before, Items) and isinstance(block, Items) and (before.start is None) == (block.start is None)
        )
        odd = is_next and not odd
        before = block
        if text := _block(block, odd):
            yield text


def _block(block: Block, odd: bool = False) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Items():
            return _items(block, odd)
        case Quotation():
            lines = "\n\n".join(_written(block.blocks)).split("\n")
            return "\n".join(f"> {line}".rstrip() for line in lines)
        case Table():
            return _pipe_table(block.rows) if _is_plain(block.rows) else _html_table(block.rows)
    return "---"


def _paragraph(paragraph: Paragraph) -> str:
    if pictures := paragraph.pictures:
        return "\n\n".join(_lone_picture(picture, paragraph.centred) for picture in pictures)
    if paragraph.level:
        pictures = [piece for piece in paragraph.content if isinstance(piece, Picture)]
        words = [
            Piece(" ") if isinstance(piece, LineBreak) else piece
            for piece in paragraph.content
            if piece not in pictures
        ]
        heading = re.sub(r"(#+)$", r"\\\1", " ".join(write_inline(words).split()))
        return "\n\n".join(
            [f"{'#' * paragraph.level} {heading}", *(_lone_picture(picture, paragraph.centred) for picture in pictures)]
        )
    lines = write_inline(paragraph.content).split("\n")
    text = "\n".join(_safe_start(line.strip()) for line in lines)
    return f"<center>{text}</center>" if paragraph.centred else text


def _lone_picture(picture: Picture, centred: bool) -> str:
    return f"<center>{write_picture(picture)}</center>" if centred and not picture.align else write_picture(picture)


def _safe_start(line: str) -> str:
    """Give *line* so that it begins no block."""
    if _LINE_START.match(line):
        return f"\\{line}"
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if _NUMBER_START.match(line) else line


def _items(items: Items, odd: bool) -> str:
    texts = []
    for number, blocks in enumerate(items.items, items.start or 0):
        mark = ("*" if odd else "-") if items.start is None else f"{number}{')' if odd else '.'}"
        lines = "\n\n".join(_written(blocks)).split("\n")
        indented = "\n".join(f"{' ' * (len(mark) + 1)}{line}" if line else "" for line in lines[1:])
        texts.append(f"{mark} {lines[0]}" + (f"\n{indented}" if lines[1:] else ""))
    loose = any(len(blocks) > 1 for blocks in items.items)
    return ("\n\n" if loose else "\n").join(texts)


def _is_plain(rows: list[list[Cell]]) -> bool:
    """Whether a table is one of pipes: a head, rows no longer than it, and in each cell no more than a paragraph."""
    cells = [cell for row in rows for cell in row]
    paragraphs = all(
        len(cell.blocks) <= 1 and all(isinstance(block, Paragraph) for block in cell.blocks) for cell in cells
    )
    heads = [all(cell.header for cell in row) for row in rows]
    return (
        len(rows) > 1
        and heads[0]
        and not any(cell.header for row in rows[1:] for cell in row)
        and all(len(row) <= len(rows[0]) for row in rows)
        and all(cell.columns == cell.rows == 1 for cell in cells)
        and paragraphs
    )


def _pipe_table(rows: list[list[Cell]]) -> str:
    def line(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    texts = [[_cell_text(cell).replace("|", "\\|") for cell in row] for row in rows]
    width = len(texts[0])
    filled = [[*row, *([""] * (width - len(row)))] for row in texts]
    return "\n".join([line(filled[0]), line(["---"] * width), *map(line, filled[1:])])


def _html_table(rows: list[list[Cell]]) -> str:
    lines = ["<table>"]
    for row in filter(None, rows):
        lines.append("<tr>")
        for cell in row:
            name = "th" if cell.header else "td"
            spans = (("colspan", cell.columns), ("rowspan", cell.rows))
            attributes = "".join(f' {key}="{span}"' for key, span in spans if span > 1)
            lines.append(f"<{name}{attributes}>{_cell_text(cell)}</{name}>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table>"])


def _cell_text(cell: Cell) -> str:
    """Give the content of a cell on one line, which is read as running text."""
    return "<br>".join(_flat(cell.blocks)).replace("\n", "")


def _flat(blocks: Iterable[Block], mark: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield mark + write_inline(block.content)
            case Items():
                for number, item in enumerate(block.items, block.start or 0):
                    yield from _flat(item, "• " if block.start is None else f"{number}. ")
            case Quotation():
                yield from _flat(block.blocks)
