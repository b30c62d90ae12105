"""Interface strings, dates and numbers in the language of the archive.

Strings are English in the code and go through gettext; the catalogues stand in ``locale/``.  They are compiled
in memory by each build: nothing is written, so that sources may be read-only and builds need not wait for another.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list
from council.model.partial_dates import PartialDate
from extension_kit import collation
from extension_kit.catalogues import load_catalogue
from sphinx.application import Sphinx
from sphinx.locale import get_translation, translators

CATALOGUE = "council_sphinx"
LOCALE_FOLDER = Path(__file__).parent.parent / "locale"

_ = get_translation(CATALOGUE)
"""Translate an interface string; resolved when it is used, so it may stand at module level."""


def counted(singular: str, plural: str, count: int) -> str:
    """Give an interface string with ``%d`` for *count*, in the form that the language has for so many."""
    known = translators.get(("general", CATALOGUE)) or NullTranslations()
    return known.ngettext(singular, plural, count) % count


def listed(items: Iterable[object]) -> str:
    """Give *items* as a list in running text: ``11 y 12``."""
    return format_list([str(item) for item in items], locale=_spoken() or "en")


@lru_cache(maxsize=16384)
def long_date(date: PartialDate | None, language: str) -> str:
    """Give a date in words, as precise as it is: ``30 de noviembre de 2020``, ``enero de 2014``."""
    if date is None:
        return str(_("without date"))
    if date.day:
        return format_date(date.first, "long", locale=language or "en")
    return format_skeleton("yMMMM" if date.month else "y", date.first, locale=language or "en")


def short_date(date: PartialDate, language: str) -> str:
    """Give the month and the year of a date, the year alone where no month is known: ``nov 2020``."""
    return format_skeleton("yMMM" if date.month else "y", date.first, locale=language or "en")


def quarter_name(day: datetime.date, language: str) -> str:
    """Give the quarter of a day with its year: ``T4 2020``."""
    return format_skeleton("yQQQ", day, locale=language or "en")


def month_name(month: int, language: str) -> str:
    """Give the name of a month that stands alone."""
    return str(get_month_names("wide", "stand-alone", language or "en")[month])


def collation_key(text: str) -> str:
    """Give what *text* is sorted by in the language of the interface."""
    return collation.collation_key(text, _spoken())


def first_letter(text: str) -> str:
    """Give the letter under which *text* stands in an index in the language of the interface."""
    return collation.first_letter(text, _spoken())


def _spoken() -> str:
    """Give the language of the catalogue in use; nothing where strings stay as the code has them."""
    known = translators.get(("general", CATALOGUE))
    return known.info().get("language", "") if known else ""


def _complete_theme(app: Sphinx) -> None:
    """Let the theme find words in the archive's catalogue that Sphinx's own lacks in the language of the pages."""
    app.translator.add_fallback(translators["general", CATALOGUE])


def setup(app: Sphinx) -> None:
    """Let strings be told in the language of this build, whatever a build before it spoke."""
    translators["general", CATALOGUE] = load_catalogue(LOCALE_FOLDER, app.config.language, CATALOGUE)
    app.connect("builder-inited", _complete_theme)
