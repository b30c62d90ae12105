"""The adjectives that may stand between a noun and the name it announces: ``el foro ciudadano regional “…”``."""

from __future__ import annotations

from functools import lru_cache

from council.language.word_lists import alternatives
from council.profile.lexicon import Lexicon


@lru_cache(maxsize=8)
def adjective_pattern(lexicon: Lexicon) -> str:
    """Give the pattern of such a word in folded text, by its ending; a verb or a function word is none."""
    names, verbs = lexicon.names, lexicon.verbs
    others = alternatives([*verbs.telling, *verbs.explaining, *lexicon.grammar.function_words])
    return rf"(?:{names.qualifiers.pattern}|(?!{others}(?!\w)){names.adjectives.pattern})(?!\w)"


def first_capital(text: str, start: int, end: int) -> int:
    """Give where the first capital behind *start* stands, up to *end*: a name begins there, and no adjective."""
    return next((place for place in range(start + 1, end) if text[place].isupper()), end)
