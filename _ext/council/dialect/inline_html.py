"""HTML within a paragraph, and the loose entity ``&nbsp`` without its semicolon."""

from __future__ import annotations

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from council.dialect import html_tags
from council.dialect.html_tags import Tag
from council.dialect.invisible_html import end_of_refused, note_attributes, note_refused
from council.dialect.notes import note
from council.dialect.source_index import lines_before, next_closing

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
"""Soft hyphens, zero-width spaces, word joiners and byte order marks: they break words for search."""


def inline_at_line(state: StateCore) -> None:
    """Core rule: read the inline content of each block, with its line known to the inline rules."""
    for token in state.tokens:
        if token.type == "inline":
            state.env["inline_line"] = token.map[0] if token.map else 0
            token.children = token.children if token.children is not None else []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def html_tag(state: StateInline, silent: bool) -> bool:
    """Inline rule: formatting becomes emphasis, ``<a>`` a link, ``<img>`` a picture; the rest is let go."""
    position = state.pos
    if state.src[position] != "<":
        return False
    comment = html_tags.skip_comment(state.src, position, state.posMax)
    if comment is not None:
        state.pos = comment
        return True
    tag = html_tags.read_tag(state.src, position, state.posMax)
    if tag is None:
        return False
    state.pos = tag.end
    if silent:
        return True
    line = _line_of(state, position)
    note_attributes(state.env, line, tag)
    if tag.name in html_tags.REFUSED or tag.name in html_tags.DROPPED_WITH_CONTENT:
        note_refused(state.env, line, tag)
        state.pos = end_of_refused(state.src, tag, state.posMax)
    elif tag.is_break or tag.name in html_tags.BLOCKS:
        _push_break(state, tag)
    elif tag.name == "img":
        _push_picture(state, tag, line)
    elif not tag.closing and (tag.name in html_tags.FORMATTING or tag.name == "a"):
        _push_span(state, tag, line)
    return True


def _line_of(state: StateInline, position: int) -> int:
    first: int = state.env.get("inline_line", 0)
    return first + lines_before(state.src, position)


def _push_break(state: StateInline, tag: Tag) -> None:
    if tag.is_break or tag.name in {"p", "div", "li", "tr", "hr"}:
        state.push("hardbreak", "br", 0)
    elif state.pending and not state.pending[-1].isspace():
        state.append_pending(" ")


def _push_picture(state: StateInline, tag: Tag, line: int) -> None:
    source = tag.attributes.get("src", "").strip()
    alt = tag.attributes.get("alt")
    if not source or not html_tags.safe_link(source):
        note(state.env, line, "html", f"<img> has no usable src ({source!r}); its alternative text is kept")
        state.append_pending(alt or "")
        return
    token = state.push("image", "img", 0)
    token.content, token.attrs = alt or "", {"src": source}
    token.children = [Token("text", "", 0, content=alt)] if alt else []
    token.meta.update(html=True, alt=alt, align=tag.attributes.get("align", "").lower(), line=line)


def _push_span(state: StateInline, tag: Tag, line: int) -> None:
    """Push emphasis or a link up to the closing tag; without one, the opening tag is let go."""
    closing = next_closing(state.src, tag.name, tag.end)
    if closing is None or closing[1] > state.posMax:
        note(state.env, line, "html", f"<{tag.name}> is never closed; close it with </{tag.name}>")
        return
    kind, attributes = html_tags.FORMATTING.get(tag.name, ""), {}
    if tag.name == "a" and (destination := tag.attributes.get("href", "").strip()):
        if html_tags.safe_link(destination):
            kind, attributes = "link", {"href": state.md.normalizeLink(destination)}
        else:
            note(state.env, line, "html", f"the link {destination!r} is not allowed; its text is kept")
    if kind:
        state.push(f"{kind}_open", tag.name, 1).attrs = dict(attributes)
    maximum, state.posMax = state.posMax, closing[0]
    state.md.inline.tokenize(state)
    state.pos, state.posMax = closing[1], maximum
    if kind:
        state.push(f"{kind}_close", tag.name, -1)


def loose_space_entity(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``&nbsp`` without a semicolon is the no-break space that it means."""
    if not state.src.startswith("&nbsp", state.pos) or state.src.startswith(";", state.pos + 5):
        return False
    if not silent:
        state.append_pending("\u00a0")
    state.pos += 5
    return True


def visible_characters(state: StateCore) -> None:
    """Core rule: text without characters that nobody sees and every search stumbles over."""
    for token in state.tokens:
        for child in token.children or []:
            if child.type in {"text", "text_special", "code_inline"}:
                child.content = child.content.translate(_INVISIBLE)


def trimmed_breaks(state: StateCore) -> None:
    """Core rule: no line break at the start or end of a paragraph, nor two in a row."""
    for token in state.tokens:
        if not token.children:
            continue
        kept: list[Token] = []
        for child in token.children:
            breaks = child.type in {"hardbreak", "softbreak"}
            if breaks and (not kept or kept[-1].type == "hardbreak"):
                continue
            if child.type == "hardbreak" and kept[-1].type == "softbreak":
                kept.pop()
            kept.append(child)
        while kept and kept[-1].type in {"hardbreak", "softbreak"}:
            kept.pop()
        token.children = kept
