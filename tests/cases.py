"""Readable test cases: a title, the input and what is expected, between lines of a single dot.

The form is that of markdown-it-py's and MyST-Parser's fixtures.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    file: Path
    title: str
    source: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file.parent.name}: {self.title}"


def read_cases(folder: Path) -> list[Case]:
    """Give all cases below *folder*, ``\\uXXXX`` written out in inputs for what no eye sees."""
    cases = []
    for file in sorted(folder.glob("*/cases.txt")):
        parts = file.read_text(encoding="utf-8").split("\n.\n")
        for title, source, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            cases.append(Case(file, title.strip().lstrip(".").strip(), _visible(source), expected.strip("\n")))
    return cases


def _visible(source: str) -> str:
    for written, meant in (
        ("\\u00a0", "\u00a0"),
        ("\\u00ad", "\u00ad"),
        ("\\u200b", "\u200b"),
        ("\\ufeff", "\ufeff"),
        ("\\r", "\r"),
    ):
        source = source.replace(written, meant)
    return source
