"""Drawing a card: what stands for a page without a picture where somebody shares it, as a small PNG.

One ink on one ground, in the four shades that two bits tell, so that a card takes few bytes and little time; a title is
set smaller until it has room.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from council_sphinx.web.card_letters import DARKEST, Letters, letters_for
from council_sphinx.web.striped_png import Strip, striped_png

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
_NOTE_HEIGHT = int(_SMALL * _LEADING)
_TITLE_TOP = 2 * _SMALL - _NOTE_HEIGHT
"""How far a title is below the strip of the note."""
_RULE_TOP, _FOOT = HEIGHT - MARGIN - 2 * _SMALL, HEIGHT - MARGIN - _SMALL


@dataclass(frozen=True, slots=True)
class Card:
    """What a card tells: *note* stands above the title, *publisher* at its foot; *ground* is a colour, ``#7a1f3d``."""

    title: str
    note: str
    publisher: str
    ground: str


def drawn(card: Card) -> bytes:
    """Give the PNG of *card*."""
    title = _title(card.title)
    strips = [
        _plain(MARGIN),
        _note(card.note),
        title,
        _plain(_RULE_TOP - MARGIN - _NOTE_HEIGHT - title.height),
        _rule(),
        _note(card.publisher),
        _plain(HEIGHT - _FOOT - _NOTE_HEIGHT),
    ]
    return striped_png(WIDTH, strips, _colours(card.ground))


def _canvas(height: int) -> Image.Image:
    return Image.new("P", (WIDTH, height), 0)


@lru_cache
def _plain(height: int) -> Strip:
    return Strip.of(_canvas(height))


@lru_cache
def _rule() -> Strip:
    """Give the rule above the foot, and the room below it."""
    image = _canvas(_FOOT - _RULE_TOP)
    image.paste(_RULE_INK, (MARGIN, 0, WIDTH - MARGIN, 2))
    return Strip.of(image)


@lru_cache
def _note(text: str) -> Strip:
    """Give a line of small letters, the same on many cards."""
    letters, text = letters_for(text, _NOTE_FONT, _SMALL)
    image = _canvas(_NOTE_HEIGHT)
    for line in letters.lines(text, ROOM, 1):
        letters.write(image, MARGIN, 0, line, _NOTE_INK)
    return Strip.of(image)


def _title(title: str) -> Strip:
    """Give the lines of a title, with room for what reaches above and below them."""
    letters, lines = _fitting(title)
    height = int(letters.size * _LEADING)
    most = _RULE_TOP - MARGIN - _NOTE_HEIGHT
    image = _canvas(min(_TITLE_TOP + len(lines) * height + letters.size, most))
    for number, line in enumerate(lines):
        letters.write(image, MARGIN, _TITLE_TOP + number * height, line, _TITLE_INK)
    return Strip.of(image)


def _fitting(title: str) -> tuple[Letters, list[str]]:
    """Give the lines of *title* in the largest letters in which it has room; in the smallest, as much as has."""
    for size in _TITLE_SIZES:
        letters, text = letters_for(title[:LONGEST_TITLE], _TITLE_FONT, size)
        most = _MOST_HEIGHT // int(size * _LEADING)
        lines = letters.lines(text, ROOM, most + 1)
        if len(lines) <= most:
            return letters, lines
    return letters, letters.lines(text, ROOM, most)


def _colours(ground: str) -> bytes:
    """Give the colours of the shades, from *ground* to white."""
    parts = [int(ground[start : start + 2], 16) for start in (1, 3, 5)]
    return bytes(part + (255 - part) * shade // DARKEST for shade in range(DARKEST + 1) for part in parts)
