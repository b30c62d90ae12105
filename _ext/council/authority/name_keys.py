"""What two spellings of one name share."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.folding import fold, words_of
from council.profile.lexicon import Lexicon

_PARENTHESIS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=65536)
def name_key(name: str, lexicon: Lexicon) -> str:
    """Give what two spellings of one name share: folded words, without what is done to it (``Actualización del …``)."""
    folded = " ".join(fold(_PARENTHESIS.sub(" ", name)).replace("“", " ").replace("”", " ").split())
    shortened = _frame_pattern(lexicon).sub("", folded, count=1)
    words = words_of(shortened)
    return " ".join(words if len(words) > 1 else words_of(folded)) or " ".join(words_of(name))


@lru_cache(maxsize=8)
def _frame_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Matches, at the head of a folded name, nouns of action and the small words that lead on from them."""
    grammar = lexicon.grammar
    small = grammar.articles + grammar.prepositions + grammar.copulative
    return re.compile(rf"^(?:{lexicon.names.framing.pattern}(?!\w)(?:\s*,?\s*{small.pattern}(?!\w))*\s*[,:]?\s*)+")
