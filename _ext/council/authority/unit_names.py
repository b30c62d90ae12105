"""The names of units: their noun before or behind what tells one from another.

``Dirección General de Obras Públicas``, ``Transit Division``, ``Division of Housing``: known by ``Obras Públicas``,
``Transit``, ``Housing``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
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


LONGEST_ROW = 200
"""In characters: the names of several units in a row."""
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named in a text, from *start* to *end*; *core* is the name alone, *rule* how it is named.

    ==================  ===========================================================================
    ``noun-of-unit``    ``la Dirección de Aguas``, ``the Parks Division``
    ``head-of-unit``    ``directora de Aguas``
    ``leads-unit``      ``quien encabeza Aguas y Drenaje``, ``who heads Water and Drainage``
    ``field-of-unit``   ``DIRECCIÓN: Aguas``, ``Area: Water and Drainage``
    ``units-in-a-row``  ``las direcciones de Aguas y Cultura``, ``the Parks and Water Divisions``
    ``heads-in-a-row``  ``los directores de Aguas y Cultura``
    ``name-alone``      ``Aguas y Drenaje presentó …``
    ``acronym``         ``la DA``, where the text has ``Dirección de Aguas (DA)``
    ==================  ===========================================================================
    """

    core: str
    start: int
    end: int
    rule: str

    @property
    def by_noun(self) -> bool:
        """Whether the unit itself is named, not somebody who leads it."""
        return self.rule not in {"head-of-unit", "leads-unit", "heads-in-a-row"}


class UnitPattern:
    """Finds units by the names in *cores* (without their nouns) in a text."""

    def __init__(self, cores: Iterable[str], lexicon: Lexicon) -> None:
        units, grammar, joints = lexicon.units, lexicon.grammar, joints_of(lexicon)
        nouns, heads = units.nouns.pattern, units.leaders.pattern
        names = alternatives(" ".join(words_of(core)) for core in cores)
        between = rf"(?:(?:{units.general.pattern}|{units.in_charge.pattern}|{heads})\s+)?"
        of_head = rf"(?:{grammar.prepositions.pattern}\s+(?:{grammar.articles.pattern}\s+)?)?"
        self._pattern = re.compile(
            rf"(?<!\w)(?:(?:(?P<noun>{nouns})\s+{between}{joints}|(?P<head>{heads})\s+{between}{of_head})(?:{nouns}\s+{between}{joints})?(?P<name>{names})"
            rf"|(?P<name_first>{names})\s+(?:(?P<noun_last>{nouns})|{heads})"
            rf"|(?P<leads>{lexicon.leading_verbs.pattern})\s+{joints}(?P<led>{names})"
            rf"|{nouns}(?:\s\w+){{0,2}}\s?:\s*(?P<value>{names}))(?!\w)"
        )
        self._several = re.compile(rf"(?<!\w)(?:{nouns}|(?P<heads>{heads}))\s+{joints}(?=\S)")
        self._several_last = re.compile(rf"\s(?:{alternatives(map(fold, units.singular))})(?!\w)")
        self._name = re.compile(rf"(?<!\w)(?P<name>{names})(?!\w)")
        self._joined = re.compile(rf"(?:,|\s{grammar.copulative.pattern}\s|^)\s*{joints}$")
        self._joins = re.compile(rf"(?:,|\s{grammar.copulative.pattern}\s)")
        self._small = grammar.function_words

    def units_in(self, text: str) -> list[UnitMention]:
        """Give the units that *text* names so, in order."""
        folded = fold(text)
        named: dict[tuple[int, str], UnitMention] = {}
        for match in self._pattern.finditer(folded):
            core = match["name"] or match["name_first"] or match["led"] or match["value"]
            if match["led"] and not _is_proper(text[match.start("led") : match.end("led")], self._small):
                continue
            named[match.end(), core] = UnitMention(core, match.start(), match.end(), _rule_of(match))
        known = {core for _end, core in named}
        for mention in (*self._in_a_row(text, folded), *self._in_a_row_before(text, folded)):
            if mention.core not in known:
                named[mention.end, mention.core] = mention
        return sorted(named.values(), key=lambda mention: mention.start)

    def _in_a_row(self, text: str, folded: str) -> Iterator[UnitMention]:
        """Give those that stand in the row of names behind a noun: ``Direcciones de Obras, Aguas y Cultura``."""
        for noun in self._several.finditer(folded):
            row = _row_from(text, noun.end(), self._small)
            if self._joins.search(folded, noun.end(), row):
                for match in self._name.finditer(folded, noun.end(), row):
                    if self._joined.search(folded[noun.end() : match.start()]):
                        rule = "heads-in-a-row" if noun["heads"] else "units-in-a-row"
                        yield UnitMention(match["name"], noun.start(), match.end(), rule)

    def _in_a_row_before(self, text: str, folded: str) -> Iterator[UnitMention]:
        """Give those in the row before a noun for several: ``the Parks, Water and Housing Divisions``."""
        for noun in self._several_last.finditer(folded):
            row = _row_to(text, noun.start(), self._small)
            for match in self._name.finditer(folded, row, noun.start()):
                if self._joins.match(folded, match.end(), noun.start()):
                    yield UnitMention(match["name"], match.start(), noun.end(), "units-in-a-row")


def _rule_of(match: re.Match[str]) -> str:
    if match["led"]:
        return "leads-unit"
    if match["value"]:
        return "field-of-unit"
    return "noun-of-unit" if match["noun"] or match["noun_last"] else "head-of-unit"


def _is_proper(name: str, small: Words) -> bool:
    return all(word[0].isupper() or fold(word) in small for word in name.split())


def _row_from(text: str, start: int, small: Words) -> int:
    """Give where the words in capitals end that stand from *start*, small words and commas between them."""
    end = start
    for token in _TOKEN.finditer(text, start, start + LONGEST_ROW):
        if not (token[0][0].isupper() or fold(token[0].rstrip(",")) in small):
            break
        end = token.end()
        if token[0][-1] in ".;:":
            break
    return end


def _row_to(text: str, end: int, small: Words) -> int:
    """Give where the words in capitals begin that stand up to *end*."""
    start = end
    for token in reversed(list(_TOKEN.finditer(text, max(0, end - LONGEST_ROW), end))):
        if not (token[0][0].isupper() or fold(token[0].rstrip(",")) in small) or token[0][-1] in ".;:":
            break
        start = token.start()
    return start
