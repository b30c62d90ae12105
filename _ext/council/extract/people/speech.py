"""Whether somebody is said to say something: ``señaló Cosijoopii Montero``, ``Frida García comentó``, ``Park also said``."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.folding import fold
from council.profile.profile import Profile

_LOOKED_AT = 40
"""So many characters before a name hold the verb."""


def is_speaking(text: str, start: int, end: int, profile: Profile) -> bool:
    """Whether a verb of telling stands right before *start* or right behind *end*."""
    before, behind = _patterns(profile)
    folded = fold(text)
    return bool(before.search(folded, max(0, start - _LOOKED_AT), start) or behind.match(folded, end))


def is_attending(text: str, start: int, profile: Profile) -> bool:
    """Whether a verb of attendance stands right before *start*: ``asistió Luz Ituarte``."""
    return _attending(profile).search(fold(text), max(0, start - _LOOKED_AT), start) is not None


@lru_cache(maxsize=8)
def _attending(profile: Profile) -> re.Pattern[str]:
    lexicon = profile.lexicon
    return re.compile(rf"(?<!\w){lexicon.verbs.attending.pattern}\s+(?:{lexicon.grammar.articles.pattern}\s+)?$")


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = profile.lexicon
    telling = lexicon.verbs.telling.pattern
    return (
        re.compile(rf"(?<!\w){telling}\s+(?:{lexicon.grammar.articles.pattern}\s+)?$"),
        re.compile(rf"[\s,]*(?:{lexicon.people.adverbs.pattern}\s+)?{telling}(?!\w)"),
    )
