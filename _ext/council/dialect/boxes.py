"""Fences: a box of text around running prose, and the few directives that a release may call.

Releases fence a note about a speaker with ``~~~`` (2018-11-15).  It is prose, not code, so its
paragraphs are read as such and the box becomes a quotation of its own class.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock, fence

from council.dialect.html_blocks import MAXIMUM_DEPTH, lines_up_to
from council.dialect.notes import note

ALLOWED_DIRECTIVES = frozenset({"centered-image"})
"""What a release may call: nothing that reads files or writes markup of its own."""


def boxed_text(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a fence is a box of prose, its head line included; one of an allowed directive is that."""
    before = len(state.tokens)
    if not fence(state, start_line, end_line, silent):
        return False
    if silent:
        return True
    token = state.tokens[before]
    behind = state.line
    information = token.info.strip()
    if information.startswith("{"):
        name = information[1:].partition("}")[0].strip()
        if name in ALLOWED_DIRECTIVES:
            return True
        note(state.env, start_line, "directive", f"a release may not call the directive {name!r}; it is shown as text")
    if state.level >= MAXIMUM_DEPTH:
        return True
    del state.tokens[before]
    _push_box(state, start_line, behind, closed=_closes(state, behind - 1, token.markup))
    state.line = behind
    return True


def _closes(state: StateBlock, line: int, markup: str) -> bool:
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    return len(text) >= len(markup) and not text.strip(markup[0])


def _push_box(state: StateBlock, first: int, behind: int, closed: bool) -> None:
    opening = state.push("blockquote_open", "blockquote", 1)
    opening.map = [first, behind]
    opening.attrJoin("class", "boxed")
    last = behind - 1 if closed and behind - 1 > first else behind
    head = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]].lstrip("`~").strip()
    if head:
        paragraph = state.push("paragraph_open", "p", 1)
        paragraph.map = [first, first + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = head, [first, first + 1], []
        state.push("paragraph_close", "p", -1)
    with lines_up_to(state, last):
        state.md.block.tokenize(state, first + 1, last)
    state.push("blockquote_close", "blockquote", -1)
