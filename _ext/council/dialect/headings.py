"""Headings: ``##Título`` without a space, with a stray ``</h1>``, a line above ``====``, and banners that serve as headings.

A banner is a coloured paragraph whose whole text is strong::

    <p style="background-color:#f95666;color:white;"><strong>DIRECCIÓN DE PROYECTOS ESTRATÉGICOS.</strong></p>
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from council.dialect.html_blocks import push_heading
from council.language.capitals import UPPER

_HEADING = re.compile(r"(?P<marks>#{1,6})(?!#)(?P<space>[ \t]*)(?P<content>.*?)(?:[ \t]+#+)?[ \t]*$")
_HASHTAG = re.compile(rf"#\w*[^\W\d_{UPPER}][{UPPER}]\w*")
"""One mark and a word in camel case: ``#QuédateEnCasa`` is a hashtag, not a heading."""

_UNDERLINE = re.compile("={3,}")
BANNER_LEVEL = 1


def heading_without_space(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: one to six ``#`` and a text, with or without white space between them."""
    position = state.bMarks[start_line] + state.tShift[start_line]
    if position >= state.eMarks[start_line] or state.src[position] != "#":
        return False
    line = state.src[position : state.eMarks[start_line]]
    match = _HEADING.match(line)
    if match is None or not match["content"] or (not match["space"] and _HASHTAG.match(line)):
        return False
    if not silent:
        push_heading(state, len(match["marks"]), match["content"], start_line, start_line + 1)
        state.line = start_line + 1
    return True


def underlined_heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a line with ``====`` below it; below text, ``----`` is a rule, as releases write it."""
    if start_line + 1 >= end_line or state.is_code_block(start_line) or state.sCount[start_line + 1] < state.blkIndent:
        return False
    text, below = (
        state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
        for line in (start_line, start_line + 1)
    )
    if not text or not _UNDERLINE.fullmatch(below):
        return False
    if not silent:
        push_heading(state, 1, text, start_line, start_line + 2)
        state.line = start_line + 2
    return True


def banner_headings(state: StateCore) -> None:
    """Core rule: a banner paragraph whose text is all strong becomes a heading above all others."""
    for index, token in enumerate(state.tokens):
        if token.type != "paragraph_open" or not token.meta.get("banner"):
            continue
        inline, closing = state.tokens[index + 1 : index + 3]
        if not wholly_strong(inline.children or []):
            continue
        token.type, token.tag, token.markup = "heading_open", f"h{BANNER_LEVEL}", "#"
        closing.type, closing.tag, closing.markup = "heading_close", f"h{BANNER_LEVEL}", "#"


def plain_headings(state: StateCore) -> None:
    """Core rule: ``##**Título**`` loses the emphasis that covers all of it, and its line breaks."""
    for index, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        inline = state.tokens[index + 1]
        children = inline.children or []
        children = _without_strong(children)
        for child in children:
            if child.type in {"softbreak", "hardbreak"}:
                child.type, child.tag, child.content = "text", "", " "
        inline.children = children


def _without_strong(children: list[Token]) -> list[Token]:
    """Give *children* without the strong spans, one within another, that each cover all of them."""
    if not wholly_strong(children):
        return children
    children = [child for child in children if child.type != "text" or child.content.strip()]
    opened: list[int] = []
    closing: dict[int, int] = {}
    for place, child in enumerate(children):
        if child.type == "strong_open":
            opened.append(place)
        elif child.type == "strong_close" and opened:
            closing[opened.pop()] = place
    covers = 0
    while closing.get(covers) == len(children) - 1 - covers:
        covers += 1
    return children[covers : len(children) - covers]


def wholly_strong(children: list[Token]) -> bool:
    """Whether one strong span covers all the text of *children*."""
    seen = [child for child in children if child.type != "text" or child.content.strip()]
    if len(seen) < 3 or seen[0].type != "strong_open" or seen[-1].type != "strong_close":
        return False
    depth = 0
    for child in seen[:-1]:
        depth += child.nesting if child.type.startswith("strong_") else 0
        if depth == 0:
            return False
    return True


def renumber_levels(state: StateCore) -> None:
    """Core rule: the first heading is level 1 and none below skips a level.

    Headings keep their order of rank: a deeper one in the source is deeper on the page.
    """
    open_levels: list[int] = []
    seen_title = False
    for index, token in enumerate(state.tokens):
        if token.type != "heading_open" or token.level:
            continue
        level = int(token.tag[1])
        if not seen_title:
            seen_title, number = True, 1
        else:
            if token.meta.get("banner"):
                level = 0
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            number = min(len(open_levels) + 1, 6)
        token.tag = state.tokens[index + 2].tag = f"h{number}"
