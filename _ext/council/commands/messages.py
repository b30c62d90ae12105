"""The messages of the commands in the language of the archive: English in the code, catalogues in ``locale/``."""

from __future__ import annotations

from collections.abc import Callable
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUE = "council"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"

Translate = Callable[[str], str]
"""Gives a message in the language of the archive; called ``_`` where it is used, so that messages are found."""


def translator(language: str) -> Translate:
    """Give what translates into *language*; English stays where there is no catalogue."""
    file = LOCALE_FOLDER / language / "LC_MESSAGES" / f"{CATALOGUE}.po"
    if not file.is_file():
        return str
    compiled = BytesIO()
    with file.open("rb") as stream:
        write_mo(compiled, read_po(stream))
    compiled.seek(0)
    return GNUTranslations(compiled).gettext
