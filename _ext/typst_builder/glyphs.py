"""Which characters the book's fonts can show.

PDF/A and PDF/UA allow no character without a glyph, so Typst refuses a document that has one.  What no font
has is written as its code point, ``[U+4E2D]``: nothing is lost, and the build tells of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from extension_kit.fonts import FALLBACK
from fontTools.ttLib import TTFont

from .literals import string

_NOT_PRINTED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
"""Controls, marks of direction, selectors of variants: no glyph of their own, nothing to see in print.

Soft hyphens too, as words are hyphenated by the language; one at the end of a link ends Typst 0.15.
"""
_LONG_WORD = re.compile(r"[^\s/-]{32,}|[/-]{32,}")
"""No line of a heading or a cell has room for it; addresses break at their slashes."""
_PIECE = 12
_MAY_BREAK = "\u200b"


class Glyphs:
    """The characters that the fonts of a folder have, and text made of these alone.

    One can be shown when the fallback has it, or every other font.
    """

    def __init__(self, folder: Path) -> None:
        fonts = {file.stem: _characters(file) for file in sorted(folder.glob("*.ttf"))}
        self._sets = (fonts.pop(FALLBACK), frozenset.intersection(*fonts.values()))

    def printable(self, text: str) -> tuple[str, frozenset[str]]:
        """Give *text* as it can be printed, and the characters that no font has."""
        if text.isascii() and text.isprintable():
            return text, frozenset()
        text = _NOT_PRINTED.sub("", unicodedata.normalize("NFC", text))
        if self._one_font_has(text):
            return text, frozenset()
        missing: set[str] = set()
        parts = []
        for cluster in _clusters(text):
            if self._one_font_has(cluster):
                parts.append(cluster)
                continue
            for character in cluster:
                if character.isspace():
                    parts.append(" ")
                elif self._one_font_has(character) and not unicodedata.combining(character):
                    parts.append(character)
                else:
                    parts.append(f"[U+{ord(character):04X}]")
                    missing.add(character)
        return "".join(parts), frozenset(missing)

    def literal(self, text: str) -> str:
        """Give *text* as it can be printed, as a string literal."""
        return string(self.printable(text)[0])

    def _one_font_has(self, cluster: str) -> bool:
        """Whether one font has all of *cluster*: a letter and its accents are drawn by the same."""
        return any(all(ord(character) in font or character in "\n\t" for character in cluster) for font in self._sets)


def breakable(text: str) -> str:
    """Give *text* with places in its longest words where a line may end, as one that cannot runs off the page."""
    return _LONG_WORD.sub(lambda word: _MAY_BREAK.join(_pieces(word[0])), text)


def _pieces(word: str) -> Iterator[str]:
    """Give a word in pieces that part no character from its marks."""
    piece, length = "", 0
    for cluster in _clusters(word):
        if length == _PIECE:
            yield piece
            piece, length = "", 0
        piece, length = piece + cluster, length + 1
    yield piece


def _characters(font: Path) -> frozenset[int]:
    """Give the characters of a font; those for private use mean nothing outside of it, and PDF/A forbids them."""
    characters = TTFont(font, lazy=True).getBestCmap()
    return frozenset(code for code in characters if unicodedata.category(chr(code)) != "Co")


def _clusters(text: str) -> Iterator[str]:
    """Give each character together with the marks that combine with it."""
    cluster = ""
    for character in text:
        if cluster and not unicodedata.category(character).startswith("M"):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
