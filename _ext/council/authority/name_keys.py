"""What two spellings of one name share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from council.language.folding import words_of
from council.language.naming import without_parentheses
from council.profile.lexicon import Lexicon


@lru_cache(maxsize=65536)
def name_key(name: str, lexicon: Lexicon) -> str:
    """Give what two spellings of one name share: folded words, without what is done to it (``Actualización del …``)."""
    words = words_of(without_parentheses(name)) or words_of(name)
    return " ".join(words[frame_end(words, lexicon) :])


def frame_end(words: Sequence[str], lexicon: Lexicon) -> int:
    """Give how many of the folded *words* at the head of a name only tell what is done to it.

    ``Aprobación y registro del | Plan de Agua``.  A noun of action that leads on to nothing is part of the name
    (``Diseño Urbano``), as it is where no two words remain.
    """
    grammar = lexicon.grammar
    small = (grammar.articles, grammar.prepositions, grammar.copulative)
    end = at = 0
    while at < len(words) and words[at] in lexicon.names.framing:
        behind = at + 1
        while behind < len(words) and any(words[behind] in some for some in small):
            behind += 1
        leads_on = grammar.heads_last or any(word in grammar.prepositions for word in words[at + 1 : behind])
        at = behind
        if leads_on or (words[behind : behind + 1] and words[behind] in lexicon.kind_nouns):
            end = behind
    return end if len(words) - end > 1 else 0
