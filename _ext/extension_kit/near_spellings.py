"""Words that may have been meant by one that no text has; for every extension here.

``pagefind_search/static/pagefind_search/spelling.js`` says the same; a test holds both to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

from extension_kit.word_keys import WordKeys, bare, words_of

SHORTEST = 4
"""In letters: a shorter word has too many neighbours."""
LISTED = 3
"""In letters: shorter words are none that anybody looks for in a list."""
LONG = 8
"""From so many letters on two may differ, else one; neighbours that changed places count once."""


def vocabulary(texts: Iterable[Iterable[str]], keys: WordKeys) -> dict[str, int]:
    """Give the telling words of *texts* (each in lines) with how many texts have them; of spellings the commonest."""
    written: dict[str, Counter[str]] = {}
    for lines in texts:
        for word in {word for line in lines for word in words_of(line)}:
            if len(word) >= LISTED and word.isalpha() and keys.key(word) is not None:
                written.setdefault(bare(word), Counter())[word] += 1
    commonest = ((counted.most_common(1)[0][0], sum(counted.values())) for _, counted in sorted(written.items()))
    return dict(commonest)


def nearest_word(word: str, words: Mapping[str, int]) -> str | None:
    """Give the word that is nearest to *word*: one with the same first letter before others, then the commonest."""
    wanted = bare(word)
    if len(wanted) < SHORTEST:
        return None
    most = 2 if len(wanted) >= LONG else 1

    def distance(known: str) -> tuple[bool, int, int, str]:
        other = bare(known)
        return other[0] != wanted[0], OSA.distance(wanted, other, score_cutoff=most), -words[known], known

    near = (measured for measured in map(distance, words) if 0 < measured[1] <= most)
    return min(near, default=(False, 0, 0, None))[3]
