"""The back-of-the-book index: terms in the order of the language, each with the places that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extension_kit.collation import collation_key, first_letter

from .glyphs import Glyphs, breakable
from .literals import array, string, truth
from .translation import IndexEntry

_Places = dict[str, bool]
"""The places of a line, and whether each is the term's main one."""


def index_groups(entries: Iterable[IndexEntry], anchors: Mapping[str, str], glyphs: Glyphs, language: str) -> list[str]:
    """Give the groups of the index, one for each first letter, as arguments of ``index-section``.

    *anchors* maps the names of places to labels; terms that differ in spacing alone share a line.
    """
    terms: dict[str, dict[str, _Places]] = {}
    for entry in entries:
        below = terms.setdefault(" ".join(entry.term.split()), {"": {}})
        places = below.setdefault(" ".join(entry.below.split()), {})
        label = anchors[entry.place]
        places[label] = places.get(label, False) or entry.main

    groups: dict[str, list[str]] = {}
    for term in sorted(terms, key=lambda term: (collation_key(term, language), term)):
        groups.setdefault(first_letter(term, language), []).append(_line(term, terms[term], glyphs, language))
    return [f"({string(letter)}, {{{'; '.join(lines)}}})" for letter, lines in groups.items()]


def _line(term: str, below: Mapping[str, _Places], glyphs: Glyphs, language: str) -> str:
    """Give the line of a term, with the lines below it; its own places stand under the empty name."""
    lines = [f"{_shown(term, glyphs)}, {_places(below[''])}"]
    names = sorted(filter(None, below), key=lambda name: (collation_key(name, language), name))
    lines += [f"({_shown(name, glyphs)}, {_places(below[name])})" for name in names]
    return f"index-line({', '.join(lines)})"


def _shown(text: str, glyphs: Glyphs) -> str:
    return string(breakable(glyphs.printable(text)[0]))


def _places(places: _Places) -> str:
    return array(f"({string(label)}, {truth(main)})" for label, main in places.items())
