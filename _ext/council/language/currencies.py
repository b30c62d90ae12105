"""Currencies and the marks in numbers, by language and country, from the Unicode CLDR (Babel)."""

from __future__ import annotations

import re
from functools import cached_property

from babel import Locale, UnknownLocaleError
from babel.numbers import (
    get_currency_name,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
    get_territory_currencies,
)

from council.language.folding import fold

_OFTEN_NAMED = ("USD", "EUR")
"""Currencies that releases of any country may name beside its own."""


def locale_of(language: str, country: str) -> Locale:
    """Give the locale of *language* in *country*, of the language alone where there is no such."""
    try:
        return Locale.parse(f"{language}_{country.upper()}" if country else language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language)


def number_marks(language: str, country: str) -> tuple[str, str]:
    """Give the mark between thousands, and that before decimals."""
    locale = locale_of(language, country)
    return get_group_symbol(locale), get_decimal_symbol(locale)


class Currencies:
    """The currency of a *country*, and those that are often named, by their signs and nouns in *language*."""

    def __init__(self, language: str, country: str) -> None:
        self._locale = locale_of(language, country)
        own = get_territory_currencies(country.upper()) if country else []
        self._codes = list(dict.fromkeys([*own[:1], *_OFTEN_NAMED]))

    @cached_property
    def words(self) -> dict[str, str]:
        """The code of a currency by its names, folded: its code, the whole name, and the noun in it (``pesos``)."""
        by_name: dict[str, str] = {}
        for code in self._codes:
            by_name.setdefault(fold(code), code)
            forms = [fold(get_currency_name(code, count, self._locale)) for count in (1, 2)]
            for name, other in (forms, reversed(forms)):
                by_name.setdefault(name, code)
                noun = next((word for word in name.split() if word not in other.split()), name)
                by_name.setdefault(noun, code)
        return by_name

    @cached_property
    def signs(self) -> str:
        """The signs, as the inside of a character class."""
        return re.escape("".join(self._by_sign))

    def code_of(self, sign: str | None) -> str:
        """Give the code of the currency that *sign* stands for."""
        return self._by_sign[sign or ""]

    @cached_property
    def _by_sign(self) -> dict[str, str]:
        by_sign: dict[str, str] = {}
        for code in self._codes:
            sign = get_currency_symbol(code, self._locale)
            if len(sign) == 1:
                by_sign.setdefault(sign, code)
        return by_sign


def currency_name(code: str, language: str) -> str:
    """Give the name of a currency, of several, as *language* has it: ``pesos mexicanos``."""
    return str(get_currency_name(code, 2, language or "en"))
