"""Pages and commands speak Spanish and English alike: every string of the code stands in both catalogues."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from council.archive.review import TOPICS
from council.commands import messages
from council_sphinx.core import interface_strings

CATALOGUES = {catalogue.CATALOGUE: catalogue.LOCALE_FOLDER for catalogue in (messages, interface_strings)}
BORROWED = {interface_strings.CATALOGUE: set(TOPICS.values())}
"""Strings that another package declares and this one shows."""


@cache
def strings_of(package: Path) -> frozenset[str]:
    found = extract_from_dir(package, [("**.py", "python")], keywords={"_": None})
    return frozenset(str(message) for _file, _line, message, _comments, _context in found)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", CATALOGUES)
def test_every_string_is_translated(name: str, language: str) -> None:
    folder = CATALOGUES[name]
    with (folder / language / "LC_MESSAGES" / f"{name}.po").open("rb") as stream:
        catalogue = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    used = strings_of(folder.parent)
    assert used
    assert (used | BORROWED.get(name, set())) - catalogue.keys() == set()
    assert [message for message, string in catalogue.items() if not string] == []
    holes = re.compile(r"%(?:\(\w+\))?[sdr]|\{\w+\}")
    differing = {
        key for key, string in catalogue.items() if sorted(holes.findall(key)) != sorted(holes.findall(string))
    }
    assert differing == set()


def test_the_commands_need_no_string_that_is_not_theirs() -> None:
    with (messages.LOCALE_FOLDER / "es" / "LC_MESSAGES" / "council.po").open("rb") as stream:
        known = {str(message.id) for message in read_po(stream) if message.id}
    assert known == strings_of(messages.LOCALE_FOLDER.parent)
