"""The index of words in ``_static/search/``: what the scripts and no other program read, in parts that are loaded as needed.

Each part is a script that hands over JSON, for a page that was opened from the disk may load nothing else:

============== ========================================================================================
``start``      settings, the strings of the pages, how many pages there are, the first key of each ``words-…``
``words-…``    the postings of some keys (:mod:`pagefind_search.word_places`)
``pages-…``    of :data:`CHUNK` pages each: address, title, type, date, summary, name of the Pagefind fragment
``texts-…``    the texts of as many pages, for where Pagefind cannot be loaded
``facets``     the numbers of the pages that have a value, by facet and value
``spelling``   every word as it is written, and how many pages have it
============== ========================================================================================
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from extension_kit.near_spellings import vocabulary
from extension_kit.word_keys import WordKeys
from sphinx.application import Sphinx

from .searched_pages import SearchedPage, searched_pages
from .word_places import word_places
from .word_settings import keys_of, settings_of

CHUNK = 64
"""Pages in a part: what ten results need stays small, and so does the number of files."""
LETTERS = 40_000
"""Letters in a part of words, unless one word alone has more."""


@dataclass(frozen=True)
class TextIndex:
    """The pages, the newest first, where each word stands in them, and how words are compared."""

    pages: Sequence[SearchedPage]
    places: dict[str, str]
    keys: WordKeys

    @classmethod
    def of(cls, app: Sphinx) -> TextIndex:
        """Read the pages that were written."""
        pages, keys = searched_pages(app), keys_of(app.config)
        return cls(pages, word_places(pages, keys), keys)

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Every word as it is commonly written, with how many pages have it."""
        told = ((page, page.description) for page in self.pages)
        return vocabulary(([page.title, *of.names, *of.aliases, *page.lines] for page, of in told), self.keys)


def index_parts(index: TextIndex, fragments: dict[str, str], settings: dict[str, Any]) -> dict[str, str]:
    """Give the parts of the index by their names, as JSON; the first to be loaded tells the version of the others."""
    word_parts = list(_word_parts(index.places))
    parts = {}
    for number, part in enumerate(word_parts):
        parts[f"words-{number}"] = "{" + ",".join(f"{_json(key)}:{index.places[key]}" for key in part) + "}"
    for number, start in enumerate(range(0, len(index.pages), CHUNK)):
        chunk = index.pages[start : start + CHUNK]
        parts[f"pages-{number}"] = _json([_row(page, fragments.get(page.address, "")) for page in chunk])
        parts[f"texts-{number}"] = _json(["\n".join(page.lines) for page in chunk])
    parts["facets"] = _json(_facets(index.pages))
    parts["spelling"] = _json(index.vocabulary)
    sizes = {
        "version": hashlib.sha256(_json(parts).encode()).hexdigest()[:12],
        "pages": len(index.pages),
        "dated": sum(1 for page in index.pages if page.description.date),
        "chunk": CHUNK,
        "firstKeys": [part[0] for part in word_parts],
    }
    parts["start"] = _json({**sizes, **settings, "words": settings_of(index.keys)})
    return parts


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _row(page: SearchedPage, fragment: str) -> list[str]:
    told = page.description
    return [page.address, page.title, told.type, told.date, told.summary, fragment]


def _word_parts(places: dict[str, str]) -> Iterator[list[str]]:
    """Give the keys in parts."""
    part: list[str] = []
    size = 0
    for key, postings in places.items():
        if part and size + len(postings) > LETTERS:
            yield part
            part, size = [], 0
        part.append(key)
        size += len(postings)
    if part:
        yield part


def _facets(pages: Sequence[SearchedPage]) -> dict[str, list[tuple[str, list[int]]]]:
    """Give the values of each facet in pairs: as the name of a property, a script would take some for its own.

    Of the numbers of the pages the first is told, then by how much each is more than the one before.
    """
    facets: dict[str, dict[str, list[int]]] = {}
    for number, page in enumerate(pages):
        for facet, values in page.description.facets.items():
            for value in dict.fromkeys(values):
                facets.setdefault(facet, {}).setdefault(value, []).append(number)
    return {
        facet: [
            (value, [number - before for before, number in pairwise([0, *numbers])])
            for value, numbers in values.items()
        ]
        for facet, values in facets.items()
    }
