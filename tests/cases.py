"""Readable test cases: a title, the input and what is expected, between lines of a single dot.

The form is that of markdown-it-py's and MyST-Parser's fixtures.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """Give all cases below *folder*, ``\\uXXXX`` written out in inputs for what no eye sees.

    Raises ``ValueError`` with file and line: a case has no title of one line, or is not closed.
    """
    return [case for file in sorted(folder.glob("*/cases.txt")) for case in _cases_of(file)]


def _cases_of(file: Path) -> Iterator[Case]:
    lines = file.read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    start = 0
    for first, second, third in zip(dots[0::3], dots[1::3], dots[2::3], strict=False):
        title = [line.strip() for line in lines[start:first] if line.strip()]
        if len(title) != 1:
            raise ValueError(f"{file}:{first + 1}: a title of one line stands before the input, not {title}")
        source, expected = ("\n".join(lines[one + 1 : other]) for one, other in ((first, second), (second, third)))
        yield Case(file, title[0], _visible(source), expected.strip("\n"))
        start = third + 1
    rest = next((number for number, line in enumerate(lines[start:], start + 1) if line.strip()), None)
    if rest is not None:
        raise ValueError(
            f"{file}:{rest}: the case that begins here is not whole; a line of one dot ends each of its parts"
        )


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
