"""Rules across the page: only those that part two texts.

Releases begin and end with them, and set them in rows.  docutils has a rule between two blocks of a section, nowhere
else; one at an edge, in a list or in a quotation parts nothing and is let go.
"""

from __future__ import annotations

from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def parting_rules(state: StateCore) -> None:
    """Core rule: a rule stays where a text comes before and after it; notes move to the foot, and count for none."""
    kept: list[Token] = []
    before, notes = "", 0
    for token in state.tokens:
        notes += token.nesting if token.type.startswith("footnote_reference_") else 0
        if token.type == "hr":
            if token.level or notes or before in {"", "hr", "heading_close"}:
                continue
            before = "hr"
        elif not notes and token.type != "footnote_reference_close":
            before = token.type
        kept.append(token)
    if before == "hr":
        del kept[max(index for index, token in enumerate(kept) if token.type == "hr")]
    state.tokens = kept
