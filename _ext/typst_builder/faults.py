"""Finding the block that keeps a book from being made: all that stands before it can be made, with it no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from .outline import Book, Chapter
from .translation import Translation


@dataclass(frozen=True, slots=True)
class Trial:
    """A book of its first *documents*, and of the last one the first *blocks* alone.

    Some blocks are *plain*, some of these *left out*.
    """

    documents: int
    plain: Mapping[str, frozenset[int]] = field(default_factory=dict)
    left_out: Mapping[str, frozenset[int]] = field(default_factory=dict)
    blocks: int | None = None

    def of(self, book: Book) -> Book:
        """Give the part of *book* that is tried."""
        kept = set(book.documents()[: self.documents])
        return replace(book, chapters=tuple(_first(book.chapters, kept)))


def find_fault(
    book: Book,
    translations: Mapping[str, Translation],
    whole: Trial,
    is_made: Callable[[Trial], bool],
) -> tuple[str, int] | None:
    """Give the document and the number of the first block with which the *whole* is not made; ``None`` where it is no block's."""
    documents = book.documents()
    if not documents or not is_made(replace(whole, documents=0)):
        return None
    last = _first_failing(len(documents), lambda count: is_made(replace(whole, documents=count)))
    docname = documents[last - 1]
    upto = replace(whole, documents=last)
    number = _first_failing(len(translations[docname].blocks), lambda count: is_made(replace(upto, blocks=count)))
    return (docname, number - 1) if number else None


def _first_failing(count: int, is_made: Callable[[int], bool]) -> int:
    """Give the least number that fails, where nothing is known to be made, and *count* to fail."""
    made, failing = 0, count
    while failing - made > 1:
        middle = (made + failing) // 2
        if is_made(middle):
            made = middle
        else:
            failing = middle
    return failing


def _first(chapters: tuple[Chapter, ...], kept: set[str]) -> list[Chapter]:
    """Give the chapters whose documents are *kept*; a chapter stands before those below it."""
    below = [replace(chapter, chapters=tuple(_first(chapter.chapters, kept))) for chapter in chapters]
    return [chapter for chapter in below if chapter.docname in kept or chapter.chapters]
