"""The one reader of front matter, and the fields that records declare."""

from __future__ import annotations

import time

import pytest
from council.authority.files import read_authority
from council.dialect.front_matter import read_front_matter
from council.extract.metadata import read_metadata
from hypothesis import given
from hypothesis import strategies as st


def test_values_are_texts_with_their_lines() -> None:
    found = read_front_matter(
        "---\r\ntitle: 12:30\r\ndate: 2020-11-30\nempty:\nled_by:\n  - {a: yes}\n  - b: '~'\n---\n\nBody."
    )
    assert found is not None
    assert found.data == {"title": "12:30", "date": "2020-11-30", "empty": None, "led_by": [{"a": "yes"}, {"b": "~"}]}
    assert [found.lines[place] for place in [("title",), ("led_by",), ("led_by", 0, "a"), ("led_by", 1, "b")]] == [2, 5, 6, 7]  # fmt: skip
    assert (found.height, found.body, found.problem) == (8, "\nBody.", "")


@pytest.mark.parametrize("text", ["", "Text", "---\n\nA rule above a text.\n---\n", "---\n#Título\n---\n"])
def test_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("---\na: 1\n", 1, "never closed"),
        ("---\na: 1\nb: [c\n---\n", 3, "expected"),
        ("---\na: &x [1]\nb: *x\n---\n", 3, "references"),
        ("---\na: 1\na: 2\n---\n", 3, "'a' stands twice"),
        ("---\na: 1\n[b]: 2\n---\n", 3, "no text"),
        (f"---\na: {'[' * 5000}\n---\n", 2, "nested too deeply"),
        ('---\na: "x \\uD83D"\n---\n', 2, ""),
        ("---\na: 1\n--- b: 1\n---\n", 3, ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, told: str) -> None:
    found = read_front_matter(text)
    assert found is not None
    assert found.data == {}
    assert found.problem_line == line
    assert found.problem
    assert told in found.problem


def test_a_bomb_of_references_is_refused_at_once() -> None:
    keys = "abcdefghi"
    bomb = "".join(f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n" for before, key in zip("x" + keys, keys, strict=False))  # fmt: skip
    begun = time.perf_counter()
    found = read_front_matter(f"---\nx: &x y\n{bomb}---\n")
    assert found is not None
    assert found.problem
    assert time.perf_counter() - begun < 1


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_read(text: str, required: bool) -> None:
    found = read_front_matter(f"---\na: {text}\n---\nBody.\n", required=required)
    assert found is not None
    assert found.problem or found.data


def test_every_wrong_field_of_a_record_is_told_and_the_good_ones_stay() -> None:
    text = (
        "---\nname: Uno\naliases: [Dos, {a: b}]\nparent: Con Mayúscula\nvalid: {from: 2020-13}\n"
        "led_by:\n  - {person: ana, from: 2020, to: 2019}\n  - {since: 2018}\n  - {person: luz, to: 2020-02}\n"
        "website: javascript:x\ncolor: rojo\nnote: Nota.\n---\n"
    )
    record, problems = read_authority(text, "directorate", "uno")
    assert [(problem.line, problem.field) for problem in problems] == [
        (3, "aliases"), (4, "parent"), (5, "valid"), (7, "led_by"), (8, "led_by"), (10, "website"), (11, "color"),
    ]  # fmt: skip
    assert record is not None
    assert (record.aliases, record.note, record.website) == (("Dos",), "Nota.", "")
    assert [(leader.person, leader.end) for leader in record.led_by] == [("luz", "2020-02")]


def test_every_wrong_field_of_a_release_is_told() -> None:
    head = read_front_matter(
        "---\ntitle: [a]\ndate: 2020-02-30\nauthors: Ana, Luz\nkeywords: a, b,, c\nsource_url: a.mx\nx: y\n---\n"
    )
    assert head is not None
    metadata, notes = read_metadata(head.data, head.lines)
    assert [(note.line, note.subtype) for note in notes] == [
        (2, "front_matter"), (3, "date"), (6, "front_matter"), (7, "front_matter"),
    ]  # fmt: skip
    assert (metadata.authors, metadata.keywords, metadata.title) == (("Ana, Luz",), ("a", "b", "c"), "")


@pytest.mark.parametrize("date", ["2020-11-30", "2020-11-30 10:00", "2020-11-30T10:00:00Z"])
def test_a_moment_stands_for_its_day(date: str) -> None:
    metadata, notes = read_metadata({"date": date}, {})
    assert (str(metadata.date), notes) == ("2020-11-30", [])
