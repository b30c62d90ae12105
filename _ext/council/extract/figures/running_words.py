"""Words that follow one another with nothing but white space between: as far as a noun phrase may go."""

from __future__ import annotations

import re
from dataclasses import dataclass

from council.language.folding import fold

_WORD = re.compile(r"\s*([^\W\d_]+(?:['’-][^\W\d_]+)*)")
MOST_WORDS = 18
"""What goes on for longer is no noun phrase."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, and where it ends."""

    text: str
    folded: str
    end: int

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def words_from(text: str, start: int) -> list[Word]:
    """Give the words of *text* from *start* that nothing but white space comes between."""
    words: list[Word] = []
    while len(words) < MOST_WORDS and (match := _WORD.match(text, start)):
        if match.start(1) == match.start() and words:
            break
        start = match.end()
        words.append(Word(match[1], fold(match[1]), start))
    return words
