"""The names of units: their noun before or behind what tells one from another.

``Dirección General de Obras Públicas``, ``Transit Division``, ``Division of Housing``: known by ``Obras Públicas``,
``Transit``, ``Housing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from council.language.folding import fold, words_of
from council.language.word_lists import alternatives
from council.profile.lexicon import Lexicon


def unit_core(name: str, lexicon: Lexicon) -> str:
    """Give *name* without the noun for a unit and what joins the two; *name* itself where nothing else is left."""
    folded = fold(name)
    before, behind = _noun_patterns(lexicon)
    if match := before.match(folded):
        return name[match.end() :].strip() or name
    match = behind.search(folded)
    return name[: match.start()].strip() or name if match else name


@lru_cache(maxsize=8)
def _noun_patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    units, joints = lexicon.units, joints_of(lexicon)
    return (
        re.compile(rf"{units.nouns.pattern}\s+(?:{units.general.pattern}\s+)?{joints}"),
        re.compile(rf"\s+{units.nouns.pattern}$"),
    )


def joints_of(lexicon: Lexicon) -> str:
    """Give the pattern of what joins a noun and its name: a preposition and an article, or one of them."""
    grammar = lexicon.grammar
    return rf"(?:{grammar.prepositions.pattern}\s+)?(?:{grammar.articles.pattern}\s+)?"


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named in a text, from *start* to *end*, with its noun or through its head; *core* is the name alone.

    *by_noun* tells that the noun stands there, not the office of the head.
    """

    core: str
    start: int
    end: int
    by_noun: bool


class UnitPattern:
    """Finds units by the names in *cores* (without their nouns) in a text."""

    def __init__(self, cores: Iterable[str], lexicon: Lexicon) -> None:
        units, joints = lexicon.units, joints_of(lexicon)
        nouns, heads = units.nouns.pattern, units.heads.pattern
        names = alternatives(" ".join(words_of(core)) for core in cores)
        between = rf"(?:(?:{units.general.pattern}|{units.in_charge.pattern})\s+)?"
        self._pattern = re.compile(
            rf"(?<!\w)(?:(?P<word1>{nouns}|{heads})\s+{between}{joints}(?:{nouns}\s+{between}{joints})?(?P<name1>{names})"
            rf"|(?P<name2>{names})\s+(?P<word2>{nouns}|{heads}))(?!\w)"
        )
        self._nouns = units.nouns

    def units_in(self, text: str) -> list[UnitMention]:
        """Give the units that *text* names so, in order."""
        found = []
        for match in self._pattern.finditer(fold(text)):
            word = match["word1"] or match["word2"]
            core = match["name1"] or match["name2"]
            found.append(UnitMention(core, match.start(), match.end(), word in self._nouns))
        return found
