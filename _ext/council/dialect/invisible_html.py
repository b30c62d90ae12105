"""Markup that shows nothing: breaks, comments, stray closing tags, refused elements.

``</br></br></br>`` on a line of its own is space between paragraphs; ``</br>`` before text leaves the
text to Markdown, so that its emphasis is read (CommonMark would take the lines for HTML up to the next
blank one).
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markdown_it.rules_block import StateBlock

from council.dialect import html_tags
from council.dialect.html_tags import Tag
from council.dialect.notes import note
from council.dialect.source_index import lines_before, next_closing

_TEXT = re.compile(r"\S")
_BLANKS = re.compile(r"[ \t]*")


def empty_markup(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: pass over markup at the start of a line that shows nothing.

    Where text follows on the line, the line begins behind the markup for the rules that come after.
    """
    position = state.bMarks[start_line] + state.tShift[start_line]
    if position >= state.eMarks[start_line] or state.src[position] != "<":
        return False
    end = state.eMarks[end_line - 1]
    behind = _skip(state, position, end, start_line, silent)
    if behind == position:
        return False
    if silent:
        return True
    line = start_line
    while line < end_line - 1 and state.eMarks[line] < behind:
        line += 1
    if is_blank(state, behind, line):
        state.line = line + 1
        return True
    begin_line_at(state, line, behind)
    state.line = line
    return line > start_line


def is_blank(state: StateBlock, position: int, line: int) -> bool:
    """Whether nothing stands from *position* to the end of *line*."""
    return _TEXT.search(state.src, position, state.eMarks[line]) is None


def begin_line_at(state: StateBlock, line: int, position: int) -> None:
    """Let *line* begin at *position* of the source."""
    blanks = _BLANKS.match(state.src, position, state.eMarks[line])
    state.bMarks[line] = position
    state.tShift[line] = len(blanks[0]) if blanks else 0
    state.sCount[line] = max(state.blkIndent, 0)


def _skip(state: StateBlock, position: int, end: int, line: int, silent: bool) -> int:
    source = state.src
    behind, before = position, lines_before(source, position)
    while behind < end:
        if source[behind] in " \t":
            behind += 1
            continue
        following = _skip_one(state, behind, end, line + lines_before(source, behind) - before, silent)
        if following is None:
            break
        behind = following
        if silent:
            break
    while behind > position and source[behind - 1] in " \t":
        behind -= 1
    return behind


def _skip_one(state: StateBlock, position: int, end: int, line: int, silent: bool) -> int | None:
    source = state.src
    comment = html_tags.skip_comment(source, position, end)
    if comment is not None:
        return comment
    tag = html_tags.read_tag(source, position, end)
    if tag is None:
        return None
    if tag.is_break or (tag.closing and tag.name in html_tags.BLOCKS):
        return tag.end
    if tag.name == "div" and not tag.closing:
        closing = html_tags.read_tag(source, tag.end, end)
        return closing.end if closing and closing.closing and closing.name == "div" else None
    if tag.name in html_tags.DROPPED_WITH_CONTENT or tag.name in html_tags.REFUSED:
        if not silent:
            note_refused(state.env, line, tag)
        return end_of_refused(source, tag, end)
    return None


def end_of_refused(source: str, tag: Tag, end: int) -> int:
    """Give the position behind a refused tag; behind its content too where no browser shows that.

    The first closing tag ends it, as in a browser: a ``<script>`` holds no other.
    """
    if tag.closing or tag.name not in html_tags.DROPPED_WITH_CONTENT:
        return tag.end
    closing = next_closing(source, tag.name, tag.end)
    return closing[1] if closing and closing[1] <= end else tag.end


def note_refused(env: MutableMapping[str, Any], line: int, tag: Tag) -> None:
    """Warn of an element that is not on the allow-list, once for opening and closing tag."""
    if tag.closing:
        return
    source = tag.attributes.get("src") or tag.attributes.get("data") or tag.attributes.get("href")
    told = f" ({source})" if source else ""
    note(env, line, "html", f"<{tag.name}>{told} is not allowed in a release; the tag is left out")


def note_attributes(env: MutableMapping[str, Any], line: int, tag: Tag) -> None:
    """Warn of event handlers on an element that is otherwise let through."""
    for name in tag.handlers:
        note(env, line, "html", f"{name} on <{tag.name}> is not allowed in a release; it is left out")
