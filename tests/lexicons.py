"""The words of each profile, and which of them are no English: what is looked for in code and on pages."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from council.language.folding import words_of
from council.language.word_lists import Words
from council.profile.loader import FOLDER, languages, load_lexicon
from sites import PROJECT

SHORTEST = 4
"""Shorter words stand in too many languages to tell one."""


def written_in(file: Path) -> Iterator[str]:
    """Give every text that a TOML file holds, keys of its tables of words among them."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (str(key) for key in value)
            for inner in value.values():
                yield from texts(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from texts(inner)

    yield from texts(tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def lexicon(language: str) -> frozenset[str]:
    """Give the words of a profile; endings (``*mente``) are none."""
    forms = (form for text in written_in(FOLDER / f"{language}.toml") for form in Words.read(text))
    offices = load_lexicon(language).people.offices
    parts = (part for form in (*forms, *offices) for part in form.split() if not part.startswith("*"))
    return frozenset(word for part in parts for word in words_of(part) if len(word) >= SHORTEST)


@cache
def english() -> frozenset[str]:
    lines = (FOLDER / "common-words" / "en.txt").read_text(encoding="utf-8").splitlines()
    terms = {
        word
        for name in ("lexicon", "word_classes", "institution", "people_words", "figure_words")
        for word in _names_in(FOLDER / f"{name}.py")
    }
    return lexicon("en") | frozenset(line for line in lines if not line.startswith("#")) | terms


def _names_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield from node.target.id.split("_")


@cache
def foreign() -> frozenset[str]:
    return frozenset().union(*(lexicon(language) for language in languages() if language != "en")) - english()


@cache
def institution() -> frozenset[str]:
    names = (word for text in written_in(PROJECT / "institution.toml") for word in words_of(text))
    return frozenset(word for word in names if len(word) >= SHORTEST) - english()
