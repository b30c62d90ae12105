"""Who heads a unit by the words between the two, where no role beside the name says it.

``La Dirección de Agua, dirigida por la Arq. Ana Ruiz``; ``Ana Ruiz, who runs the Transit Division``; ``Luis Paz
asumió la Dirección de Agua``; ``nombró a Luis Paz director de Agua``; ``Ana Ruiz, directora de Agua, deja el cargo``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from council.authority.unit_names import UnitMention
from council.extract.people.leading_patterns import LeadingPatterns, leading_patterns
from council.extract.people.lists import FoundPerson
from council.extract.people.standing import role_standing
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.model.releases import Standing

_LOOKED_AT = 120
"""So many characters before a unit or a name hold the verb."""


class LedUnit(NamedTuple):
    """The directorate that a person heads; *role* is the office as written, where it stands behind a verb."""

    directorate: str
    standing: Standing
    role: str | None = None


@dataclass(frozen=True)
class LedUnits:
    """Tells which of its units, or that of its *section*, somebody heads by the words of a *text*."""

    text: str
    vocabulary: Vocabulary
    section: str | None = None

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
        if not self.units and self.section is None:
            return None
        patterns = leading_patterns(self.vocabulary.profile)
        found = next((unit for rule in _RULES for unit in rule(self, person, patterns)), None)
        return found or _going(self, person, patterns)


def headed_directorate(role: str, vocabulary: Vocabulary) -> str | None:
    """Give the directorate at whose head *role* is: ``exdirectora de Agua``, ``director saliente de Agua``."""
    headed = (id_ for id_, names in vocabulary.directorates.items() if role_standing(role, names, vocabulary.profile))
    first = next(headed, None)
    return first if first is not None and next(headed, None) is None else None


def _led_by(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``La Dirección de Agua, dirigida por Ana Ruiz``; of ``el taller de la Dirección de Agua, dirigido por`` nobody knows."""
    for id_, unit in text.before(person.title):
        if not unit.by_noun or not patterns.led_by.fullmatch(text.folded, unit.end, person.title):
            continue
        looked_at = max(0, unit.start - _LOOKED_AT), unit.start
        if patterns.staff.search(text.folded, *looked_at) or not patterns.subordinate.search(text.folded, *looked_at):
            yield LedUnit(id_, "seen")


def _opened_by(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``Encabezada por Ana Ruiz, esta coordinación …``: the unit whose section it is."""
    opens = patterns.led_opens.search(text.folded, max(0, person.title - _LOOKED_AT), person.title)
    if text.section and opens and patterns.unit_follows.match(text.folded, person.end):
        yield LedUnit(text.section, "seen")


def _leads_that(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``Ana Ruiz, quien encabeza ahora esa coordinación``: the one that was named last."""
    if patterns.leads_that.match(text.folded, person.end):
        yield from (LedUnit(id_, "seen") for id_, _unit in text.before(person.title))


def _verb_behind(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``Ana Ruiz, quien dirige la Dirección de Agua``; ``Luis Paz fue nombrado director de Agua``."""
    for id_, unit in text.behind(person.end):
        for standing, pattern in patterns.verb_behind.items():
            if pattern.fullmatch(text.folded, person.end, unit.start):
                yield LedUnit(id_, standing, _office(text, unit))


def _verb_before(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``Asumió la Dirección de Agua la Arq. Ana Ruiz``; ``Como directora de Agua fue nombrada la Arq. Ana Ruiz``."""
    for id_, unit in text.before(person.title):
        if not unit.by_noun and patterns.starting_behind.fullmatch(text.folded, unit.end, person.title):
            yield LedUnit(id_, "started", _office(text, unit))
        if not patterns.person_behind.fullmatch(text.folded, unit.end, person.title):
            continue
        for standing, pattern in patterns.verb_before.items():
            if pattern.search(text.folded, max(0, unit.start - _LOOKED_AT), unit.start):
                yield LedUnit(id_, standing, _office(text, unit))


def _appointed(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> Iterator[LedUnit]:
    """``El Instituto nombró a Luis Paz director de Agua``."""
    if patterns.appointing.search(text.folded, max(0, person.title - _LOOKED_AT), person.title):
        for id_, unit in text.behind(person.end):
            if patterns.given.fullmatch(text.folded, person.end, unit.start):
                yield LedUnit(id_, "started", _office(text, unit))


_RULES: tuple[Callable[[LedUnits, FoundPerson, LeadingPatterns], Iterator[LedUnit]], ...] = (
    _led_by,
    _opened_by,
    _leads_that,
    _verb_behind,
    _verb_before,
    _appointed,
)


def _office(text: LedUnits, unit: UnitMention) -> str | None:
    """Give the office as written, where the unit is named through its head."""
    if unit.by_noun:
        return None
    noun = leading_patterns(text.vocabulary.profile).noun.match(text.folded, unit.end)
    return " ".join(text.text[unit.start : noun.end() if noun else unit.end].split())


def _going(text: LedUnits, person: FoundPerson, patterns: LeadingPatterns) -> LedUnit | None:
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
