"""Stems of words, by Snowball: one form for singular and plural; for every extension here."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer
from babel import Locale

_ENDINGS = Path(__file__).with_name("endings.toml")
SHORTEST = 3
"""In letters: from a word so short nothing more is taken."""


@lru_cache(maxsize=131072)
def stem(word: str, language: str) -> str:
    """Give the stem of a *word* in small letters without accents; the word itself in a language that has no stemmer."""
    stemmer = _stemmer(language)
    stemmed: str = stemmer.stemWord(word) if stemmer else word
    return stemmed.removesuffix(left_over(language)) if len(stemmed) > SHORTEST else stemmed


@lru_cache(maxsize=131072)
def last_stem(word: str, language: str) -> str:
    """Give the stem of the stem until it is its own, so that ``mujeres`` is what ``mujer`` is, and ``raíz`` what ``raíces`` is."""
    singular, plural = changed_in_plural(language)
    if singular and word.endswith(singular):
        word = word.removesuffix(singular) + plural
    while (shorter := stem(word, language)) != word:
        word = shorter
    return word


@cache
def left_over(language: str) -> str:
    """Give the ending of the plural that the stemmer of *language* leaves at short words; empty where there is none."""
    ending: str = _endings()["left_by_stemmer"].get(_code(language), "")
    return ending


@cache
def changed_in_plural(language: str) -> tuple[str, str]:
    """Give the last letter of a singular and what the plural has in its place; empty where *language* has no such letter."""
    singular, plural = _endings()["changed_in_plural"].get(_code(language), ("", ""))
    return singular, plural


@cache
def _endings() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_ENDINGS.read_text(encoding="utf-8"))


def stemmer_name(language: str) -> str:
    """Give the name that Snowball has for *language* (``spanish``); empty where it has no stemmer for it."""
    name = str(Locale.parse(_code(language)).english_name).lower()
    return name if name in snowballstemmer.algorithms() else ""


@lru_cache(maxsize=8)
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    name = stemmer_name(language)
    return snowballstemmer.stemmer(name) if name else None


def _code(language: str) -> str:
    return language.replace("-", "_").partition("_")[0]
