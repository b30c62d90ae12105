"""Block elements of HTML, read as what they are to a reader: containers, headings, lists, quotations.

The content of an element is read as Markdown in its place: the lines of the block parser are narrowed to
it, so that every token keeps the line of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from council.dialect import html_tags
from council.dialect.html_tags import Tag
from council.dialect.invisible_html import begin_line_at, note_attributes
from council.dialect.nesting import html_depth
from council.dialect.notes import note

_INSIDE_LIST = "html_list"
_REST = "rest_of_line"
_TEXT = re.compile(r"\s*\S")


def html_element(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: an element such as ``<center>…</center>`` at the start of a line, over any lines."""
    position = state.bMarks[start_line] + state.tShift[start_line]
    if position >= state.eMarks[start_line] or state.src[position] != "<":
        return False
    tag = html_tags.read_tag(state.src, position, state.eMarks[end_line - 1])
    if tag is None or tag.closing or tag.name not in html_tags.BLOCKS or tag.name == "table":
        return False
    if silent:
        return True
    note_attributes(state.env, start_line, tag)
    read_element(state, tag, start_line, end_line, _READERS.get(tag.name, _container))
    return True


def read_element(
    state: StateBlock,
    tag: Tag,
    start_line: int,
    end_line: int,
    reader: Callable[[StateBlock, Tag, int, int, int], None],
) -> None:
    """Hand the content of *tag* to *reader* and go on behind the closing tag.

    An element that nobody closes ends with its paragraph, and is warned about.
    """
    end = state.eMarks[end_line - 1]
    closing = None if tag.name == "hr" else html_tags.find_closing(state.src, tag, end)
    if closing:
        inner_end, outer_end = closing.start, closing.end
    else:
        last = start_line
        while tag.name != "hr" and last + 1 < end_line and not state.isEmpty(last + 1):
            last += 1
        inner_end = outer_end = tag.end if tag.name == "hr" else state.eMarks[last]
        if tag.name not in {"hr", "p", "li"}:
            note(state.env, start_line, "html", f"<{tag.name}> is never closed; close it with </{tag.name}>")
    last_line = start_line
    while state.eMarks[last_line] < outer_end:
        last_line += 1
    reader(state, tag, start_line, last_line, inner_end)
    _read_rest(state, last_line, outer_end)
    state.line = last_line + 1


def _read_rest(state: StateBlock, line: int, position: int) -> None:
    """Read what follows on the line of an element, which may be the next of thousands.

    An element that is met on the way leaves what follows it to the loop that is reading the line.
    """
    place, reading = (line, html_depth(state), state.level), state.env.get(_REST)
    if reading and reading.place == place:
        reading.position = position
        return
    rest = state.env[_REST] = _Rest(place, position)
    while _TEXT.match(state.src, rest.position, state.eMarks[line]):
        begin_line_at(state, line, rest.position)
        rest.position = state.eMarks[line]
        with lines_up_to(state, line + 1):
            state.md.block.tokenize(state, line, line + 1)
    state.env[_REST] = reading


@dataclass(slots=True)
class _Rest:
    """What is to be read of a line: from *position* on, at the *place* where its tokens go."""

    place: tuple[int, int, int]
    position: int


@contextmanager
def lines_up_to(state: StateBlock, line_max: int) -> Iterator[None]:
    """Let the block parser see no line from *line_max* on."""
    before = state.lineMax
    state.lineMax = line_max
    yield
    state.lineMax = before


@contextmanager
def inside(state: StateBlock, element: str) -> Iterator[None]:
    """Let the block parser know that it reads what stands in *element*."""
    before = state.parentType
    state.parentType = element
    yield
    state.parentType = before


@contextmanager
def narrowed(state: StateBlock, first: int, last: int, start: int, end: int) -> Iterator[None]:
    """Let the block parser see only ``source[start:end]`` of the lines *first* to *last*."""
    saved = [
        (state.bMarks[line], state.eMarks[line], state.tShift[line], state.sCount[line])
        for line in range(first, last + 1)
    ]
    indent, state.blkIndent = state.blkIndent, 0
    state.eMarks[last] = end
    begin_line_at(state, first, start)
    for line in range(first + 1, last + 1):  # a quotation hides the lines that go on without its sign
        state.sCount[line] = max(state.sCount[line], 0)
    state.env["html_depth"] = html_depth(state) + 1
    with lines_up_to(state, last + 1):
        yield
    state.env["html_depth"] -= 1
    state.blkIndent = indent
    for line, (begin, finish, shift, count) in enumerate(saved, first):
        state.bMarks[line], state.eMarks[line] = begin, finish
        state.tShift[line], state.sCount[line] = shift, count


