"""Pictures that stand on their own become figures, neighbours become a gallery.

``<center><img></center>``, ``<p align="center">`` over three lines, a bare ``<img>``, two in a row,
``![alt](file)``: whatever the markup, a picture that shares its paragraph with no text is a figure.
A picture with ``align="right"`` inside a link is the portrait of the release's author.
"""

from __future__ import annotations

from collections import deque

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BETWEEN = {"softbreak", "hardbreak"}


def lone_pictures(state: StateCore) -> None:
    """Core rule: take pictures at the start and the end of a paragraph out of it, as blocks."""
    tokens: list[Token] = []
    index = 0
    while index < len(state.tokens):
        token = state.tokens[index]
        inline = state.tokens[index + 1] if token.type == "paragraph_open" else None
        if inline is None or not _has_picture(inline):
            tokens.append(token)
            index += 1
            continue
        tokens += _split(token, inline, state.tokens[index + 2])
        index += 3
    state.tokens = tokens


def _has_picture(inline: Token) -> bool:
    return any(child.type == "image" for child in inline.children or [])


def _split(opening: Token, inline: Token, closing: Token) -> list[Token]:
    units = deque(_units(inline.children or []))
    before: list[Token] = []
    while units and (picture := _as_picture(units[0], opening)) is not None:
        before += picture
        units.popleft()
    after: list[Token] = []
    while units and (picture := _as_picture(units[-1], opening)) is not None:
        after += picture
        units.pop()
    inline.children = [child for unit in units for child in unit]
    return [*before, *([opening, inline, closing] if units else []), *reversed(after)]


def _units(children: list[Token]) -> list[list[Token]]:
    """Group inline tokens so that a link is one unit with what is inside it."""
    units: list[list[Token]] = []
    depth = 0
    for child in children:
        if depth:
            units[-1].append(child)
        else:
            units.append([child])
        depth += child.nesting
    return units


def _as_picture(unit: list[Token], paragraph: Token) -> list[Token] | None:
    """Give the picture block for *unit*, none for white space, ``None`` where it is text."""
    shown = [child for child in unit if child.type not in _BETWEEN and (child.type != "text" or child.content.strip())]
    if not shown:
        return []
    link = shown[0].attrGet("href") if shown[0].type == "link_open" else None
    if link is not None:
        shown = shown[1:-1]
    if len(shown) != 1 or shown[0].type != "image":
        return None
    return [_picture(shown[0], paragraph, str(link) if link else None)]


def _picture(image: Token, paragraph: Token, link: str | None) -> Token:
    token = Token("picture", "img", 0, block=True, hidden=False)
    line = image.meta.get("line", (paragraph.map or [0])[0])
    token.map, token.level = [line, line + 1], paragraph.level
    token.attrs = {"src": str(image.attrs["src"])}
    token.meta = {
        "alt": image.meta["alt"] if image.meta.get("html") else (image.content or None),
        "centered": "centered" in str(paragraph.attrGet("class") or "").split(),
        "align": image.meta.get("align", ""),
        "link": link,
    }
    return token


def is_portrait(token: Token) -> bool:
    """Whether a picture block is the author's portrait rather than part of the story."""
    return token.meta.get("align") in {"left", "right"}


def galleries(state: StateCore) -> None:
    """Core rule: two or more pictures side by side, portraits apart, become one gallery."""
    tokens: list[Token] = []
    run: list[Token] = []

    def close_run() -> None:
        if len(run) > 1:
            opening = Token("gallery_open", "div", 1, map=run[0].map, block=True)
            tokens.extend([opening, *run, Token("gallery_close", "div", -1, block=True)])
        else:
            tokens.extend(run)
        run.clear()

    for token in state.tokens:
        if token.type == "picture" and not is_portrait(token):
            run.append(token)
        else:
            close_run()
            tokens.append(token)
    close_run()
    state.tokens = tokens
