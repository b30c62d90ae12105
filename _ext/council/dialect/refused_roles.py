"""Roles of MyST, ``{download}`x```: a release calls none, as they read files and write markup; they are told and shown."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.rules_core import StateCore

from council.dialect.notes import note

_NAME = re.compile(r"\{([A-Za-z][\w:+.-]*)\}$")


def refused_roles(state: StateCore) -> None:
    """Core rule: tell of each role; its name and its text stay where they are."""
    for token in state.tokens:
        children = token.children or []
        for before, child in pairwise(children):
            role = _NAME.search(before.content) if before.type == "text" and child.type == "code_inline" else None
            if role:
                line = token.map[0] if token.map else 0
                note(state.env, line, "directive", f"a release may not call the role {role[1]!r}; it is shown as text")
