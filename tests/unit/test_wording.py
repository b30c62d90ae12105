"""The interface speaks Spanish and English alike: every string of the code stands in both catalogues."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from council_sphinx.core.interface_strings import LOCALE_FOLDER

PACKAGE = Path(LOCALE_FOLDER).parent
USED = {
    str(message)
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, [("**.py", "python")], keywords={"_": None}
    )
}


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_string_is_translated(language: str) -> None:
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "council_sphinx.po").open("rb") as stream:
        catalogue = {str(message.id): str(message.string) for message in read_po(stream) if message.id}
    assert USED
    assert USED - catalogue.keys() == set()
    assert [message for message, string in catalogue.items() if not string] == []
    holes = re.compile(r"%(?:\(\w+\))?[sdr]|\{\w+\}")
    differing = {
        key for key, string in catalogue.items() if sorted(holes.findall(key)) != sorted(holes.findall(string))
    }
    assert differing == set()
