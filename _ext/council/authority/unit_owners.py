"""Whose a unit is that bears the name of one of the institution's: ``… del Gobierno del Estado``, ``the State's …``.

The home of the institution is the first town that ``institution.toml`` names, with any town in the institution's own
name.  A unit of another town of the region is that town's, and no more the institution's than one of the state.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.authority.unit_names import UnitMention
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

_LOOKED_AT = 60
"""So many characters before a unit hold its possessor."""
_FOLLOWING = re.compile(rf"\s+(?:\w{{1,3}}\s+){{0,2}}(?P<name>[{UPPER}]\w*(?:\s[{UPPER}]\w*)?)")
"""The name behind the noun for a government: ``Ayuntamiento de Lerdo``."""


class UnitOwners:
    """Tells a unit of others by the words around its name, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        self._given_names = profile.given_names
        self._governments = names.governments
        self._home = frozenset(word for name in _home(profile) for word in words_of(name)) | {*names.localities}
        other_places = alternatives(map(fold, _elsewhere(profile)))
        higher = Words([*lexicon.units.higher_governments, *names.foreign]).pattern
        article = rf"(?:{grammar.articles.pattern}\s+)?"
        words = r"(?:\w+\s+){0,3}?" if grammar.heads_last else ""
        bodies = alternatives([*names.governments, *names.carriers])
        of = rf"\s+(?:{names.owned.pattern}|{grammar.genitive.pattern})\s+(?!{article}{profile.own_names.pattern})"
        local = rf"(?:(?:{names.governments.pattern}|{names.localities.pattern})\s+{grammar.genitive.pattern}\s+)?"
        self._behind = re.compile(
            rf"(?:\s+{names.foreign.pattern}|{of}{article}(?:{local}{other_places}|{profile.foreign_bodies.pattern}"
            rf"|{higher}|{words}(?P<body>{bodies})))(?!\w)"
        )
        possessive = rf"(?:{lexicon.people.possessives.pattern})?"
        self._before = re.compile(
            rf"(?<!\w)(?:{higher}|{other_places}|{profile.foreign_bodies.pattern}){possessive}\s+$"
        )

    def are_others(self, text: str, unit: UnitMention) -> bool:
        """Whether *unit* of *text* is said to be somebody else's."""
        folded = fold(text)
        first = max(0, unit.start - _LOOKED_AT)
        return self._before.search(folded, first, unit.start) is not None or self.follow(text, unit.end)

    def follow(self, text: str, end: int) -> bool:
        """Whether a name that ends at *end* of *text* goes on with whose it is, and that is not the institution."""
        behind = self._behind.match(fold(text), end)
        if behind is None:
            return False
        if behind["body"] not in self._governments:
            return True
        following = _FOLLOWING.match(text, behind.end())
        if following is None or self._given_names.begin(following["name"]):
            return False
        return not set(words_of(following["name"])) <= self._home


def _home(profile: Profile) -> tuple[str, ...]:
    """Give the names of where the institution works: its own names, and the first town."""
    return (*profile.own_names, *profile.institution.places.towns[:1])


def _elsewhere(profile: Profile) -> list[str]:
    """Give the other towns, and the regions."""
    places = profile.institution.places
    own = [f" {name} " for name in profile.own_names]
    return [town for town in (*places.towns[1:], *places.regions) if not any(f" {fold(town)} " in name for name in own)]


@lru_cache(maxsize=8)
def unit_owners(profile: Profile) -> UnitOwners:
    """Give what *profile* says of whose units are, made once."""
    return UnitOwners(profile)
