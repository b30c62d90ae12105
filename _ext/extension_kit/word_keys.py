"""Keys of words: what a search compares, in place of the words of a text and of a question.

Words are letters and digits, and the sign ``&``, which is read as the word that it is drawn from; case and accents do
not count.  A word that tells nothing by itself has no key.  The key
of a word is its stem, or what that counts as (that of an ordinal number as its figure); of figures with the ending of
an ordinal (``8th``) the figures.  ``pagefind_search/static/pagefind_search/words.js`` says the same; a test
holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from extension_kit.stemming import last_stem

_WORD = re.compile(r"[^\W_]+|&")
_SIGNS = {"&": "et"}
_NUMBERED = re.compile(r"(\d{1,2})([^\W\d_]+)")


@lru_cache(maxsize=131072)
def bare(text: str) -> str:
    """Give *text*, a word or more, in small letters without marks: accents, and the dress of letters (``ª``, ``ﬁ``)."""
    if text.isascii():
        return _SIGNS.get(text) or text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M")).lower()


@dataclass(frozen=True)
class WordKeys:
    """How words are compared in a language; *ignored* words tell nothing, *same* gives what a stem counts as."""

    language: str
    ignored: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    number_endings: frozenset[str] = frozenset()

    def pairs(self, text: str) -> Iterator[tuple[str, str]]:
        """Give each telling word of *text*, as it is written in small letters, with its key."""
        known = self._known
        return ((word, key) for word in words_of(text) if (key := known[word]) is not None)

    def keys(self, text: str) -> list[str]:
        """Give the keys of the telling words of *text*, in their order."""
        known = self._known
        return [key for word in words_of(text) if (key := known[word]) is not None]

    def key(self, word: str) -> str | None:
        """Give the key of *word*; ``None`` for one that tells nothing."""
        return self._known[word]

    @cached_property
    def _known(self) -> _KnownKeys:
        return _KnownKeys(self)

    def _key(self, word: str) -> str | None:
        if not word or word in self.ignored:
            return None
        numbered = _NUMBERED.fullmatch(word)
        if numbered and numbered[2] in self.number_endings:
            return numbered[1]
        stemmed = last_stem(word, self.language)
        return self.same.get(stemmed, stemmed)


class _KnownKeys(dict[str, str | None]):
    """The key of each word met so far: texts repeat their words, and looking one up calls nothing."""

    def __init__(self, keys: WordKeys) -> None:
        self._keys = keys

    def __missing__(self, word: str) -> str | None:
        key = self[word] = self._keys._key(bare(word))
        return key


def words_of(text: str) -> list[str]:
    """Give the words of *text* in small letters, with their accents."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())
