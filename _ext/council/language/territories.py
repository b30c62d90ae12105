"""Names of countries and parts of the world, from the Unicode CLDR (Babel)."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=8)
def territories(language: str) -> tuple[str, ...]:
    """Give the names that *language* (``es``) has for them."""
    return tuple(Locale.parse(language).territories.values())
