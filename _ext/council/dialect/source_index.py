"""Where things stand in a source, found once for each text: lines, ends of comments, closing tags.

Rules ask for the next of them at many places; looking ahead from each would cost the square of the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_TEXTS = 16
"""A release and the paragraphs in it that were read last."""


def lines_before(source: str, position: int) -> int:
    """Give how many lines end before *position* of *source*."""
    return bisect_left(_places(source, "\n"), position)


def next_place(source: str, text: str, position: int) -> int | None:
    """Give where *text* stands next in *source*, from *position* on."""
    places = _places(source, text)
    index = bisect_left(places, position)
    return places[index] if index < len(places) else None


@lru_cache(maxsize=_TEXTS)
def _places(source: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(text), source)]


def next_closing(source: str, name: str, position: int) -> tuple[int, int] | None:
    """Give the span of the next closing tag of the element *name*, from *position* on, with no other attribute."""
    spans = _closing_tags(source, name)
    index = bisect_left(spans, (position, 0))
    return spans[index] if index < len(spans) else None


@lru_cache(maxsize=_TEXTS)
def _closing_tags(source: str, name: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"</{name}\s*>", source, re.IGNORECASE)]
