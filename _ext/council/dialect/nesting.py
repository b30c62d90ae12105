"""How deep markup may stand in markup: deeper than any release needs, its signs are shown as text.

All that reads or writes nested tokens calls itself once a level, the parser as well as the writers of pages and books,
and ends at the depth that Python or Typst allow; markdown-it leaves out what is nested deeper than its own limit.
Here no word is lost: beyond the limit a line is a paragraph, and the marks of emphasis are letters.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.image import image
from markdown_it.token import Token

from council.dialect.notes import note

MAXIMUM_DEPTH = 20
"""How many blocks and elements of HTML may be open around a block."""
MAXIMUM_SPANS = 20
"""How many spans, emphasis for the most part, may be open around a text."""
MAXIMUM_PICTURES = 4
"""How many pictures may be open around a picture's words, which are read anew for each."""
_TOLD = "nesting_told"
_PICTURES = "pictures_open"


def html_depth(state: StateBlock) -> int:
    """Give how many HTML elements are open around the lines that are being read."""
    depth: int = state.env.get("html_depth", 0)
    return depth


def flat_when_deep(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: at the deepest level, take a line as a paragraph."""
    if silent or state.level + html_depth(state) < MAXIMUM_DEPTH:
        return False
    _tell(state.env, start_line, "blocks are", MAXIMUM_DEPTH)
    state.line = start_line + 1
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [start_line, state.line]
    inline = state.push("inline", "", 0)
    inline.content = state.src[state.bMarks[start_line] : state.eMarks[start_line]].strip()
    inline.map, inline.children = [start_line, state.line], []
    state.push("paragraph_close", "p", -1)
    return True


def shallow_spans(state: StateCore) -> None:
    """Core rule: spans within too many others become the marks that they were written with."""
    for line in flatten_spans(state.tokens):
        _tell(state.env, line, "emphasis is", MAXIMUM_SPANS)


def flatten_spans(tokens: Iterable[Token]) -> list[int]:
    """Turn the spans that stand too deep in the blocks *tokens* into text; give the lines of these blocks, from 0."""
    flattened = [token for token in tokens if token.children and _flatten(token.children)]
    return [token.map[0] if token.map else 0 for token in flattened]


def _flatten(children: list[Token]) -> bool:
    """Turn the spans that stand too deep among *children* into text; whether there were any."""
    depth, flattened = 0, False
    for child in children:
        depth += max(child.nesting, 0)
        if child.nesting and depth > MAXIMUM_SPANS and child.tag != "a":  # a link holds no other
            depth += min(child.nesting, 0)
            child.type, child.tag, child.nesting, child.content = "text", "", 0, child.markup
            child.attrs, flattened = {}, True
        else:
            depth += min(child.nesting, 0)
    return flattened


def shallow_image(state: StateInline, silent: bool) -> bool:
    """Inline rule: a picture, whose words may hold pictures, but not without end."""
    pictures: int = state.env.get(_PICTURES, 0)
    if pictures >= MAXIMUM_PICTURES:
        return False
    state.env[_PICTURES] = pictures + 1
    try:
        return image(state, silent)
    finally:
        state.env[_PICTURES] = pictures


def _tell(env: MutableMapping[str, Any], line: int, what: str, limit: int) -> None:
    """Tell it once a release: what is nested so deep is so on many lines."""
    if not env.get(_TOLD):
        env[_TOLD] = True
        told = f"{what} nested deeper than {limit}; what is deeper is shown as plain text, take some of it out"
        note(env, line, "nesting", told)
