"""Drawing a card: what stands for a page without a picture where somebody shares it, as a small PNG.

One ink on one ground, in the four shades that two bits tell, so that a card takes few bytes and little time; a title is
set smaller until it has room.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw

from council_sphinx.web.card_letters import Letters, letters_for

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
LONGEST_TITLE = 400
"""Characters of a title that are looked at; no more have room."""
_TITLE_SIZES = (76, 64, 54, 46)
_MOST_HEIGHT = 330
_SMALL = 34
_LEADING = 1.22
_TITLE_INK, _NOTE_INK, _RULE_INK = 255, 170, 85
_BITS = 2
_TITLE_FONT, _NOTE_FONT = "SourceSerif4-Bold", "SourceSans3-Regular"
_RUNS_ALONE = 3
"""The way of zlib that looks for runs of one shade alone: half the time, and hardly more bytes."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card tells: *note* stands above the title, *publisher* at its foot; *ground* is a colour, ``#7a1f3d``."""

    title: str
    note: str
    publisher: str
    ground: str


def drawn(card: Card) -> bytes:
    """Give the PNG of *card*."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    _write_note(image, MARGIN, card.note)
    letters, lines = _fitting(card.title)
    top = MARGIN + 2 * _SMALL
    for number, line in enumerate(lines):
        letters.write(image, MARGIN, top + number * int(letters.size * _LEADING), line, _TITLE_INK)
    foot = HEIGHT - MARGIN - _SMALL
    ImageDraw.Draw(image).rectangle((MARGIN, foot - _SMALL, WIDTH - MARGIN, foot - _SMALL + 1), _RULE_INK)
    _write_note(image, foot, card.publisher)
    return _png(image, card.ground)


def _write_note(image: Image.Image, top: int, text: str) -> None:
    letters, text = letters_for(text, _NOTE_FONT, _SMALL)
    for line in letters.lines(text, ROOM, 1):
        letters.write(image, MARGIN, top, line, _NOTE_INK)


def _fitting(title: str) -> tuple[Letters, list[str]]:
    """Give the lines of *title* in the largest letters in which it has room; in the smallest, as much as has."""
    for size in _TITLE_SIZES:
        letters, text = letters_for(title[:LONGEST_TITLE], _TITLE_FONT, size)
        most = _MOST_HEIGHT // int(size * _LEADING)
        lines = letters.lines(text, ROOM, most + 1)
        if len(lines) <= most:
            return letters, lines
    return letters, letters.lines(text, ROOM, most)


def _png(image: Image.Image, ground: str) -> bytes:
    """Give *image* with its shades as colours from *ground* to white."""
    shades = 1 << _BITS
    indexed = image.point([level >> 8 - _BITS for level in range(256)])
    parts = [int(ground[start : start + 2], 16) for start in (1, 3, 5)]
    indexed.putpalette([part + (255 - part) * shade // (shades - 1) for shade in range(shades) for part in parts])
    made = io.BytesIO()
    indexed.save(made, "PNG", bits=_BITS, compress_type=_RUNS_ALONE)
    return made.getvalue()
