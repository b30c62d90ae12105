"""Capital letters, and runs of capitalised words: what a proper name looks like in running text."""

from __future__ import annotations

import re
from functools import lru_cache

from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import Words

WORD = re.compile(r"\w+")


def _ranges(codes: list[int]) -> str:
    """Give the codes as the inside of a character class."""
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in spans)


UPPER = _ranges([code for code in range(0x250) if chr(code).isupper()])
"""The capital letters of the Latin alphabets, for a character class: one that ``str.isupper`` knows."""

_WORD = rf"(?:[{UPPER}][\w’'@+.-]*[\w@+]|[{UPPER}]|\d{{4}}|[IVX]+)"
BRACKETED_ACRONYM = re.compile(rf"\s*\([{UPPER}][\w-]{{1,11}}\)")
"""Behind a name, and part of it: ``Sistema Municipal de Indicadores (SMI)``."""
LONGEST_RUN = 300
"""In characters; what goes on for longer is no name."""


@lru_cache(maxsize=8)
def run_pattern(inside: Words) -> re.Pattern[str]:
    """Give the pattern of a capitalised word and what goes on with it: ``Plan Director de Desarrollo Urbano``.

    *inside* are the small words that may stand within.
    """
    return re.compile(
        rf"{_WORD}(?:[\s\u00a0]+(?:(?:{inside.pattern}|&)[\s\u00a0]+){{0,3}}(?:[{OPENING}]{_WORD}|{_WORD}[{CLOSING}]?))*"
    )


def capitalised_run(text: str, start: int, end: int, inside: Words) -> str:
    """Give the run of capitalised words, those of *inside* between them, that begins at *start*."""
    match = run_pattern(inside).match(text, start, min(end, start + LONGEST_RUN))
    return match[0].rstrip(CLOSING) if match else ""


def is_shouted(text: str) -> bool:
    """Whether *text* is written in capitals, two letters or more; the endings of figures (``2da``) do not count."""
    letters = [letter for word in WORD.findall(text) if not word[0].isdigit() for letter in word if letter.isalpha()]
    return len(letters) > 1 and not any(map(str.islower, letters))
