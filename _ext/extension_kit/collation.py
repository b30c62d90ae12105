"""The order of words in an index; for every extension here."""

from __future__ import annotations

import unicodedata

_OWN_LETTERS = {"es": "ñ", "gl": "ñ", "eu": "ñ"}
"""Letters with a mark that stand in the alphabet by themselves, after the letter without it."""


def collation_key(text: str, language: str) -> str:
    """Give what *text* is sorted by: accents, case and leading marks do not count, ``ñ`` comes after ``n``."""
    text = unicodedata.normalize("NFC", text).casefold()
    for letter in _OWN_LETTERS.get(language.partition("_")[0].partition("-")[0], ""):
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
            letter for letter in _OWN_LETTERS[language[:2]] if unicodedata.normalize("NFD", letter)[0] == key[0]
        ).upper()
    return key[0].upper()
