"""Words of a human language and names of an institution are data: no code of the archive holds one.

Messages of the code are English; so a word is foreign to it where a profile of another language has it and English
has not.  Patterns hold no words at all: those of the English profile are looked for in them, too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from council.language.folding import words_of
from lexicons import foreign, institution, lexicon
from sites import PROJECT

EXTENSIONS = PROJECT / "_ext"
PYTHON = sorted(file for package in ("council", "council_sphinx") for file in (EXTENSIONS / package).rglob("*.py"))
SCRIPTS = sorted(
    file
    for folder in (EXTENSIONS / "council_sphinx", PROJECT / "_static")
    for file in folder.rglob("*")
    if file.suffix in {".typ", ".js"}
)
ALLOWED = {
    "council/dialect/pseudo_lists.py": {"center"},  # an element of HTML
    "council/importers/folder.py": {"nombre", "autor"},  # keys of the metadata files that the institute keeps
    "council/profile/loader.py": {"field"},  # in a message of msgspec
    "council_sphinx/web/style_sheets.py": {"class"},  # an attribute of HTML
    "council_sphinx/web/theme_labels.py": {"title"},  # an element of HTML
}
_SYNTAX = re.compile(r"\(\?P[<=]\w+[>)]|\\[a-zA-Z]\d*|[A-Za-z]-[A-Za-z]")
"""Names of groups, classes and ranges of a pattern."""


def literals_of(file: Path) -> Iterator[tuple[int, str, bool]]:
    """Give the line and the text of each literal that is no docstring, and whether it is part of a pattern."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    patterns: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).startswith("re."):
            patterns |= {id(part) for part in ast.walk(node.args[0])}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value, id(node) in patterns


@pytest.mark.parametrize("file", PYTHON, ids=lambda file: str(file.relative_to(EXTENSIONS)))
def test_no_literal_holds_a_word_of_a_language_or_a_name(file: Path) -> None:
    told = []
    for line, text, is_pattern in literals_of(file):
        words = set(words_of(_SYNTAX.sub(" ", text) if is_pattern else text))
        words -= ALLOWED.get(file.relative_to(EXTENSIONS).as_posix(), set())
        forbidden = foreign() | institution() | (lexicon("en") if is_pattern else frozenset())
        told += [f"{file.relative_to(PROJECT)}:{line}: {word}" for word in sorted(words & forbidden)]
    assert told == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: str(file.relative_to(PROJECT)))
def test_no_script_holds_one(file: Path) -> None:
    words = set(words_of(file.read_text(encoding="utf-8")))
    assert words & (foreign() | institution()) == set()


def test_the_test_would_find_one() -> None:
    assert {"sesion", "direccion", "regidora", "actualizacion"} <= foreign()
    assert {"implan", "torreon"} <= institution()
