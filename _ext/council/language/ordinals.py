"""Ordinal numbers below a hundred: in words, in Roman numerals, in figures.

A language's words are few (``primera``, ``vigésima``); the others are composed of them: ``trigésima segunda``,
``vigésimo primera``, ``decimoctava``, ``twenty-first``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from council.language.word_lists import Words, alternatives

ROMAN = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})\b"
"""The pattern of a Roman numeral, in small letters."""
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_JOINT = r"(?:\s*[–-]\s*|\s*)"


@dataclass(frozen=True, eq=False)
class Ordinals:
    """The ordinals of a language, folded: *words* by their value, and *tens* that only stand before a unit (``twenty``)."""

    words: Mapping[str, int]
    tens: Mapping[str, int]
    endings: Words
    """Behind a figure: ``8va``, ``3rd``."""

    @cached_property
    def pattern(self) -> str:
        """A group of a regular expression that matches an ordinal in folded text, the longest first."""
        figures = rf"\d{{1,2}}(?:\s?(?:[ºª°oa]|{self.endings.pattern}))?\s?\.?"
        compound = rf"{alternatives(self._leading)}{_JOINT}{alternatives(self._units)}"
        return rf"(?:{compound}|{alternatives(self.words)}|{ROMAN}|{figures})"

    def value(self, ordinal: str) -> int:
        """Give the number that a folded *ordinal* is; 0 for what is none."""
        if figures := re.match(r"\d{1,2}", ordinal):
            return int(figures[0])
        if roman := re.fullmatch(ROMAN, ordinal):
            return roman_value(roman[0])
        if compound := self._compound.fullmatch(ordinal):
            return self._leading[compound["ten"]] + self.words[compound["unit"]]
        return self.words.get(ordinal, 0)

    @cached_property
    def in_one_word(self) -> dict[str, int]:
        """The value of each ordinal that is written as one word: ``primera``, ``decimoprimera``."""
        return {
            **{ten + unit: tens + units for ten, tens in self._leading.items() for unit, units in self._units.items()},
            **self.words,
        }

    @cached_property
    def _units(self) -> dict[str, int]:
        return {word: value for word, value in self.words.items() if value < 10}

    @cached_property
    def _leading(self) -> dict[str, int]:
        """What may stand before a unit; also without the vowel that both share: ``decim(o)octava``."""
        whole = {**{word: value for word, value in self.words.items() if value % 10 == 0}, **self.tens}
        shared = {unit[0] for unit in self._units}
        return {**{word[:-1]: value for word, value in whole.items() if word[-1] in shared}, **whole}

    @cached_property
    def _compound(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<ten>{alternatives(self._leading)}){_JOINT}(?P<unit>{alternatives(self._units)})")


def roman_value(numeral: str) -> int:
    """Give the number that a Roman *numeral* in small letters is."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
