"""Links, pictures and marks of footnotes, looked for only where a bracket closes: the parser would search far ahead."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_ref

from council.dialect.source_index import next_place

_MARK = re.compile(r"\[\^[^\s\[\]]+\]")

InlineRule = Callable[[StateInline, bool], bool]


def where_closed(rule: InlineRule) -> InlineRule:
    """Give *rule*, which reads what begins with a bracket, for where one closes behind."""

    def closed(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] not in "![":
            return False
        end = next_place(state.src, "]", state.pos)
        return end is not None and end < state.posMax and rule(state, silent)

    return closed


def footnote_mark(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``[^1]``, as the plugin reads it, with no bracket in its label."""
    return _MARK.match(state.src, state.pos, state.posMax) is not None and footnote_ref(
        state, silent, always_match=True
    )
