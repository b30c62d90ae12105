"""The outline of a book: which documents it is made of, in which order and depth.

Extensions that know better than the tree of contents give their own books on the event ``typst-books``.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx.environment import BuildEnvironment

UNDATED = datetime.date(1980, 1, 1)
"""PDF/A wants a date; where the input gives none, the clock is not asked, as it would change the bytes."""


def date_of_edition() -> datetime.date | None:
    """Give the date that ``SOURCE_DATE_EPOCH`` sets (reproducible-builds.org), if it does."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document, or a title without one, and the chapters below it.

    *running_heads* stand at the left and the right of the top of its pages.  A chapter begins where the last
    one ended, with a rule between them if it has running heads, or on a *new_page*.  What is not *listed*
    stands in the bookmarks and the index, but not in the contents, where below the title stands what is *told* of it.
    """

    docname: str | None = None
    title: str = ""
    chapters: tuple[Chapter, ...] = ()
    running_heads: tuple[str, str] | None = None
    told: str = ""
    new_page: bool = False
    listed: bool = True

    def documents(self) -> Iterator[str]:
        """Give the documents of the chapter and of those below it, in order."""
        if self.docname is not None:
            yield self.docname
        for chapter in self.chapters:
            yield from chapter.documents()


@dataclass(frozen=True, slots=True)
class Colophon:
    """The last page: what the book was made from, and a checksum for each source."""

    title: str
    statements: tuple[str, ...] = ()
    checksums: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """The list of all volumes of a set, in the volume that is made last; the index there is that of all volumes.

    *heads* are those of the columns: the volume, what each :class:`Volume` *holds*, the number of its pages.
    *checksums* tells that the colophon lists the checksums of the files.
    """

    title: str
    heads: tuple[str, ...]
    checksums: str


@dataclass(frozen=True, slots=True)
class Volume:
    """What makes a book one of a set whose references lead from file to file.

    References call it *short*: ``2020, p. 31``.  Volumes of a lower *stage* are made before those of a higher one, and
    only what is made before can tell its pages: a reference to any other volume tells the volume alone.  So a volume
    depends on nothing but those of lower stages, and a change in one is none of the others of its stage.
    """

    short: str
    stage: int = 0
    holds: tuple[str, ...] = ()
    overview: Overview | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """One PDF; *name* is its file without ``.pdf``, below the output folder.

    *date* is that of the edition: the same input gives the same bytes only if it comes from the input.
    It is :func:`date_of_edition` by default.  A book that is not *bound* has no cover, contents and index: a single document.
    One that is *partible* may be made as volumes, each of which tells so by its *volume*.
    """

    name: str
    title: str
    author: str
    chapters: tuple[Chapter, ...]
    subtitle: str = ""
    edition: str = ""
    date: datetime.date = field(default_factory=lambda: date_of_edition() or UNDATED)
    colophon: Colophon | None = None
    bound: bool = True
    partible: bool = False
    volume: Volume | None = None

    @property
    def stage(self) -> int:
        """The stage in which it is made; a book by itself needs no other."""
        return self.volume.stage if self.volume else 0

    def documents(self) -> list[str]:
        """Give the documents of the book in order, each once."""
        return list(dict.fromkeys(docname for chapter in self.chapters for docname in chapter.documents()))


def book_of_contents(env: BuildEnvironment, name: str, title: str, author: str) -> Book:
    """Give the whole project as a book, in the order of its tables of contents."""
    seen: set[str] = set()

    def chapter(docname: str, new_page: bool) -> Chapter:
        seen.add(docname)
        below = [child for child in env.toctree_includes.get(docname, ()) if child in env.found_docs]
        title = env.titles[docname].astext() if docname in env.titles else ""
        chapters = tuple(chapter(child, False) for child in below if child not in seen)
        return Chapter(docname, "", chapters, (title, "") if new_page else None, new_page=new_page)

    root = env.config.root_doc
    seen.add(root)
    parts = [chapter(child, True) for child in env.toctree_includes.get(root, ()) if child in env.found_docs]
    return Book(name, title, author, (Chapter(root, new_page=True), *parts), partible=True)
