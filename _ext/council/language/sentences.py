"""Sentences of a block of text, by their spans."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(r"[.!?…]+[”\"»’)]*\s+(?=[¿¡“\"«(]?[A-ZÁÉÍÓÚÑÜ0-9])")
_SHORTENED = re.compile(
    r"(?:^|\W)(?:Lic|Arq|Ing|Mtro|Mtra|Dr|Dra|Dir|dir|C|Prof|Profr|Av|No|Fco|Dgo|Coah|hrs|[A-ZÁÉÍÓÚ]|S\.A|A\.C|\d+\s?(?:er|ra|da|do|va|ma|ta|[ªº]))\.$"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of the sentences of *text*; a title such as ``Lic.`` ends none."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _SHORTENED.search(text[max(start, match.start() - 8) : match.start() + 1]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def sentence_at(spans: list[tuple[int, int]], position: int) -> tuple[int, int]:
    """Give the span among *spans* that holds *position*."""
    index = bisect_right(spans, (position, 1 << 60)) - 1
    return spans[max(index, 0)]
