"""A test case that is not whole is a mistake, never one test less."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import read_cases

WHOLE = "a title\n.\nan input\n.\nwhat comes of it\n.\n"


def write(folder: Path, text: str) -> Path:
    (folder / "rule").mkdir()
    (folder / "rule" / "cases.txt").write_text(text, encoding="utf-8")
    return folder


def test_whole_cases(tmp_path: Path) -> None:
    cases = read_cases(write(tmp_path, f"{WHOLE}\nof nothing\n.\n.\n.\n{WHOLE}"))
    assert [(case.title, case.source, case.expected) for case in cases] == [
        ("a title", "an input", "what comes of it"),
        ("of nothing", "", ""),
        ("a title", "an input", "what comes of it"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (WHOLE.removesuffix(".\n"), 1),
        (f"{WHOLE}\nlast\n.\nits input\n.\nits end\n", 8),
        (f"{WHOLE}last\n.\n", 7),
        (f"{WHOLE}.\nan input\n.\nan end\n.\n", 7),
        (f"{WHOLE}two\nlines\n.\nan input\n.\nan end\n.\n", 9),
    ],
)
def test_a_case_that_is_not_whole(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ValueError, match=rf"rule/cases\.txt:{line}: "):
        read_cases(write(tmp_path, text))
