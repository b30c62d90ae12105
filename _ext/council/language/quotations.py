"""What a mention quotes of its release: its sentence or item, on one line, no longer than a paragraph."""

from __future__ import annotations

LONGEST_QUOTATION = 600
"""In characters; the page of the release has the rest."""
LOOKED_AT = 4 * LONGEST_QUOTATION
"""A sentence may be as long as the release; of white space there is never so much."""


def quotation_of(text: str, start: int = 0, end: int | None = None) -> str:
    """Give *text* from *start* to *end* with single spaces; where it is too long, its first words and an ellipsis."""
    end = len(text) if end is None else end
    flat = " ".join(text[start : min(end, start + LOOKED_AT)].split())
    if len(flat) <= LONGEST_QUOTATION and end - start <= LOOKED_AT:
        return flat
    head = flat[:LONGEST_QUOTATION]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:.–—-") + " …"
