"""Stems of words: one form for singular and plural, for search and for comparing names."""

from __future__ import annotations

from functools import lru_cache

from extension_kit import stemming

from council.language.folding import fold


@lru_cache(maxsize=131072)
def stem(word: str, language: str) -> str:
    """Give the stem of a word of *language* (``es``), accents left out first, so that ``economia`` finds ``economía``."""
    return fold(stemming.stem(fold(word), language))


@lru_cache(maxsize=131072)
def root(phrase: str, language: str) -> str:
    """Give each word's stem of the stem until it is its own, so that ``mujeres`` is what ``mujer`` is; for names."""
    if " " in phrase:
        return " ".join(root(word, language) for word in phrase.split())
    shorter = stem(phrase, language)
    return phrase if shorter == phrase else root(shorter, language)
