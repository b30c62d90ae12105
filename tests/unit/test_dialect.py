"""Each idiom of the dialect, by readable cases: one folder a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import Case, read_cases
from council.dialect import parse_release
from council.dialect.notes import notes_of
from council.profile.loader import load_lexicon
from outline import outline

WORDS = load_lexicon("es").dialect
CASES = read_cases(Path(__file__).parent / "dialect")


def dialect_outline(source: str) -> str:
    tokens, environment = parse_release(source.replace("\r\n", "\n"), "2020-01-01-prueba", WORDS)
    notes = [f"! {note.line} {note.subtype}: {note.message}" for note in notes_of(dict(environment))]
    return "\n".join([outline(tokens), *notes])


def test_there_are_cases() -> None:
    assert len(CASES) > 50


@pytest.mark.parametrize("case", CASES, ids=str)
def test_dialect(case: Case) -> None:
    assert dialect_outline(case.source) == case.expected
