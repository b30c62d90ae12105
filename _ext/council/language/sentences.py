"""Sentences of a block of text, by their spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from council.language.capitals import UPPER
from council.language.folding import fold
from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import Words

_END = re.compile(rf"(?<![.!?…])[.!?…]+[{CLOSING}’)]*\s+(?=[¿¡{OPENING}(]?[{UPPER}0-9])")
_INITIAL = re.compile(rf"(?:^|\W)[{UPPER}]\.$")
_LOOKED_AT = 14
"""So many characters before a full stop tell whether it shortens a word."""


def shortening_pattern(abbreviations: Words, ordinal_endings: Words) -> re.Pattern[str]:
    """Give the pattern, for folded text, of what a full stop shortens: ``Lic.``, ``8va.``."""
    return re.compile(rf"(?:^|\W)(?:{abbreviations.pattern}|\d+\s?{ordinal_endings.pattern})\.$")


@lru_cache(maxsize=512)
def sentence_spans(text: str, shortened: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences of *text*; an initial, and a word that a full stop shortens (``Lic.``), ends none.

    Several rules ask it of one text, so that it is kept.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _LOOKED_AT) : match.start() + 1]
        if match[0].startswith(".") and (_INITIAL.search(before) or shortened.search(fold(before))):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def sentence_at(spans: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """Give the span among *spans* that holds *position*."""
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return spans[max(index, 0)]
