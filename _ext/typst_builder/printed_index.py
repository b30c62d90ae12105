"""The back-of-the-book index: terms in the order of the language, each with the places that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extension_kit.collation import collation_key, first_letter

from .glyphs import Glyphs, breakable
from .literals import array, string, truth
from .translation import IndexEntry
from .volume_set import Elsewhere

_LONGEST_SINGLE = 2
"""More pages in a row than these are told as a span."""


@dataclass(slots=True)
class _Places:
    """The places of a line: labels in this book, pages of other volumes with their addresses; which are the main ones."""

    here: dict[str, bool] = field(default_factory=dict)
    elsewhere: dict[str, dict[int, tuple[str, bool]]] = field(default_factory=dict)


def index_groups(
    entries: Iterable[IndexEntry],
    anchors: Mapping[str, str],
    elsewhere: Mapping[str, Elsewhere],
    glyphs: Glyphs,
    language: str,
) -> list[str]:
    """Give the groups of the index, one for each first letter, as arguments of ``index-section``.

    *anchors* maps the names of places to labels; terms that differ in spacing alone share a line.  What stands in
    other volumes is *elsewhere*.
    """
    terms: dict[str, dict[str, _Places]] = {}
    for entry in entries:
        below = terms.setdefault(" ".join(entry.term.split()), {"": _Places()})
        _add(below.setdefault(" ".join(entry.below.split()), _Places()), entry, anchors, elsewhere)

    groups: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (collation_key(term, language), term)):
        groups.setdefault(first_letter(term, language), []).append(_line(term, terms[term], glyphs, language))
    return [f"({string(letter)}, {{{'; '.join(lines)}}})" for letter, lines in groups.items()]


def _add(places: _Places, entry: IndexEntry, anchors: Mapping[str, str], elsewhere: Mapping[str, Elsewhere]) -> None:
    """Note the place of an entry, unless it stands in a volume that is not there."""
    if entry.place in anchors:
        label = anchors[entry.place]
        places.here[label] = places.here.get(label, False) or entry.main
    elif (other := elsewhere.get(entry.place)) is not None and other.page is not None:
        pages = places.elsewhere.setdefault(other.volume, {})
        address, main = pages.get(other.page, (other.address, False))
        pages[other.page] = (address, main or entry.main)


def _line(term: str, below: Mapping[str, _Places], glyphs: Glyphs, language: str) -> str:
    """Give the line of a term, with the lines below it; its own places stand under the empty name."""
    lines = [f"{_shown(term, glyphs)}, {_places(below[''], glyphs)}"]
    names = sorted(filter(None, below), key=lambda name: (collation_key(name, language), name))
    lines += [f"({_shown(name, glyphs)}, {_places(below[name], glyphs)})" for name in names]
    return f"index-line({', '.join(lines)})"


def _shown(text: str, glyphs: Glyphs) -> str:
    return string(breakable(glyphs.printable(text)[0]))


def _places(places: _Places, glyphs: Glyphs) -> str:
    here = array(f"({string(label)}, {truth(main)})" for label, main in places.here.items())
    others = (f"({glyphs.literal(volume)}, {array(_pages(pages))})" for volume, pages in places.elsewhere.items())
    return f"{here}, {array(others)}"


def _pages(pages: Mapping[int, tuple[str, bool]]) -> Iterator[str]:
    """Give the pages in another volume, three and more in a row as a span that leads to the first."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and runs[-1][-1] + 1 == page:
            runs[-1].append(page)
        else:
            runs.append([page])
    for run in runs:
        for told in [run] if len(run) > _LONGEST_SINGLE else [[page] for page in run]:
            shown = f"{told[0]}–{told[-1]}" if len(told) > 1 else str(told[0])
            address = pages[told[0]][0]
            yield f"({string(shown)}, {string(address)}, {truth(any(pages[page][1] for page in told))})"
