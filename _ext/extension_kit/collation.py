"""The order of words in an index; for every extension here."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_ALPHABETS = Path(__file__).with_name("alphabets.toml")


@cache
def own_letters(language: str) -> str:
    """Give the letters with a mark that stand in the alphabet of *language* by themselves, behind the bare letter."""
    letters: dict[str, str] = tomllib.loads(_ALPHABETS.read_text(encoding="utf-8"))["own_letters"]
    return letters.get(language.partition("_")[0].partition("-")[0], "")


def collation_key(text: str, language: str) -> str:
    """Give what *text* is sorted by: accents, case and leading marks do not count, a letter of its own does."""
    text = unicodedata.normalize("NFC", text).casefold()
    for letter in own_letters(language):
        base = unicodedata.normalize("NFD", letter)[0]
        text = text.replace(letter, f"{base}\uffff")
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.lstrip("“”\"«»¿¡(#' ")


def first_letter(text: str, language: str) -> str:
    """Give the letter under which *text* stands in an index: ``Ñ`` for its own, ``#`` for no letter."""
    key = collation_key(text, language)
    if not key[:1].isalpha():
        return "#"
    if key[1:2] == "\uffff":
        return next(
            letter for letter in own_letters(language) if unicodedata.normalize("NFD", letter)[0] == key[0]
        ).upper()
    return key[0].upper()
