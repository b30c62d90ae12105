"""The one reader of YAML: what it refuses, and that what is written is read again."""

from __future__ import annotations

import pytest
from council.dialect.front_matter import front_matter_of, read_front_matter
from council.model.yaml_mapping import LONGEST, UnreadableError, read_mapping
from hypothesis import given
from hypothesis import strategies as st

_LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
TEXTS = st.text(_LETTERS, min_size=1, max_size=60).map(lambda text: " ".join(text.split())).filter(bool)
"""Texts as records and releases have them: spaces are single, and nothing else parts words."""


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (f"a: b\nc: {'x' * LONGEST}", 1, "longer than"),
        ("a: b\nc: " + "[" * 50_000, 2, "nested too deeply"),
        ("a: b\nc:\n" + "- d\n" * 6_000, 5000, "more than"),
        ("a: b\nc: &x [*x]", 2, "references"),
        ('a: b\nc: "\\x1b[31m"', 2, "'\\x1b'"),
        ('a: b\n"c\\0": d', 2, "'\\x00'"),
        ('a: b\nc: "\\uD83D"', 2, ""),
    ],
)
def test_what_no_field_can_hold_is_refused_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_mapping(text)
    assert abs(refused.value.line - line) < 10
    assert told in str(refused.value)


@pytest.mark.parametrize("value", ["12:30", "yes", "0x1f", "1e3", "2020-02-30", "!!timestamp x", "!!int x", "9" * 5000])
def test_no_value_is_guessed(value: str) -> None:
    assert read_mapping(f"a: {value}")[0] == {"a": value.split()[-1]}


@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_what_is_written_is_read_again(name: str, aliases: list[str]) -> None:
    found = read_front_matter(front_matter_of({"name": name, "aliases": aliases}), required=True)
    assert found is not None
    assert not found.problem
    assert found.data == {"name": name, "aliases": aliases}


@pytest.mark.parametrize(
    "name", [f"{'x' * 100} ---", f"{'x ' * 80}...", "- ---", "--- a", '"', "=cmd|' /C calc'!A0", "#a"]
)
def test_a_name_like_a_fence_is_written_and_read(name: str) -> None:
    found = read_front_matter(front_matter_of({"name": name}) + "\nHistory.\n", required=True)
    assert found is not None
    assert (found.data, found.body) == ({"name": name}, "\nHistory.\n")
