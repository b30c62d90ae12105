"""The messages of the commands in the language of the archive: English in the code, catalogues in ``locale/``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extension_kit.catalogues import load_catalogue

CATALOGUE = "council"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"

Translate = Callable[[str], str]
"""Gives a message in the language of the archive; called ``_`` where it is used, so that messages are found."""


def translator(language: str) -> Translate:
    """Give what translates into *language*; English stays where there is no catalogue."""
    return load_catalogue(LOCALE_FOLDER, language, CATALOGUE).gettext
