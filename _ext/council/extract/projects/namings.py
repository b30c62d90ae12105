"""What may be a project's name in running text: where it stands, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from council.extract.blocks import Block
from council.extract.sections import Context
from council.language.folding import words_of


@dataclass(frozen=True, slots=True)
class Span:
    """A name within a text: *label* as it is indexed, *start* and *end* of what it was read from.

    *closed* tells that quotation marks or type end it, not capitals.
    """

    start: int
    end: int
    label: str
    rule: str
    closed: bool = False


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

    def overlaps(self, other: Naming) -> bool:
        """Whether both were read from one text."""
        return self.block is other.block and self.span.start < other.span.end and other.span.start < self.span.end


def padded_words(name: str) -> str:
    """Give the words of a name so that one that is part of another stands in it."""
    return f" {' '.join(words_of(name))} "


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """Give the spans in order; of those that overlap a closed one only that, the longest first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (not span.closed, span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept if other.closed):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
