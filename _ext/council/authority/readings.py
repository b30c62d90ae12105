"""Which names mean one initiative, by rules over their anatomies.

Names of one initiative share their core.  They may then differ in the place, and in one thing besides: a kind in
place of its synonym, a kind or a modifier that one of them leaves out, or a number.  A name that may mean two
initiatives so means neither: nobody merges those but the archivist.
"""

from __future__ import annotations

from functools import lru_cache

from council.authority.anatomy import Anatomy
from council.language.stems import root
from council.profile.profile import Profile

FAR = 9
"""More steps than any two names of one initiative are apart, though nothing contradicts."""


class Relation:
    """How far two names of one core are from each other, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        language = lexicon.language
        groups = (lexicon.names.undertakings, *lexicon.names.synonyms)
        self._group = {root(form, language): number for number, group in enumerate(groups) for form in group}
        self._undertakings = frozenset(root(form, language) for form in lexicon.names.undertakings)
        self._bare = frozenset(
            root(form, language) for form in lexicon.generic_nouns if form not in lexicon.distinct_nouns
        )
        self._announcing = frozenset(
            root(form, language) for form in lexicon.announcing_nouns if form not in lexicon.names.products
        )
        self._telling = frozenset(root(form, language) for form in lexicon.telling_nouns)

    def steps(self, first: Anatomy, second: Anatomy) -> int | None:
        """Give in how many things the two differ, ``None`` where they contradict each other: they are two for sure."""
        kinds = self._kind_steps(first, second)
        if kinds is None or self.contradict(first, second):
            return None
        steps = kinds + (first.numbers != second.numbers)
        alike = first.modifiers == second.modifiers or (kinds and not (first.kinds and second.kinds))
        return steps if alike else steps + 1

    def contradict(self, first: Anatomy, second: Anatomy) -> bool:
        """Whether each says what the other cannot be: two places, two stages, two modifiers."""
        numbers = bool(first.numbers and second.numbers) and first.numbers != second.numbers
        modifiers = first.modifiers - second.modifiers and second.modifiers - first.modifiers
        return numbers or bool(modifiers) or not _agree(first.places, second.places)

    def is_undertaking(self, read: Anatomy) -> bool:
        """Whether the kind says only that something is undertaken: ``Plan Director`` may be short for a longer name."""
        return bool(read.kinds) and read.kinds[0] in self._undertakings

    def is_near(self, first: Anatomy, second: Anatomy) -> bool:
        """Whether the two can be one: they differ in no more than one thing."""
        steps = self.steps(first, second)
        return steps is not None and steps <= 1

    def _kind_steps(self, first: Anatomy, second: Anatomy) -> int | None:
        shorter, longer = sorted((first, second), key=lambda one: len(one.kinds))
        if shorter.kinds == longer.kinds:
            return 0
        if len(shorter.kinds) == len(longer.kinds):
            pairs = [pair for pair in zip(shorter.kinds, longer.kinds, strict=True) if len(set(pair)) > 1]
            if all(self._alike(*pair) for pair in pairs):
                return len(pairs)
        elif any(
            longer.kinds[:at] + longer.kinds[at + 1 :] == shorter.kinds and self._can_be_left_out(longer, at)
            for at in range(len(longer.kinds))
        ):
            return 1
        elif not shorter.kinds:
            return FAR
        outermost = shorter.kinds[0], longer.kinds[0]
        return None if not self._alike(*outermost) and all(kind in self._telling for kind in outermost) else FAR

    def _alike(self, first: str, second: str) -> bool:
        return first == second or self._group.get(first, first) == self._group.get(second, second)

    def _can_be_left_out(self, name: Anatomy, at: int) -> bool:
        """Whether the name without that kind can be the same initiative.

        ``Plan``, but not of a body or an event; what announces a title; a bare noun within: ``Plan Red de Parques``.
        """
        kind, inner = name.kinds[at], name.kinds[at + 1 :]
        if kind in self._undertakings:
            return not inner or inner[0] not in self._telling
        announces = name.quoted or (kind in self._announcing and not name.joined)
        return (announces and len(name.kinds) == 1) or (at > 0 and kind in self._bare)


@lru_cache(maxsize=8)
def relation(profile: Profile) -> Relation:
    """Give the relation of names in the words of *profile*, made once."""
    return Relation(profile)


def _agree(first: frozenset[str], second: frozenset[str]) -> bool:
    return first <= second or second <= first or bool(first & second)
