"""Drawing a card: what stands for a page without a picture where somebody shares it, as a small PNG.

One ink on one ground, in the four shades that two bits tell, so that a card takes few bytes and little time; a title is
set smaller until it has room.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from council_sphinx.web.card_letters import DARKEST, Letters, letters_for

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
LONGEST_TITLE = 400
"""Characters of a title that are looked at; no more have room."""
_TITLE_SIZES = (76, 64, 54, 46)
_MOST_HEIGHT = 330
_SMALL = 34
_LEADING = 1.22
_TITLE_INK, _NOTE_INK, _RULE_INK = DARKEST, 2, 1
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
    foot = HEIGHT - MARGIN - _SMALL
    image.paste(_note(card.note), (MARGIN, MARGIN))
    image.paste(_note(card.publisher), (MARGIN, foot))
    image.paste(_RULE_INK, (MARGIN, foot - _SMALL, WIDTH - MARGIN, foot - _SMALL + 2))
    letters, lines = _fitting(card.title)
    top = MARGIN + 2 * _SMALL
    for number, line in enumerate(lines):
        letters.write(image, MARGIN, top + number * int(letters.size * _LEADING), line, _TITLE_INK)
    return _png(image, card.ground)


@lru_cache
def _note(text: str) -> Image.Image:
    """Give a line of small letters, the same on many cards."""
    letters, text = letters_for(text, _NOTE_FONT, _SMALL)
    image = Image.new("L", (ROOM, int(_SMALL * _LEADING)), 0)
    for line in letters.lines(text, ROOM, 1):
        letters.write(image, 0, 0, line, _NOTE_INK)
    return image


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
    """Give *image*, its shades as colours from *ground* to white."""
    parts = [int(ground[start : start + 2], 16) for start in (1, 3, 5)]
    image.putpalette([part + (255 - part) * shade // DARKEST for shade in range(DARKEST + 1) for part in parts])
    made = io.BytesIO()
    image.save(made, "PNG", bits=2, compress_type=_RUNS_ALONE)
    return made.getvalue()
