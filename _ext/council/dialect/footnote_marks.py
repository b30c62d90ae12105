"""The mark of a footnote: ``[^1]``."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_ref

_MARK = re.compile(r"\[\^[^\s\[\]]+\]")


def footnote_mark(state: StateInline, silent: bool) -> bool:
    """Inline rule: the plugin's, where a mark stands whose label holds no bracket; it would look for its end afar."""
    return _MARK.match(state.src, state.pos, state.posMax) is not None and footnote_ref(
        state, silent, always_match=True
    )
