"""Lists that the releases only imitate become real ones.

=========================================  ===================================================
``**- Nombre.**`` and paragraphs after it  an item of the name, with the paragraphs as its body
``&nbsp - Texto``, ``• Texto``             items of a bullet list, each a paragraph; a no-break space
                                           behind the dash counts as well
``1-  Texto``, ``1.- Texto``, ``1.-Texto`` items of an ordered list, each a paragraph
``a) Texto``, ``b) Texto``                 items of a list ordered by letters, each a paragraph; from ``a)`` on,
                                           and two at least
=========================================  ===================================================
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from council.dialect.html_blocks import lines_up_to
from council.dialect.invisible_html import begin_line_at

_BOLD_ITEM = re.compile(r"\*\*[ \t\u00a0]*(?P<dash>[-–—•])[ \t\u00a0]*(?=[^\s*])")
_ENDS_BOLD_ITEMS = re.compile(r"#|-{3,}\s*$|_{3,}\s*$|</?(?:p|center|table|h[1-6]|hr|div|img|blockquote)\b", re.I)
_DASH_ITEM = re.compile(
    r"(?:&nbsp;?|\u00a0)(?:&nbsp;?|[\s\u00a0])*[-–—•·][\s\u00a0]+(?=\S)|[-–—](?:&nbsp;?|\u00a0)[\s\u00a0]*(?=\S)"
)
_DOT_ITEM = re.compile(r"[•·▪●‣◦][\s\u00a0]*(?=\S)")
_NUMBER_ITEM = re.compile(r"(?P<number>\d{1,3})(?:[ \t]?\.?[-–]+[ \t\u00a0]+(?=\S)|\.[-–]+(?=[^\W\d]))")
_LETTER_ITEM = re.compile(r"(?P<letter>[a-z])(?:\)[ \t\u00a0]*|\.[-–]+[ \t\u00a0]*)(?=\S)", re.I)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _deeper_than_block(state: StateBlock, line: int) -> bool:
    return state.sCount[line] >= state.blkIndent


def bold_item_list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``**- Nombre.**`` paragraphs, each with what follows up to the next item.

    The items end with a heading, a banner, a rule or a picture.
    """
    if not _BOLD_ITEM.match(_line(state, start_line)):
        return False
    if silent:
        return True
    opening = state.push("bullet_list_open", "ul", 1)
    opening.markup, line = "-", start_line
    while line < end_line and (match := _BOLD_ITEM.match(_line(state, line))):
        behind = line + 1
        while behind < end_line and not _ends_item(state, behind):
            behind += 1
        position = state.bMarks[line] + state.tShift[line]
        _push_bold_item(state, line, behind, position + match.start("dash"), position + match.end())
        line = behind
    while state.isEmpty(line - 1):
        line -= 1
    opening.map = [start_line, line]
    state.push("bullet_list_close", "ul", -1).markup = "-"
    state.line = line
    return True


def _ends_item(state: StateBlock, line: int) -> bool:
    if state.isEmpty(line):
        return False
    text = _line(state, line)
    return bool(not _deeper_than_block(state, line) or _BOLD_ITEM.match(text) or _ENDS_BOLD_ITEMS.match(text))


def _push_bold_item(state: StateBlock, line: int, behind: int, dash: int, text: int) -> None:
    """Push one item; its head is the paragraph at *line*, read without the dash inside the strong span."""
    state.push("list_item_open", "li", 1).map = [line, behind]
    with lines_up_to(state, behind):
        before = len(state.tokens)
        rules = state.md.block.ruler.getRules("")
        rules[-1](state, line, behind, False)
        inline = state.tokens[before + 1]
        inline.content = inline.content.replace(state.src[dash:text], "", 1)
        state.md.block.tokenize(state, state.line, behind)
    state.push("list_item_close", "li", -1)


