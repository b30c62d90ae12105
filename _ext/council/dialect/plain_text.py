"""The plain text of inline tokens, as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

_AS_WRITTEN = {"text", "text_special", "code_inline"}


def plain_text(inline: Token) -> str:
    """Give the text of a block's inline token on one line, white space folded."""
    return " ".join(raw_text(inline.children or []).split())


def raw_text(children: Iterable[Token]) -> str:
    """Give the text of inline tokens; a line break of the source is a line break here too."""
    parts: list[str] = []
    for child in children:
        if child.type in _AS_WRITTEN:
            parts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
    return "".join(parts)
