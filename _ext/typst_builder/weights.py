"""How much room a document takes: on paper, and in memory while it is laid out; estimated before the layout.

Typst holds a whole book in memory.  The figures are those of Typst 0.15, measured on books with and without pictures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CODE_OF_A_PAGE = 6800
"""Bytes of code that fill a page."""
PICTURE = 0.3
"""The share of a page that a picture takes."""
MEMORY_OF_A_PAGE = 2.0
"""Megabytes that a page of text takes until the book is written."""
COPIES = 5
"""So many times its size a picture takes, as Typst writes it, or writes it anew, into the book."""
_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Weight:
    """Room on paper and in memory."""

    pages: float = 0.0
    megabytes: float = 0.0

    def __add__(self, other: Weight) -> Weight:
        """Give the room that both take."""
        return Weight(self.pages + other.pages, self.megabytes + other.megabytes)

    def is_within(self, most: Weight) -> bool:
        """Whether there is no more of it than *most*, either way."""
        return self.pages <= most.pages and self.megabytes <= most.megabytes


def weight_of(code: Iterable[str], pictures: Iterable[Path]) -> Weight:
    """Give the weight of a document of that *code* which shows *pictures*."""
    sizes = [picture.stat().st_size for picture in pictures]
    text = sum(len(block.encode("utf-8", "replace")) for block in code) / CODE_OF_A_PAGE
    pages = text + len(sizes) * PICTURE
    return Weight(round(pages, 3), round(pages * MEMORY_OF_A_PAGE + sum(sizes) * COPIES / _MEGABYTE, 3))
