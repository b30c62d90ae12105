"""Stems of words: one form for singular and plural, for search and for comparing names."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer
from babel import Locale

from council.language.folding import fold

_ENDINGS = Path(__file__).with_name("endings.toml")
_SHORTEST = 3
"""In letters: from a word so short nothing more is taken."""


@lru_cache(maxsize=131072)
def stem(word: str, language: str) -> str:
    """Give the stem of a word of *language* (``es``), accents left out first, so that ``economia`` finds ``economía``."""
    stemmed: str = fold(_stemmer(language).stemWord(fold(word)))
    return stemmed.removesuffix(_left_over(language)) if len(stemmed) > _SHORTEST else stemmed


@cache
def _left_over(language: str) -> str:
    """Give the ending of the plural that the stemmer leaves at short words: ``años``."""
    endings: dict[str, str] = tomllib.loads(_ENDINGS.read_text(encoding="utf-8"))["left_by_stemmer"]
    return endings.get(language, "")


@lru_cache(maxsize=131072)
def root(phrase: str, language: str) -> str:
    """Give each word's stem of the stem until it is its own, so that ``mujeres`` is what ``mujer`` is; for names."""
    if " " in phrase:
        return " ".join(root(word, language) for word in phrase.split())
    shorter = stem(phrase, language)
    return phrase if shorter == phrase else root(shorter, language)


@lru_cache(maxsize=8)
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(str(Locale.parse(language).english_name).lower())


def stems(text: str, language: str) -> str:
    """Give the stems of *text*, for the index and for queries alike."""
    return " ".join(stem(word, language) for word in re.findall(r"\w+", text))
