"""What may be a project's name in running text: where it stands, and which rule says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from council.extract.blocks import Block
from council.extract.sections import Context
from council.language.folding import words_of

_SHORT = re.compile(r"(?:\s*,)?(?:\s+\w{1,3}){0,2}\s+")
"""Between two names of one row: ``, ``, `` y el ``."""


@dataclass(frozen=True, slots=True)
class Span:
    """A name within a text: *label* as it is indexed, *start* and *end* of what it was read from.

    *closed* tells that quotation marks or type end it, not capitals; *row_end* where the names in a row end that it is of.
    """

    start: int
    end: int
    label: str
    rule: str
    closed: bool = False
    row_end: int | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in a block; *known* tells that it is the name of a record."""

    span: Span
    block: Block
    context: Context
    known: bool = False

    @property
    def label(self) -> str:
        """The name as it is indexed."""
        return self.span.label

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands in the release; of two that begin together the longer comes first."""
        return self.block.line_at(self.span.start), self.span.start, -len(self.span.label)


def said(name: str) -> str:
    """Give the words of a name, folded."""
    return " ".join(words_of(name))


def word_runs(name: str) -> Iterator[str]:
    """Give all that is part of a name, whole words each: what :func:`said` gives of a name within it."""
    words = words_of(name)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


class Overlaps:
    """Spans of a text by their places, so that none is compared with all others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def of(self, span: Span) -> list[Span]:
        """Give the spans that have a character in common with *span*, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [other for other in self._spans[first:last] if other.end > span.start]


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Give the spans in order; of those that overlap a closed one only that, the first and longest."""
    kept: list[Span] = []
    end = 0
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    closed: list[Span] = []
    for span in ordered:
        if span.closed and span.start >= end:
            closed.append(span)
            end = span.end
    following = 0
    for span in ordered:
        while following < len(closed) and closed[following].end <= span.start:
            following += 1
        free = following == len(closed) or span.end <= closed[following].start
        if free or span is closed[following]:
            kept.append(span)
    return kept


def without_appositions(spans: Iterable[Span], text: str) -> list[Span]:
    """Give the spans but for what only explains the one before it: ``el Plan Ribera, Programa de Obra del Canal, …``.

    Three names between commas are a row, as are two that a conjunction follows.
    """
    ordered = sorted(spans, key=lambda span: span.start)
    explaining: set[Span] = set()
    for place in range(1, len(ordered)):
        before, span = ordered[place - 1], ordered[place]
        alone = _is_joined(text, before, span)
        in_row = (place > 1 and _is_joined(text, ordered[place - 2], before)) or (
            place + 1 < len(ordered) and _SHORT.fullmatch(text, span.end, ordered[place + 1].start) is not None
        )
        if alone and not in_row and not span.closed:
            explaining.add(span)
    return [span for span in ordered if span not in explaining]


def _is_joined(text: str, before: Span, span: Span) -> bool:
    return before.end < span.start and text[before.end : span.start].strip() == ","
