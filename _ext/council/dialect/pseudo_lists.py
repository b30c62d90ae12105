"""Lists that the releases only imitate become real ones.

=========================================  ===================================================
``**- Nombre.**`` and paragraphs after it  an item of the name, with the paragraphs as its body
``&nbsp - Texto``, ``• Texto``             items of a bullet list, each a paragraph; a no-break space
                                           behind the dash counts as well
``– Texto``, ``— Texto``, ``-Texto``       items of a bullet list, each a paragraph; two at least
``3.1. Texto``, ``3.2. Texto``             items of a bullet list that keep their numbers, from ``.1`` on
``1-  Texto``, ``1.- Texto``, ``1.-Texto`` items of an ordered list, each a paragraph
``a) Texto``, ``b. Texto``                 items of a list ordered by letters, each a paragraph; from ``a)`` on,
                                           and two at least
``i) Texto``, ``ii) Texto``                the same by small Roman numerals, from ``i)`` on
=========================================  ===================================================
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from council.dialect.html_blocks import lines_up_to
from council.dialect.invisible_html import begin_line_at
from council.language.ordinals import ROMAN, roman_value

_BOLD_ITEM = re.compile(r"\*\*[ \t\u00a0]*(?P<dash>[-–—•])[ \t\u00a0]*(?=[^\s*])")
_ENDS_BOLD_ITEMS = re.compile(r"#|-{3,}\s*$|_{3,}\s*$|</?(?:p|center|table|h[1-6]|hr|div|img|blockquote)\b", re.I)
_DASH_ITEM = re.compile(
    r"(?:&nbsp;?|\u00a0)(?:&nbsp;?|[\s\u00a0])*[-–—•·][\s\u00a0]+(?=\S)|[-–—](?:&nbsp;?|\u00a0)[\s\u00a0]*(?=\S)"
)
_TYPED_DASH_ITEM = re.compile(r"[–—][ \t]+(?=\S)|[-–](?=[^\W\d_])")
_DECIMAL_ITEM = re.compile(r"(?=\d{1,2}(?:\.\d{1,2})*\.(?P<number>\d{1,2})[.)]?[ \t\u00a0]+[^\W\d])")
_DOT_ITEM = re.compile(r"[•·▪●‣◦✓✔☑►▶➤][\s\u00a0]*(?=\S)")
_NUMBER_ITEM = re.compile(r"(?P<number>\d{1,3})(?:[ \t]?\.?[-–]+[ \t\u00a0]+(?=\S)|\.[-–]+(?=[^\W\d]))")
_LETTER_ITEM = re.compile(r"(?P<letter>[a-z])(?:\)[ \t\u00a0]*|\.[-–]+[ \t\u00a0]*|\.[ \t\u00a0]+)(?=\S)", re.I)
_ROMAN_ITEM = re.compile(rf"(?P<roman>{ROMAN})\)[ \t\u00a0]*(?=\S)")
_STYLES = {_LETTER_ITEM: "alpha", _ROMAN_ITEM: "roman"}


def _opens(pattern: re.Pattern[str], state: StateBlock, line: int) -> re.Match[str] | None:
    """Give what *pattern* matches at the beginning of a line, which is not copied: it may be as long as the release."""
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _deeper_than_block(state: StateBlock, line: int) -> bool:
    return state.sCount[line] >= state.blkIndent


def bold_item_list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: ``**- Nombre.**`` paragraphs, each with what follows up to the next item.

    The items end with a heading, a banner, a rule or a picture.
    """
    if not _opens(_BOLD_ITEM, state, start_line):
        return False
    if silent:
        return True
    opening = state.push("bullet_list_open", "ul", 1)
    opening.markup, line = "-", start_line
    while line < end_line and (match := _opens(_BOLD_ITEM, state, line)):
        behind = line + 1
        while behind < end_line and not _ends_item(state, behind):
            behind += 1
        _push_bold_item(state, line, behind, match.start("dash"), match.end())
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
    ends = any(_opens(pattern, state, line) for pattern in (_BOLD_ITEM, _ENDS_BOLD_ITEMS))
    return ends or not _deeper_than_block(state, line)


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
    """Block rule: ``&nbsp - Texto``, ``• Texto``, ``– Texto``, ``-Texto`` or ``3.1. Texto``."""
    patterns = (_DASH_ITEM, _DOT_ITEM, _TYPED_DASH_ITEM, _DECIMAL_ITEM)
    pattern = next((p for p in patterns if _opens(p, state, start_line)), None)
    if pattern is None:
        return False
    if pattern is _TYPED_DASH_ITEM and not _second_follows(state, start_line, end_line, _TYPED_DASH_ITEM):
        return False
    if pattern is _DECIMAL_ITEM and _number_at(state, start_line, pattern) != 1:
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
    match = _opens(_NUMBER_ITEM, state, start_line)
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
    """Block rule: ``a) Texto`` and behind it ``b) Texto``, ``i) Texto`` and ``ii) Texto``; one alone may be anything."""
    pattern = next((p for p in _STYLES if _number_at(state, start_line, p) == 1), None)
    if pattern is None:
        return False
    if not _second_follows(state, start_line, end_line, pattern):
        return False
    if not silent:
        opening = state.push("ordered_list_open", "ol", 1)
        opening.markup = ")"
        small = state.src[state.bMarks[start_line] + state.tShift[start_line]].islower()
        opening.attrSet("style", f"{'lower' if small else 'upper'}-{_STYLES[pattern]}")
        state.line = _push_items(state, start_line, end_line, pattern)
        opening.map = [start_line, state.line]
        state.push("ordered_list_close", "ol", -1).markup = ")"
    return True


