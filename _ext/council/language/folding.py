"""Text and names without what matching ignores: case, accents, quotation marks, spacing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

from extension_kit.collation import own_letters

_WORD = re.compile(r"\w+")


class _Folded(dict[int, str]):
    """The folded form of each character, found when it is first met; what ``str.translate`` asks."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0].lower()
        folded = self[code] = base if len(base) == 1 else character
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Give *text* without accents and in lower case, of the same length, so that positions agree.

    Decomposed letters must be composed before (``unicodedata.normalize("NFC", …)``).
    """
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def bears_accent(word: str, language: str) -> bool:
    """Whether a letter of *word* has a mark that is an accent, and makes no letter of its own."""
    letters = own_letters(language)
    return any(letter != bare and letter not in letters for letter, bare in zip(word.lower(), fold(word), strict=False))


def words_of(text: str) -> list[str]:
    """Give the folded words of *text*, digits among them."""
    return _WORD.findall(fold(unicodedata.normalize("NFC", text)))


def content_words(text: str, stop_words: Container[str]) -> tuple[str, ...]:
    """Give the folded words of *text* that carry meaning: those that are none of the *stop_words*."""
    return tuple(word for word in words_of(text) if word not in stop_words)
