"""What a role tells of an office in the institution itself: that it heads it, or has a seat in its council.

``directora general del Instituto`` heads it, ``directora de Agua del Instituto`` does not; ``vocal ciudadana`` sits in a
``junta``, ``consejera juvenil`` in another council.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.people.standing import standing_of_words
from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.model.releases import Standing
from council.profile.profile import Profile


def institution_standing(role: str, profile: Profile) -> Standing | None:
    """Give what *role* tells of the office at the head of the institution; ``None`` where it is no such."""
    match = _head_pattern(profile).search(fold(role))
    if match is None:
        return None
    around = " ".join(filter(None, (match["before"], match["between"], match["behind"])))
    return standing_of_words(words_of(around), profile)


def is_seat_in_council(role: str, profile: Profile, *, at_session: bool) -> bool:
    """Whether *role* is that of a member of the council; one that names no council is, where its session is reported."""
    bare, named = _seat_patterns(profile)
    folded = fold(role)
    return named.fullmatch(folded) is not None or (at_session and bare.fullmatch(folded) is not None)


@lru_cache(maxsize=8)
def _head_pattern(profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of an office with the institution as its own and last word."""
    lexicon = profile.lexicon
    units, tenures, people, grammar = lexicon.units, lexicon.tenures, lexicon.people, lexicon.grammar
    adjectives = Words((*units.general, *tenures.executive, *tenures.adjectives)).pattern
    before = rf"(?:{people.former.pattern}[\s-]*)?(?:{adjectives}\s+)*"
    of = rf"(?:{grammar.genitive.pattern}\s+)?"
    start = rf"(?:^|,\s*|(?<!\w){grammar.copulative.pattern}\s+)(?:{grammar.articles.pattern}\s+)?"
    office_first = rf"(?P<before>{before}{units.heads.pattern}\.?(?:\s+{adjectives})*)\s+{of}{_institution(profile)}"
    institution_first = (
        rf"(?P<between>{before}){_own_name(profile)}{people.possessives.pattern}?\s+"
        rf"(?P<behind>(?:{adjectives}\s+)*{units.heads.pattern})"
    )
    either = f"{office_first}|{institution_first}" if grammar.heads_last else f"{office_first}(?P<between>)(?P<behind>)"
    return re.compile(rf"{start}(?:{either})(?=\s*(?:$|,))")


def _institution(profile: Profile) -> str:
    """Give the pattern of the institution behind a preposition: its name with its town and its acronym, or its noun."""
    grammar, units = profile.lexicon.grammar, profile.lexicon.units
    towns = alternatives(map(fold, profile.institution.places.towns[:1]))
    aside = rf"(?:\s*\({profile.own_names.pattern}\))?"
    town = rf"(?:\s+(?:{grammar.genitive.pattern}\s+)?{towns})?"
    article = rf"(?:{grammar.articles.pattern}\s+)?"
    noun = rf"(?:{grammar.articles.pattern}\s+|{units.this.pattern}\s+)?{alternatives(profile.own_nouns)}"
    return rf"(?:{article}{profile.own_names.pattern}{aside}{town}{aside}|{noun})"


def _own_name(profile: Profile) -> str:
    return alternatives([*profile.own_names, *profile.own_nouns])


@lru_cache(maxsize=8)
def _seat_patterns(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a seat, in folded text: without the name of a council, and with that of the institution's."""
    lexicon = profile.lexicon
    grammar, councils = lexicon.grammar, lexicon.councils
    adjectives = Words((*councils.seats, *lexicon.tenures.adjectives)).pattern
    of = rf"\s+{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?"
    council = alternatives(map(fold, profile.institution.council.names))
    own = rf"(?:{of}{_own_name(profile)})"

    def seat(words: Words) -> str:
        return rf"(?:{adjectives}\s+)*{words.pattern}(?:\s+{adjectives})*"

    members, officers = seat(profile.council_members), seat(councils.officers)
    named = rf"(?:{members}|{officers}){of}{council}{own}?|{members}{own}"
    return re.compile(members), re.compile(named)
