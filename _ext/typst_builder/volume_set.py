"""Where the documents of a set of volumes stand, for the references that lead from one file to another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from urllib.parse import quote

from .book_notes import BookNote
from .outline import Book
from .translation import IndexEntry, Translation


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place in another volume: its *address* from this one, the volume that it is in, and its page where it is known."""

    address: str
    volume: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Others:
    """What a book tells of the other volumes of its set.

    *places* are those that it refers to, by their names.  The one that lists all volumes has their *index*, and of each
    the address, the row of the list and the checksum of its file.
    """

    places: Mapping[str, Elsewhere] = field(default_factory=dict)
    index: tuple[IndexEntry, ...] = ()
    volumes: tuple[tuple[str, tuple[str, ...], str], ...] = ()


NOBODY = Others()
"""What a book by itself tells of others."""


class VolumeSet:
    """The volumes of a set, and what is known of those that are made."""

    def __init__(self, books: Iterable[Book], translations: Mapping[str, Translation]) -> None:
        self.made: dict[str, BookNote] = {}
        self._translations = translations
        self._books = [book for book in books if book.volume]
        self._book_of = {docname: book for book in self._books for docname in book.documents()}

    def others_of(self, book: Book) -> Others:
        """Give what *book* tells of the others; of those that are made, their pages."""
        if book.volume is None:
            return NOBODY
        names = {name for docname in book.documents() for name in self._translations[docname].references}
        if book.volume.overview is None:
            return Others(self._places(book, names))
        others = [other for other in self._books if other is not book]
        index = tuple(
            entry for other in others for docname in other.documents() for entry in self._translations[docname].index
        )
        return Others(
            self._places(book, names | {entry.place for entry in index}),
            index,
            tuple((_address(other, book), *self._row(other)) for other in others),
        )

    def _row(self, book: Book) -> tuple[tuple[str, ...], str]:
        assert book.volume is not None
        note = self.made.get(book.name, BookNote())
        return (book.volume.short, *book.volume.holds, str(note.pages or "—")), note.sha256

    def _places(self, book: Book, names: Set[str]) -> dict[str, Elsewhere]:
        found = {}
        for name in sorted(names):
            docname = name.partition("#")[0]
            other = self._book_of.get(docname, book)
            label = self._translations[docname].anchors.get(name) if other is not book else None
            if label is not None and other.volume is not None:
                known = self.made.get(other.name, BookNote()).places if other.stage < book.stage else {}
                place = f"{_address(other, book)}#nameddest={quote(label, safe='')}"
                found[name] = Elsewhere(place, other.volume.short, known.get(label))
        return found


def _address(book: Book, origin: Book) -> str:
    """Give the address of the file of *book* in a link from that of another."""
    return quote(posixpath.relpath(f"{book.name}.pdf", posixpath.dirname(origin.name) or "."))
