"""Whose an initiative is, by its name: the institution's, or somebody else's law, survey or national plan."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.folding import content_words, fold, words_of
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

MODIFIERS = r"(?:\w+\s+){0,3}"
"""Between an article and a noun that stands last: ``of the Parks and Gardens Department``."""


class Ownership:
    """What the profile says of names that are not the institution's, and of those that always are."""

    def __init__(self, profile: Profile) -> None:
        names = profile.lexicon.names
        self._stop_words = profile.lexicon.grammar.stop_words
        self._surveys = re.compile(rf"{names.surveys.pattern}(?!\w)")
        self._foreign = re.compile(rf"(?<!\w)(?:{names.foreign.pattern}|{profile.foreign_bodies.pattern})(?!\w)")
        self._foreign_heads = re.compile(rf"{names.foreign_heads.pattern}(?!\w)")
        self._qualifiers = names.qualifiers
        self._places = profile.place_words
        self._council_nouns = frozenset(profile.council_nouns)
        self._fixed = [self._content(name) for name in profile.institution.initiatives.fixed_names]

    def is_survey(self, name: str) -> bool:
        """Whether *name* is a survey or census of a statistics office: ``Encuesta Nacional de …``."""
        return self._surveys.match(fold(name)) is not None

    def is_foreign(self, name: str) -> bool:
        """Whether *name* is somebody else's: a law, a census, a national plan or index."""
        folded = fold(name)
        return bool(self._foreign.search(folded)) or self.is_survey(name) or bool(self._foreign_heads.match(folded))

    def is_fixed(self, name: str) -> bool:
        """Whether *name* holds one that the institution names as an initiative of its own."""
        words = self._content(name)
        return any(fixed <= words for fixed in self._fixed)

    def is_exactly_fixed(self, name: str) -> bool:
        """Whether *name* says no more than one of those, but for towns and adjectives."""
        words = self._content(name)
        return any(fixed <= words and all(map(self._tells_nothing, words - fixed)) for fixed in self._fixed)

    def _tells_nothing(self, word: str) -> bool:
        return word in self._places or word in self._qualifiers

    def is_council(self, name: str) -> bool:
        """Whether *name* begins as that of a council does, which is a body, and no initiative unless it is fixed."""
        return next(iter(words_of(name)), "") in self._council_nouns and not self.is_fixed(name)

    def _content(self, name: str) -> frozenset[str]:
        return frozenset(content_words(name, self._stop_words))


@lru_cache(maxsize=8)
def ownership(profile: Profile) -> Ownership:
    """Give what *profile* says of ownership, made once."""
    return Ownership(profile)


@lru_cache(maxsize=8)
def owner_pattern(profile: Profile) -> re.Pattern[str]:
    """Give the pattern of, at the end of a name, whose it is or whom it was brought before: ``… del Ayuntamiento``, ``… a su Consejo``."""
    lexicon, grammar = profile.lexicon, profile.lexicon.grammar
    institution = profile.institution
    owners = alternatives(
        [
            *profile.own_names,
            *profile.foreign_bodies,
            *Words(institution.council.names),
            *lexicon.names.governments,
        ]
    )
    small = alternatives([*grammar.articles, *lexicon.names.possessives])
    carriers, owned = lexicon.names.carriers.pattern, lexicon.names.owned.pattern
    words = MODIFIERS if grammar.heads_last else ""
    before = rf"(?:{grammar.prepositions.pattern}\s+(?:{small}\s+)?{owners}|{owned}\s+{words}{carriers})"
    return re.compile(rf"\s+{before}(?!\w).*$")
