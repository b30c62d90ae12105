"""What two spellings of one name share."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.folding import words_of
from council.profile.lexicon import Lexicon

_PARENTHESIS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=65536)
def name_key(name: str, lexicon: Lexicon) -> str:
    """Give what two spellings of one name share: folded words, without what is done to it (``Actualización del …``)."""
    whole = " ".join(words_of(_PARENTHESIS.sub(" ", name)) or words_of(name))
    shortened = _frame_pattern(lexicon).sub("", whole, count=1)
    return shortened if " " in shortened else whole


@lru_cache(maxsize=8)
def _frame_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Matches, at the head of a folded name, nouns of action and the small words that lead on from them."""
    grammar = lexicon.grammar
    small = grammar.articles + grammar.prepositions + grammar.copulative
    return re.compile(rf"^(?:{lexicon.names.framing.pattern}(?!\w)(?:\s+{small.pattern}(?!\w))*\s*)+")
