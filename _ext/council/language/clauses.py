"""Where a long sentence can end as a title does: with a clause, not within a phrase."""

from __future__ import annotations

import re

from council.language.folding import fold
from council.language.word_lists import Words

SHORTEST = 40
"""Characters; what is shorter mostly tells but when or where: ``On the 10th of October, the council …``."""
LONGEST = 200
"""Characters; what is longer is no title."""
_PAUSE = re.compile(r"[,;:](?=\s)|\s[-–—]+(?=\s)")
_WORD_BEGINS = re.compile(r"\s(?=[^\W\d_])")
_WORD = re.compile(r"\w+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“«][^”»]*[”»]")


def up_to_clause(sentence: str, opening_words: Words, room: int) -> str:
    """Give *sentence*, where it has no *room* up to the end of a clause: a pause in it, else a word of *opening_words*.

    It is the last one that has room, else the next, of whose length a title can be as well.
    """
    if len(sentence) <= room:
        return sentence
    outside = _BRACKETS.sub(lambda match: "_" * len(match[0]), sentence)
    pauses = [match.start() for match in _PAUSE.finditer(outside)]
    openings = (
        match.start() for match in _WORD_BEGINS.finditer(outside) if _opens(outside, match.end(), opening_words)
    )
    end = _end(pauses, room) or _end(list(openings), room)
    return sentence[:end].rstrip() if end else sentence


def _opens(text: str, start: int, opening_words: Words) -> bool:
    word = _WORD.match(text, start)
    return word is not None and fold(word[0]) in opening_words


def _end(ends: list[int], room: int) -> int | None:
    fitting = [end for end in ends if SHORTEST <= end <= room]
    behind = (end for end in ends if room < end <= LONGEST)
    return fitting[-1] if fitting else next(behind, None)
