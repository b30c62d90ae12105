"""Whether two names of one release mean one initiative: one is a shorter or varied form of the other."""

from __future__ import annotations

from council.language.folding import content_words, words_of
from council.language.stems import stem
from council.profile.profile import Profile

MOSTLY = 0.6
"""Names that share more than this part of their words are forms of one."""


def same_initiative(first: str, second: str, profile: Profile) -> bool:
    """Whether one of two labels of a release is a shorter or varied form of the other; towns do not count.

    A plan and a workshop on it are two, however much of the name they share.
    """
    lexicon = profile.lexicon
    words = [set(content_words(name, lexicon.grammar.stop_words)) - profile.place_words for name in (first, second)]
    if not all(words):
        return words_of(first) == words_of(second)
    kinds = {words_of(name)[0] for name in (first, second)}
    if (
        all(kind in lexicon.distinct_nouns for kind in kinds)
        and len({stem(kind, lexicon.language) for kind in kinds}) == 2
    ):
        return False
    a, b = ({stem(word, lexicon.language) for word in some} for some in words)
    shared = len(a & b)
    return shared >= min(len(words[0]), len(words[1])) or shared / max(len(words[0]), len(words[1])) > MOSTLY
