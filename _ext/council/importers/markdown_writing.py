"""Text, lists, tables and pictures written in the dialect's Markdown, so that they are read as what they are.

What would mean something to the dialect and stands as text is escaped; what Markdown has no mark for, or none that is
safe where it stands, is written in the HTML that the dialect reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal


@dataclass(frozen=True, slots=True)
class Marks:
    """How a piece of text is set, and where it leads."""

    link: str = ""
    strong: bool = False
    emphasis: bool = False
    script: Literal["", "sup", "sub"] = ""


UNMARKED = Marks()


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look."""

    text: str
    marks: Marks = UNMARKED


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, without *alt* where none is given, with the address to which it leads."""

    source: str
    alt: str | None = None
    align: str = ""
    link: str = ""


Inline = Piece | LineBreak | Picture


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

_SPECIAL = re.compile(r"[\\`*\[\]]|_(?!\w)|(?<!\w)_|!$")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|$)")
_ENTITY = re.compile(r"&(?=#?\w+;|nbsp|$)")
_LINE_START = re.compile(r"(?:\#{1,6}|>|[-+](?=\s|$)|~(?=~~)|[-|:=+](?=[-|:=+\s]*$))", re.MULTILINE)
_NUMBER_START = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
_BESIDE_MARKS = frozenset(("", *" \t\n\u00a0.,;:!?()\"'«»“”‘’¿¡–—-/[>"))
_EDGES = re.compile(r"(^\s+|\s+$)")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>\\]+")
_UNSAFE_IN_ADDRESS = re.compile(r"[<>\\]")


def write_markdown(blocks: Sequence[Block]) -> str:
    """Give the Markdown of *blocks*, with a line break at its end."""
    text = "\n\n".join(_written(blocks))
    return f"{text}\n" if text else ""


def _written(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the source of each block; lists side by side have other marks, as they would be one list."""
    before: Block | None = None
    odd = False
    for block in blocks:
        odd = isinstance(before, Items) and isinstance(block, Items) and not odd
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
    return f"<center>{_picture(picture)}</center>" if centred and not picture.align else _picture(picture)


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
    return "<br>".join(_flat(cell.blocks)).replace("\n", " ")


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


def write_inline(content: Sequence[Inline]) -> str:
    """Give the source of running text; a line break ends its line."""
    pieces = _parted(content)
    parts: list[str] = []
    opened: list[_Span] = []

    def close(kept: int) -> None:
        parts.extend(span.closing for span in reversed(opened[kept:]))
        del opened[kept:]

    for place, piece in enumerate(pieces):
        match piece:
            case LineBreak():
                parts.append("<br>\n")
            case Picture():
                close(0)
                parts.append(_picture(piece))
            case Piece():
                names = _names(piece.marks)
                close(_common_length([span.name for span in opened], names))
                for depth in range(len(opened), len(names)):
                    before = parts[-1][-1:] if parts else ""
                    opened.append(_span(names, depth, before, _behind(pieces, place, names[: depth + 1])))
                    parts.append(opened[-1].opening)
                parts.append(_escaped(piece.text))
    close(0)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of marked text that is open."""

    name: str
    opening: str
    closing: str


def _names(marks: Marks) -> list[str]:
    """Give the marks from the outermost in; a link by its address."""
    emphasis = [name for name, is_set in (("b", marks.strong), ("i", marks.emphasis)) if is_set]
    return [*([f"a {marks.link}"] if marks.link else []), *emphasis, *([marks.script] if marks.script else [])]


def _common_length(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _behind(pieces: Sequence[Inline], place: int, names: list[str]) -> str:
    """Give the sign behind the stretch of text that begins at *place* and has all of these marks."""
    for piece in pieces[place:]:
        if not isinstance(piece, Piece):
            return " "
        if _names(piece.marks)[: len(names)] != names:
            return "*" if _names(piece.marks)[len(names) - 1 :] else piece.text[0]
    return " "


def _span(names: list[str], depth: int, before: str, behind: str) -> _Span:
    """Give the signs of a mark: Markdown's where nothing beside them could be taken for another meaning, else tags."""
    name = names[depth]
    if name.startswith("a "):
        return _Span(name, "[", f"]({_address(name[2:])})")
    alone = depth == 0 or (depth == 1 and names[0].startswith("a "))
    sign = {"b": "**", "i": "*"}.get(name, "")
    if sign and alone and before in _BESIDE_MARKS and behind in _BESIDE_MARKS:
        return _Span(name, sign, sign)
    return _Span(name, f"<{name}>", f"</{name}>")


def _parted(content: Sequence[Inline]) -> list[Inline]:
    """Give *content* with the white space at the edges of its pieces apart, marked as what stands on both sides."""
    parts: list[Inline] = []
    for piece in content:
        if isinstance(piece, Piece):
            parts += [Piece(text, piece.marks) for text in _EDGES.split(piece.text) if text]
        else:
            parts.append(piece)
    for place, piece in enumerate(parts):
        if isinstance(piece, Piece) and piece.text.isspace():
            sides = [
                side.marks
                for side in (*parts[max(place - 1, 0) : place], *parts[place + 1 : place + 2])
                if isinstance(side, Piece)
            ]
            parts[place] = Piece(piece.text, _shared(*sides) if len(sides) == 2 else UNMARKED)
    return parts


def _shared(one: Marks, other: Marks) -> Marks:
    return Marks(
        one.link if one.link == other.link else "",
        one.strong and other.strong,
        one.emphasis and other.emphasis,
        one.script if one.script == other.script else "",
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _TAG.sub("&lt;", _ENTITY.sub("&amp;", text)))


def _address(link: str) -> str:
    link = _ENTITY.sub("&amp;", link)
    if _PLAIN_ADDRESS.fullmatch(link):
        return link
    kept = _UNSAFE_IN_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", link)
    return f"<{kept}>"


def _picture(picture: Picture) -> str:
    alt = "" if picture.alt is None else f' alt="{escape(picture.alt)}"'
    align = f' align="{picture.align}"' if picture.align else ""
    image = f'<img src="{escape(picture.source)}"{alt}{align}>'
    return f'<a href="{escape(picture.link)}">{image}</a>' if picture.link else image