def _tokenize_inner(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> list[Token]:
    """Read the content of *tag* as Markdown and give its tokens, which already stand in the state."""
    before = len(state.tokens)
    with narrowed(state, first, last, tag.end, end):
        state.md.block.tokenize(state, first, last + 1)
    return state.tokens[before:]


def _container(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    tokens = _tokenize_inner(state, tag, first, last, end)
    paragraphs = [token for token in tokens if token.type == "paragraph_open"]
    if tag.name == "center" or tag.attributes.get("align", "").lower() == "center":
        for paragraph in paragraphs:
            paragraph.attrJoin("class", "centered")
    elif "background" in tag.attributes.get("style", "") and len(paragraphs) == 1:
        paragraphs[0].meta["banner"] = True


def _heading(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    content = " ".join(state.src[tag.end : end].split())
    if content:
        push_heading(state, int(tag.name[1]), content, first, last + 1)


def push_heading(state: StateBlock, level: int, content: str, first: int, behind: int) -> None:
    """Push a heading of *level* whose text is the Markdown *content*."""
    opening = state.push("heading_open", f"h{level}", 1)
    opening.markup, opening.map = "#" * level, [first, behind]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [first, behind], []
    state.push("heading_close", f"h{level}", -1).markup = "#" * level


def _wrapped(opening: str, closing: str, html: str, markup: str) -> Callable[..., None]:
    def read(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
        token = state.push(opening, html, 1)
        token.map, token.markup = [first, last + 1], markup
        with inside(state, html):  # an item in it is none of a list around it
            _tokenize_inner(state, tag, first, last, end)
        state.push(closing, html, -1).markup = markup

    return read


def _list(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    """Items between ``<li>``; text outside of any becomes an item too, so that none is lost."""
    kind, markup = ("ordered", ".") if tag.name == "ol" else ("bullet", "-")
    opening = state.push(f"{kind}_list_open", tag.name, 1)
    opening.map, opening.markup = [first, last + 1], markup
    before = len(state.tokens)
    with inside(state, _INSIDE_LIST):
        tokens = _tokenize_inner(state, tag, first, last, end)
    del state.tokens[before:]
    for item in _items(tokens):
        state.tokens.append(Token("list_item_open", "li", 1, map=item[0].map, block=True))
        state.tokens.extend(item)
        state.tokens.append(Token("list_item_close", "li", -1, block=True))
    state.push(f"{kind}_list_close", tag.name, -1)


def _items(tokens: list[Token]) -> Iterator[list[Token]]:
    stray: list[Token] = []
    depth, item = 0, list[Token]()
    for token in tokens:
        begins = depth == 0 and token.type == "list_item_open" and token.meta.get("html")
        if begins and stray:
            yield stray
            stray = []
        (item if begins or item else stray).append(token)
        depth += token.nesting
        if item and depth == 0:
            yield item[1:-1]
            item = []
    if stray:
        yield stray


def _item(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    if state.parentType != _INSIDE_LIST:
        _container(state, tag, first, last, end)
        return
    opening = state.push("list_item_open", "li", 1)
    opening.map, opening.meta = [first, last + 1], {"html": True}
    if not _tokenize_inner(state, tag, first, last, end):
        paragraph = state.push("paragraph_open", "p", 1)
        paragraph.map = [first, last + 1]
        inline = state.push("inline", "", 0)
        inline.map, inline.children = [first, last + 1], []
        state.push("paragraph_close", "p", -1)
    state.push("list_item_close", "li", -1)


def _rule(state: StateBlock, tag: Tag, first: int, last: int, end: int) -> None:
    state.push("hr", "hr", 0).map = [first, last + 1]


_READERS: dict[str, Callable[[StateBlock, Tag, int, int, int], None]] = {
    "blockquote": _wrapped("blockquote_open", "blockquote_close", "blockquote", ">"),
    "hr": _rule,
    "ol": _list,
    "ul": _list,
    "li": _item,
    **dict.fromkeys(html_tags.HEADINGS, _heading),
}