def bullet_paragraphs(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``&nbsp - Texto`` or ``• Texto``."""
    pattern = next((p for p in (_DASH_ITEM, _DOT_ITEM) if p.match(_line(state, start_line))), None)
    if pattern is None:
        return False
    if not silent:
        opening = state.push("bullet_list_open", "ul", 1)
        opening.markup = "-"
        state.line = _push_items(state, start_line, end_line, pattern)
        opening.map = [start_line, state.line]
        state.push("bullet_list_close", "ul", -1).markup = "-"
    return True


def numbered_paragraphs(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``1-  Texto`` and ``1.- Texto``; a list that interrupts a paragraph begins with 1, as in CommonMark."""
    match = _NUMBER_ITEM.match(_line(state, start_line))
    if match is None or (silent and int(match["number"]) != 1):
        return False
    if not silent:
        opening = state.push("ordered_list_open", "ol", 1)
        opening.markup = "."
        if int(match["number"]) != 1:
            opening.attrSet("start", int(match["number"]))
        state.line = _push_items(state, start_line, end_line, _NUMBER_ITEM)
        opening.map = [start_line, state.line]
        state.push("ordered_list_close", "ol", -1).markup = "."
    return True


def lettered_paragraphs(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``a) Texto`` and behind it ``b) Texto``; one letter alone may be anything."""
    match = _LETTER_ITEM.match(_line(state, start_line))
    if match is None or match["letter"].lower() != "a":
        return False
    if not _second_letter_follows(state, start_line, end_line):
        return False
    if not silent:
        opening = state.push("ordered_list_open", "ol", 1)
        opening.markup = ")"
        opening.attrSet("style", "lower-alpha" if match["letter"].islower() else "upper-alpha")
        state.line = _push_items(state, start_line, end_line, _LETTER_ITEM)
        opening.map = [start_line, state.line]
        state.push("ordered_list_close", "ol", -1).markup = ")"
    return True


def _second_letter_follows(state: StateBlock, start_line: int, end_line: int) -> bool:
    """Whether the item at *start_line*, or a paragraph more, is followed by ``b)``."""
    line = start_line + 1
    while line < end_line and _deeper_than_block(state, line) and not state.isEmpty(line):
        if _is_second(_line(state, line)):
            return True
        line += 1
    line = state.skipEmptyLines(line)
    return line < end_line and _deeper_than_block(state, line) and _is_second(_line(state, line))


def _is_second(line: str) -> bool:
    match = _LETTER_ITEM.match(line)
    return match is not None and match["letter"].lower() == "b"


def _push_items(state: StateBlock, start_line: int, end_line: int, pattern: re.Pattern[str]) -> int:
    """Push an item for each line that begins with the marker, blank lines between them or not."""
    line = behind = start_line
    expected: int | None = None
    while line < end_line and _deeper_than_block(state, line):
        match = pattern.match(_line(state, line))
        number = _number(match) if match else None
        if match is None or (expected is not None and number != expected):
            break
        expected = number + 1 if number is not None else None
        behind = line + 1
        while behind < end_line and not state.isEmpty(behind) and not pattern.match(_line(state, behind)):
            behind += 1
        behind = _push_item(state, line, behind, match.end())
        line = state.skipEmptyLines(behind)
    return behind


def _number(match: re.Match[str]) -> int | None:
    """Give which item of its list a marker numbers, ``None`` for a bullet; ``b)`` is the second."""
    groups = match.groupdict()
    if "letter" in groups:
        return ord(groups["letter"].lower()) - ord("a") + 1
    return int(groups["number"]) if "number" in groups else None


def _push_item(state: StateBlock, line: int, behind: int, marker: int) -> int:
    opening = state.push("list_item_open", "li", 1)
    begin_line_at(state, line, state.bMarks[line] + state.tShift[line] + marker)
    with lines_up_to(state, behind):
        rules = state.md.block.ruler.getRules("")
        rules[-1](state, line, behind, False)
    opening.map = [line, state.line]
    state.push("list_item_close", "li", -1)
    return state.line
