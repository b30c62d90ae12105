"""Where a number holds: the name in capitals behind a preposition of place, in the clause of the number.

``En el Área Metropolitana de Saltillo se registraron 5,823 empleos``: it opens the clause, stands behind a comma, or
right before the number; elsewhere it may tell where another thing is.  Behind the number it is one of the places of the
institution alone, as other names may be where that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from council.extract.figures.noun_phrases import noun_phrases
from council.language.folding import fold
from council.language.word_lists import alternatives
from council.profile.profile import Profile

_DIGIT = re.compile(r"\d")


class Places:
    """How the releases of a profile tell places."""

    def __init__(self, profile: Profile) -> None:
        grammar, institution = profile.lexicon.grammar, profile.institution
        self._months = profile.lexicon.dialect.dates.months
        self._phrases = noun_phrases(profile.lexicon)
        places = institution.places
        self._known = re.compile(rf"(?<!\w){alternatives(map(fold, (*places.towns, *places.regions)))}(?!\w)")
        self._bodies = frozenset(map(fold, (institution.name, *institution.names, *institution.foreign.bodies)))
        self._locative = re.compile(
            rf"(?<!\w){grammar.locative.pattern}\s+(?P<article>{grammar.articles.pattern}\s+)?(?=\S)"
        )

    def place_of(self, text: str, clause: range, start: int, end: int) -> str:
        """Give where the number holds that is told, with its thing, from *start* to *end* in *clause* of *text*."""
        for begins, ends, name in self._names(text, clause.start, start):
            opens = text[clause.start : begins].rstrip()[-1:] in {"", ","}
            if opens or not text[ends:start].strip():
                return name
        number = _DIGIT.search(text, end, clause.stop)
        behind = self._names(text, end, number.start() if number else clause.stop)
        return next((name for _begins, _ends, name in behind if self._known.search(fold(name))), "")

    def _names(self, text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        """Give the phrases of place between *start* and *stop*, from where to where they go, and the name in each.

        Names of bodies and months are left out.
        """
        for match in self._locative.finditer(fold(text), start, stop):
            begins = match.end()
            if match["article"] and text[match.start("article")].isupper():
                begins = match.start("article")
            ends = self._phrases.name_at(text, begins)
            name = " ".join(text[begins:ends].split()) if 0 < ends <= stop else ""
            if name and fold(name) not in self._bodies and fold(name).split()[0] not in self._months:
                yield match.start(), ends, name


@lru_cache(maxsize=8)
def places(profile: Profile) -> Places:
    """Give the places of *profile*, made once."""
    return Places(profile)
