"""Slips of the pen in names: one letter too many, too few, or in place of another, in a long word.

The first letter is written right: ``Juárez`` and ``Suárez`` are two.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

LONG_WORD = 6
"""In letters of the stem; in a shorter word one letter makes another word."""

_Core = tuple[str, ...]


class Spellings:
    """The cores of names, those that differ in a slip taken for one; no core is compared with all others."""

    def __init__(self) -> None:
        self._known: dict[_Core, _Core] = {}
        self._by_gap: dict[tuple[_Core, str], list[tuple[_Core, str]]] = {}

    def add(self, core: _Core) -> _Core:
        """Take up *core*, and give the first that was taken up of those that it is a spelling of."""
        if core not in self._known:
            self._known[core] = self.usual(core)
            for rest, word in _long_words(core):
                for gap in _with_gap(word):
                    self._by_gap.setdefault((rest, gap), []).append((core, word))
        return self._known[core]

    def usual(self, core: _Core) -> _Core:
        """Give the spelling of *core* that was taken up first; *core* where there is none, or more than one."""
        if core in self._known:
            return self._known[core]
        near = {
            self._known[other]
            for rest, word in _long_words(core)
            for gap in _with_gap(word)
            for other, written in self._by_gap.get((rest, gap), ())
            if word[0] == written[0] and Levenshtein.distance(word, written) == 1
        }
        return near.pop() if len(near) == 1 else core


def _long_words(core: _Core) -> Iterator[tuple[_Core, str]]:
    for at, word in enumerate(core):
        if len(word) >= LONG_WORD and word.isalpha():
            yield core[:at] + core[at + 1 :], word


def _with_gap(word: str) -> set[str]:
    """Give *word*, and each form of it that lacks a letter: two words of one edit share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
