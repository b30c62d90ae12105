"""Who heads a unit by the words between the two, where no role beside the name says it.

``La Dirección de Agua, dirigida por la Arq. Ana Ruiz``; ``Ana Ruiz, who runs the Transit Division``; ``Luis Paz
asumió la Dirección de Agua``; ``nombró a Luis Paz director de Agua``; ``Ana Ruiz, directora de Agua, deja el cargo``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from council.authority.unit_names import UnitMention
from council.extract.people.lists import FoundPerson
from council.extract.people.standing import role_standing
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.word_lists import Words
from council.model.releases import Standing
from council.profile.profile import Profile

_LOOKED_AT = 120
"""So many characters before a unit or a name hold the verb."""


class LedUnit(NamedTuple):
    """The directorate that a person heads; *role* is the office as written, where it stands behind a verb."""

    directorate: str
    standing: Standing
    role: str | None = None


@dataclass(frozen=True)
class LedUnits:
    """Tells which of its units somebody heads by the words of a *text*."""

    text: str
    vocabulary: Vocabulary

    @cached_property
    def folded(self) -> str:
        """The text, folded."""
        return fold(self.text)

    @cached_property
    def units(self) -> list[tuple[str, UnitMention]]:
        """The directorates that the text names, and where; the verb of who leads one is no part of the place."""
        return [
            (
                id_,
                replace(unit, start=unit.end - len(unit.core), rule="noun-of-unit")
                if unit.rule == "leads-unit"
                else unit,
            )
            for id_, unit in self.vocabulary.directorates_in(self.text)
        ]

    def before(self, position: int) -> list[tuple[str, UnitMention]]:
        """Give the last unit that ends at *position* or before it, if there is one."""
        place = bisect_right(self.units, position, key=lambda named: named[1].end)
        return self.units[place - 1 : place] if place else []

    def behind(self, position: int) -> list[tuple[str, UnitMention]]:
        """Give the first unit that begins behind *position*, if there is one."""
        place = bisect_right(self.units, position, key=lambda named: named[1].start)
        return self.units[place : place + 1]

    def led_by(self, person: FoundPerson) -> LedUnit | None:
        """Give the unit that *person* heads, if the text says so beside any role."""
        if not self.units:
            return None
        patterns = _patterns(self.vocabulary.profile)
        found = next((unit for rule in _RULES for unit in rule(self, person, patterns)), None)
        return found or _going(self, person, patterns)


def headed_directorate(role: str, vocabulary: Vocabulary) -> str | None:
    """Give the directorate at whose head *role* is: ``exdirectora de Agua``, ``director saliente de Agua``."""
    headed = (id_ for id_, names in vocabulary.directorates.items() if role_standing(role, names, vocabulary.profile))
    first = next(headed, None)
    return first if first is not None and next(headed, None) is None else None


@dataclass(frozen=True, eq=False)
class _Patterns:
    """What stands between a unit and its head, in folded text."""

    led_by: re.Pattern[str]
    subordinate: re.Pattern[str]
    """A preposition right before a unit: what it leads up to is led, not the unit."""
    verb_behind: dict[Standing, re.Pattern[str]]
    """From a person to the unit."""
    verb_before: dict[Standing, re.Pattern[str]]
    """Up to the unit whose head follows."""
    person_behind: re.Pattern[str]
    """From that unit to the person."""
    appointing: re.Pattern[str]
    """Up to a person who is given the unit behind the name."""
    given: re.Pattern[str]
    noun: re.Pattern[str]
    """The noun behind the name of a unit: ``director of the Transit Division``."""
    going_behind: dict[Standing, re.Pattern[str]]
    """Behind a person with an office, who takes or leaves it."""
    going_before: dict[Standing, re.Pattern[str]]


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _Patterns:
    lexicon = profile.lexicon
    grammar, people, tenures = lexicon.grammar, lexicon.people, lexicon.tenures
    article = rf"(?:{grammar.articles.pattern}\s+)?"
    own = rf"(?:\s+{grammar.genitive.pattern}\s+{article}{profile.own_names.pattern})?"
    linking = Words(
        (
            *(*grammar.articles, *grammar.genitive, *lexicon.units.leaders),
            *(*tenures.whose, *tenures.capacity, *tenures.posts, *tenures.adjectives),
        )
    )
    gap = rf"(?:\s+{linking.pattern})*\s+"
    post = rf"(?:\s+(?:{grammar.articles.pattern}|{tenures.whose.pattern}))?\s+{tenures.posts.pattern}"
    opening = rf"[\s,]*(?:(?:{tenures.who.pattern}|{people.adverbs.pattern})\s+)*"
    verbs: dict[Standing, Words] = {
        "seen": tenures.leading,
        "started": tenures.starting,
        "ended": tenures.ending,
        "over": tenures.once,
    }
    going = {
        standing: rf"(?:{_both(words, tenures.complete).pattern}|{words.pattern}{post})(?!\w|\s+{grammar.genitive.pattern}\s)"
        for standing, words in verbs.items()
        if standing in ("started", "ended")
    }
    return _Patterns(
        led_by=re.compile(
            rf"(?:\s*\([^)]*\))?{own}\s*[,(]?\s*(?:{grammar.relatives.pattern}\s+)?(?:{people.copulas.pattern}\s+)?"
            rf"{tenures.led_by.pattern}\s+{article}"
        ),
        subordinate=re.compile(rf"(?<!\w)(?:{grammar.prepositions.pattern}|{grammar.genitive.pattern})\s+{article}$"),
        verb_behind={standing: re.compile(rf"{opening}{words.pattern}{gap}") for standing, words in verbs.items()},
        verb_before={standing: re.compile(rf"(?<!\w){words.pattern}{gap}$") for standing, words in verbs.items()},
        person_behind=re.compile(rf"\s+(?:{people.copulas.pattern}\s+)?{article}"),
        appointing=re.compile(
            rf"(?<!\w){tenures.appointing.pattern}\s+(?:{grammar.prepositions.pattern}\s+)?{article}$"
        ),
        given=re.compile(gap),
        noun=re.compile(rf"\s+{lexicon.units.nouns.pattern}(?!\w)"),
        going_behind={standing: re.compile(rf"{opening}{pattern}") for standing, pattern in going.items()},
        going_before={standing: re.compile(rf"(?<!\w){pattern}\s+{article}$") for standing, pattern in going.items()},
    )


def _both(first: Words, second: Words) -> Words:
    return Words(form for form in first if form in second)


def _led_by(text: LedUnits, person: FoundPerson, patterns: _Patterns) -> Iterator[LedUnit]:
    """``La Dirección de Agua, dirigida por Ana Ruiz``; of ``el taller de la Dirección de Agua, dirigido por`` nobody knows."""
    for id_, unit in text.before(person.title):
        if not unit.by_noun or not patterns.led_by.fullmatch(text.folded, unit.end, person.title):
            continue
        if not patterns.subordinate.search(text.folded, max(0, unit.start - _LOOKED_AT), unit.start):
            yield LedUnit(id_, "seen")


def _verb_behind(text: LedUnits, person: FoundPerson, patterns: _Patterns) -> Iterator[LedUnit]:
    """``Ana Ruiz, quien dirige la Dirección de Agua``; ``Luis Paz fue nombrado director de Agua``."""
    for id_, unit in text.behind(person.end):
        for standing, pattern in patterns.verb_behind.items():
            if pattern.fullmatch(text.folded, person.end, unit.start):
                yield LedUnit(id_, standing, _office(text, unit))


def _verb_before(text: LedUnits, person: FoundPerson, patterns: _Patterns) -> Iterator[LedUnit]:
    """``Asumió la Dirección de Agua la Arq. Ana Ruiz``."""
    for id_, unit in text.before(person.title):
        if not patterns.person_behind.fullmatch(text.folded, unit.end, person.title):
            continue
        for standing, pattern in patterns.verb_before.items():
            if pattern.search(text.folded, max(0, unit.start - _LOOKED_AT), unit.start):
                yield LedUnit(id_, standing, _office(text, unit))


def _appointed(text: LedUnits, person: FoundPerson, patterns: _Patterns) -> Iterator[LedUnit]:
    """``El Instituto nombró a Luis Paz director de Agua``."""
    if patterns.appointing.search(text.folded, max(0, person.title - _LOOKED_AT), person.title):
        for id_, unit in text.behind(person.end):
            if patterns.given.fullmatch(text.folded, person.end, unit.start):
                yield LedUnit(id_, "started", _office(text, unit))


_RULES: tuple[Callable[[LedUnits, FoundPerson, _Patterns], Iterator[LedUnit]], ...] = (
    _led_by,
    _verb_behind,
    _verb_before,
    _appointed,
)


def _office(text: LedUnits, unit: UnitMention) -> str | None:
    """Give the office as written, where the unit is named through its head."""
    if unit.by_noun:
        return None
    noun = _patterns(text.vocabulary.profile).noun.match(text.folded, unit.end)
    return " ".join(text.text[unit.start : noun.end() if noun else unit.end].split())


def _going(text: LedUnits, person: FoundPerson, patterns: _Patterns) -> LedUnit | None:
    """``El director de Agua, Luis Paz, deja el cargo``; ``Rindió protesta Ana Ruiz, directora de Agua``."""
    headed = headed_directorate(person.role, text.vocabulary) if person.role else None
    if headed is None:
        return None
    end, start = person.ends_in(text.text), max(0, person.title - _LOOKED_AT)
    for standing, behind in patterns.going_behind.items():
        before = patterns.going_before[standing]
        if behind.match(text.folded, end) or before.search(text.folded, start, person.title):
            return LedUnit(headed, standing)
    return None
