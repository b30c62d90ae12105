"""What a mention quotes of its release: its sentence or item, on one line, no longer than a paragraph."""

from __future__ import annotations

LONGEST_QUOTATION = 600
"""In characters; the page of the release has the rest."""


def quotation_of(text: str) -> str:
    """Give *text* with single spaces; where it is too long, its first words and an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= LONGEST_QUOTATION:
        return flat
    head = flat[:LONGEST_QUOTATION]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:.–—-") + " …"
