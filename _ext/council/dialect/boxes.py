"""Fences: a box of text around running prose.

Releases fence a note about a speaker with ``~~~`` (2018-11-15).  It is prose, not code, so its
paragraphs are read as such and the box becomes a quotation of its own class.  A directive in braces is text too:
a release calls none that reads files or writes markup of its own; for the one that it may, see
:mod:`.picture_directive`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock, fence

from council.dialect.html_blocks import inside, lines_up_to
from council.dialect.notes import note


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence in a release: what stands behind its opening marks, and the lines of its content."""

    information: str
    first: int
    last: int


def boxed_text(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a fence is a box of prose, its head line included."""
    if silent:
        return fence(state, start_line, end_line, silent)
    fenced = read_fence(state, start_line, end_line)
    if fenced is None:
        return False
    if fenced.information.startswith("{"):
        name = fenced.information[1:].partition("}")[0].strip()
        note(state.env, start_line, "directive", f"a release may not call the directive {name!r}; it is shown as text")
    heads = [(start_line, fenced.information)] if fenced.information else []
    push_box(state, (start_line, state.line), heads, fenced.first, fenced.last)
    return True


def read_fence(state: StateBlock, start_line: int, end_line: int) -> Fence | None:
    """Give the fence that opens on *start_line* and put the state behind it; ``None`` where there is none."""
    if not fence(state, start_line, end_line, False):
        return None
    token, behind = state.tokens.pop(), state.line
    closed = behind - 1 > start_line and _closes(state, behind - 1, token.markup)
    return Fence(token.info.strip(), start_line + 1, behind - 1 if closed else behind)


def _closes(state: StateBlock, line: int, markup: str) -> bool:
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    return len(text) >= len(markup) and not text.strip(markup[0])


def push_box(
    state: StateBlock, lines: tuple[int, int], heads: Iterable[tuple[int, str]], first: int, last: int
) -> None:
    """Push a box that takes up *lines*: a paragraph for each of *heads*, then what stands on *first* to *last*."""
    behind = state.line
    opening = state.push("blockquote_open", "blockquote", 1)
    opening.map = list(lines)
    opening.attrJoin("class", "boxed")
    for line, text in heads:
        paragraph = state.push("paragraph_open", "p", 1)
        paragraph.map = [line, line + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = text, [line, line + 1], []
        state.push("paragraph_close", "p", -1)
    with lines_up_to(state, last), inside(state, "blockquote"):  # an item in it is none of a list around it
        state.md.block.tokenize(state, first, last)
    state.push("blockquote_close", "blockquote", -1)
    state.line = behind
