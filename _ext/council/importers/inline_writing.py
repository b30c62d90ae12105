"""Running text written in the dialect's Markdown: emphasis, links, pictures, and text that is to stay text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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

_SPECIAL = re.compile(r"[\\`*\[\]]|_(?!\w)|(?<!\w)_|!$")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|$)")
_ENTITY = re.compile(r"&(?=#?\w+;|nbsp|$)")
_BESIDE_MARKS = frozenset(("", *" \t\n\u00a0.,;:!?()\"'«»“”‘’¿¡–—-/[>"))
_EDGES = re.compile(r"(^\s+|\s+$)")
_PLAIN_ADDRESS = re.compile(r"[^\s()<>\\]+")
_UNSAFE_IN_ADDRESS = re.compile(r"[<>\\]")


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
                close(0)  # the next line may be read as a block of its own
                parts.append("<br>\n")
            case Picture():
                close(0)
                parts.append(write_picture(piece))
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


def _common_length(names: Sequence[str], wanted: Sequence[str]) -> int:
    """Give how many names, from the first on, are the same in both."""
    pairs = enumerate(zip(names, wanted, strict=False))
    return next((place for place, (name, other) in pairs if name != other), min(len(names), len(wanted)))


def _behind(pieces: Sequence[Inline], place: int, names: list[str]) -> str:
    """Give the sign behind the stretch of text that begins at *place* and has all of these marks."""
    for index in range(place, len(pieces)):
        piece = pieces[index]
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


def _shared(before: Marks, behind: Marks) -> Marks:
    return Marks(
        before.link if before.link == behind.link else "",
        before.strong and behind.strong,
        before.emphasis and behind.emphasis,
        before.script if before.script == behind.script else "",
    )


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _TAG.sub("&lt;", _ENTITY.sub("&amp;", text)))


def _address(link: str) -> str:
    link = _ENTITY.sub("&amp;", link)
    if _PLAIN_ADDRESS.fullmatch(link):
        return link
    kept = _UNSAFE_IN_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", link)
    return f"<{kept}>"


def write_picture(picture: Picture) -> str:
    """Give the source of a picture, in its link where it has one."""
    alt = "" if picture.alt is None else f' alt="{escape(picture.alt)}"'
    align = f' align="{picture.align}"' if picture.align else ""
    image = f'<img src="{escape(picture.source)}"{alt}{align}>'
    return f'<a href="{escape(picture.link)}">{image}</a>' if picture.link else image