def _second_follows(state: StateBlock, start_line: int, end_line: int, pattern: re.Pattern[str]) -> bool:
    """Whether the item at *start_line*, or a paragraph more, is followed by a second one, and by no other before."""
    line = start_line + 1
    while line < end_line and _deeper_than_block(state, line) and not state.isEmpty(line):
        if match := _opens(pattern, state, line):
            return _number(match) in {2, None}
        line += 1
    line = state.skipEmptyLines(line)
    match = _opens(pattern, state, line) if line < end_line and _deeper_than_block(state, line) else None
    return match is not None and _number(match) in {2, None}


def _number_at(state: StateBlock, line: int, pattern: re.Pattern[str]) -> int | None:
    match = _opens(pattern, state, line)
    return _number(match) if match else None


def _push_items(state: StateBlock, start_line: int, end_line: int, pattern: re.Pattern[str]) -> int:
    """Push an item for each line that begins with the marker, blank lines between them or not."""
    line = behind = start_line
    expected: int | None = None
    while line < end_line and _deeper_than_block(state, line):
        match = _opens(pattern, state, line)
        number = _number(match) if match else None
        if match is None or (expected is not None and number != expected):
            break
        expected = number + 1 if number is not None else None
        behind = line + 1
        while behind < end_line and not state.isEmpty(behind) and not _opens(pattern, state, behind):
            behind += 1
        behind = _push_item(state, line, behind, match.end())
        line = state.skipEmptyLines(behind)
    return behind


def _number(match: re.Match[str]) -> int | None:
    """Give which item of its list a marker numbers, ``None`` for a bullet; ``b)`` is the second."""
    groups = match.groupdict()
    if "letter" in groups:
        return ord(groups["letter"].lower()) - ord("a") + 1
    if "roman" in groups:
        return roman_value(groups["roman"])
    return int(groups["number"]) if "number" in groups else None


def _push_item(state: StateBlock, line: int, behind: int, marker: int) -> int:
    opening = state.push("list_item_open", "li", 1)
    begin_line_at(state, line, marker)
    with lines_up_to(state, behind):
        rules = state.md.block.ruler.getRules("")
        rules[-1](state, line, behind, False)
    opening.map = [line, state.line]
    state.push("list_item_close", "li", -1)
    return state.line
