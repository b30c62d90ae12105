"""Interface strings, dates and numbers in the language of the archive.

Strings are English in the code and go through gettext; the catalogues stand in ``locale/``.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from gettext import translation
from pathlib import Path

from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from extension_kit.whole_files import partial_of
from sphinx.application import Sphinx
from sphinx.locale import get_translation

CATALOGUE = "council_sphinx"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"

_ = get_translation(CATALOGUE)
"""Translate an interface string; resolved when it is used, so it may stand at module level."""


@lru_cache(maxsize=16384)
def long_date(date: datetime.date | None, language: str) -> str:
    """Give a date in words: ``30 de noviembre de 2020``."""
    return format_date(date, "long", locale=language or "en") if date else str(_("without date"))


def month_name(month: int, language: str) -> str:
    """Give the name of a month that stands alone."""
    return str(get_month_names("wide", "stand-alone", language or "en")[month])


def compile_catalogues(folder: Path = LOCALE_FOLDER) -> None:
    """Compile each ``.po`` whose ``.mo`` is older or not there yet."""
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as stream:
            catalogue = read_po(stream)
        temporary = partial_of(target)
        with temporary.open("wb") as stream:
            write_mo(stream, catalogue)
        temporary.replace(target)


def _complete_theme(app: Sphinx) -> None:
    """Let the theme find words in the archive's catalogue that Sphinx's own lacks in the language of the pages."""
    language = str(app.config.language or "en")
    app.translator.add_fallback(translation(CATALOGUE, LOCALE_FOLDER, [language], fallback=True))


def setup(app: Sphinx) -> None:
    """Make the catalogues known to Sphinx."""
    compile_catalogues()
    app.add_message_catalog(CATALOGUE, LOCALE_FOLDER)
    app.connect("builder-inited", _complete_theme)
