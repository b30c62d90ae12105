"""Rules across the page: only those that part two texts.

Releases begin and end with them, and set them in rows.  docutils has a rule between two blocks of a section, nowhere
else; one at an edge, in a list or in a quotation parts nothing and is let go, as is a quotation that holds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_NOTES = ("footnote_reference_open", "footnote_reference_close")


def parting_rules(state: StateCore) -> None:
    """Core rule: a rule stays where a text comes before and after it; notes move to the foot, and count for none."""
    kept: list[Token] = []
    before, notes = "", 0
    for token in _without_empty_quotations(token for token in state.tokens if token.type != "hr" or not token.level):
        if token.type == "hr" and before in {"", "hr", "heading_close"}:
            continue
        notes += token.nesting if token.type in _NOTES else 0
        if not notes and token.type not in _NOTES:
            before = token.type
        kept.append(token)
    if before == "hr":
        del kept[max(index for index, token in enumerate(kept) if token.type == "hr")]
    state.tokens = kept


def _without_empty_quotations(tokens: Iterable[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if token.type == "blockquote_close" and kept[-1].type == "blockquote_open":
            kept.pop()
        else:
            kept.append(token)
    return kept
