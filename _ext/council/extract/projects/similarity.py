"""Whether two names of one release mean one initiative: one is a shorter or varied form of the other."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.folding import content_words, words_of
from council.language.stems import stem
from council.profile.profile import Profile

MOSTLY = 0.6
"""Names that share more than this part of their words are forms of one, unless each says what the other does not."""
_PARENTHESES = re.compile(r"\([^)]*\)")


def same_initiative(first: str, second: str, profile: Profile) -> bool:
    """Whether one of two labels of a release is a shorter or varied form of the other; towns do not count.

    A plan and a workshop on it are two, however much of the name they share; so are the programme of the harbour and
    that of the hills.
    """
    lexicon = profile.lexicon
    names = [_PARENTHESES.sub(" ", name) if name.strip()[:1] != "(" else name for name in (first, second)]
    words = [set(content_words(name, lexicon.grammar.stop_words)) - profile.place_words for name in names]
    if not all(words):
        return words_of(first) == words_of(second)
    kinds = {words_of(name)[0] for name in names}
    if (
        all(kind in lexicon.distinct_nouns for kind in kinds)
        and len({stem(kind, lexicon.language) for kind in kinds}) == 2
    ):
        return False
    a, b = ({stem(word, lexicon.language) for word in some} for some in words)
    shared = len(a & b)
    if shared >= min(len(words[0]), len(words[1])):
        return True
    return shared / max(len(words[0]), len(words[1])) > MOSTLY and not (
        _tells(a - b, profile) and _tells(b - a, profile)
    )


def _tells(stems: set[str], profile: Profile) -> bool:
    """Whether words by which two names differ tell two initiatives apart: not ``director``, ``plan``, ``update``."""
    return not stems <= _untelling(profile)


@lru_cache(maxsize=8)
def _untelling(profile: Profile) -> frozenset[str]:
    lexicon = profile.lexicon
    classes = (*lexicon.generic_nouns, *lexicon.names.qualifiers, *lexicon.names.framing)
    return frozenset(stem(word, lexicon.language) for word in classes)
