"""The letters of a font in one size, for drawings in a few shades: each is drawn once, and then only put in its place.

A shade is a number from 0, the ground, to :data:`DARKEST`; it takes two bits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from extension_kit.fonts import FALLBACK, FONTS
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

DARKEST = 3
_ELLIPSIS = "…"
_STEP = 255 // DARKEST
_SHADES = [round(level / _STEP) * _STEP for level in range(256)]
"""What each level of grey becomes, so that a letter in any ink is of whole shades."""


class Letters:
    """The letters of the font *name* in the height *size*; the simple layout is the same on every machine."""

    def __init__(self, name: str, size: int) -> None:
        self.size = size
        self._font = ImageFont.truetype(FONTS / f"{name}.ttf", size, layout_engine=ImageFont.Layout.BASIC)
        self._drawn: dict[str, tuple[float, int, int, Image.Image | None]] = {}

    def width(self, text: str) -> float:
        """Give how much room *text* takes in a line."""
        return sum(self._letter(letter)[0] for letter in text)

    def write(self, image: Image.Image, left: float, top: int, text: str, ink: int) -> None:
        """Put *text* on *image* in the shade *ink*."""
        for letter in text:
            advance, right, down, mask = self._letter(letter)
            if mask:
                image.paste(ink, (round(left) + right, top + down), mask)
            left += advance

    def lines(self, text: str, room: int, most: int) -> list[str]:
        """Give *text* in lines of the width *room*, at most so many; the last ends in an ellipsis where there is more."""
        lines: list[str] = []
        line, taken, space = "", 0.0, self.width(" ")
        for piece in self._pieces(text, room):
            width = self.width(piece)
            if not line:
                line, taken = piece, width
            elif taken + space + width <= room:
                line, taken = f"{line} {piece}", taken + space + width
            elif len(lines) + 1 == most:
                return [*lines, self._ending(line, room)]
            else:
                lines.append(line)
                line, taken = piece, width
        return [*lines, line] if line else lines

    def _pieces(self, text: str, room: int) -> Iterator[str]:
        """Give the words of *text*, those that no line has room for in pieces."""
        for word in text.split():
            begin, taken = 0, 0.0
            for end, letter in enumerate(word):
                width = self._letter(letter)[0]
                if taken + width > room:
                    yield word[begin:end]
                    begin, taken = end, 0.0
                taken += width
            yield word[begin:]

    def _ending(self, line: str, room: int) -> str:
        while line and self.width(line + _ELLIPSIS) > room:
            line = line[:-1]
        return line.rstrip() + _ELLIPSIS

    def _letter(self, letter: str) -> tuple[float, int, int, Image.Image | None]:
        """Give how far the next letter is, where this one stands, and its shape."""
        if letter not in self._drawn:
            left, top, right, bottom = map(int, self._font.getbbox(letter))
            mask = None
            if right > left and bottom > top:
                mask = Image.new("L", (right - left, bottom - top))
                ImageDraw.Draw(mask).text((-left, -top), letter, 255, self._font)
                mask = mask.point(_SHADES)
            self._drawn[letter] = (self._font.getlength(letter), left, top, mask)
        return self._drawn[letter]


def letters_for(text: str, name: str, size: int) -> tuple[Letters, str]:
    """Give the letters of the font *name*, or of the one with the most where that lacks any, and what they can show."""
    text = unicodedata.normalize("NFC", text)
    if all(letter.isspace() or ord(letter) in _characters(name) for letter in text):
        return _letters(name, size), text
    known = _characters(FALLBACK)
    return _letters(FALLBACK, size), "".join(letter for letter in text if letter.isspace() or ord(letter) in known)


@lru_cache
def _letters(name: str, size: int) -> Letters:
    return Letters(name, size)


@lru_cache
def _characters(name: str) -> frozenset[int]:
    """Give the characters that a font shows; marks of direction and the like show nothing."""
    codes = TTFont(FONTS / f"{name}.ttf", lazy=True).getBestCmap()
    return frozenset(code for code in codes if not unicodedata.category(chr(code)).startswith("C"))
