"""Where each word stands: for every key of a word the pages that have it, with its places in their areas.

A posting is ``[page, text, names, aliases]``, the page as its number, each area as the places in it, empty ones at the
end left out.  A whole name has a key of its own: ``=`` and the keys of its words; its posting is the page's number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from extension_kit.search_order import LINE
from extension_kit.word_keys import WordKeys

from .searched_pages import SearchedPage

NAME = "="
"""What the key of a whole name begins with."""


def word_places(pages: Sequence[SearchedPage], keys: WordKeys) -> dict[str, str]:
    """Give the postings of each key as JSON, by key."""
    found: dict[str, list[str]] = {}
    for number, page in enumerate(pages):
        names, aliases, text = (_places(area, keys) for area in page.areas)
        for key in {**text, **names, **aliases}:
            areas = [area.get(key, []) for area in (text, names, aliases)]
            while not areas[-1]:
                areas.pop()
            found.setdefault(key, []).append(json.dumps([number, *areas], separators=(",", ":")))
        for name in {f"{NAME}{' '.join(keys.keys(name))}" for name in page.areas[0]} - {NAME}:
            found.setdefault(name, []).append(str(number))
    return {key: f"[{','.join(postings)}]" for key, postings in sorted(found.items())}


def _places(lines: Iterable[str], keys: WordKeys) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    place = 0
    for line in lines:
        for key in keys.keys(line):
            place += 1
            places.setdefault(key, []).append(place)
        place += LINE
    return places
