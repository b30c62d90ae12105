"""Tokens of the dialect as an indented outline, for expected files."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

_SPANS = {"strong": "**", "em": "*", "sup": "^", "sub": "~"}


def outline(tokens: Sequence[Token]) -> str:
    """Give one line a block: what it is, its source line, its text with emphasis marked."""
    lines: list[str] = []
    depth = 0
    for token in tokens:
        if token.nesting < 0:
            depth -= 1
        elif token.type == "inline":
            lines[-1] = f"{lines[-1]} {inline(token.children or [])}".rstrip()
        else:
            lines.append("  " * depth + _block(token))
            depth += token.nesting > 0
    return "\n".join(lines)


def _block(token: Token) -> str:
    name = token.type.removesuffix("_open")
    if name == "heading":
        name = (
            token.tag
            + (" banner" if token.meta.get("banner") else "")
            + (" derived" if token.meta.get("derived") else "")
        )
    line = "" if token.map is None else f" {token.map[0] + 1}"
    told = [f".{token.attrGet('class')}"] if token.attrGet("class") else []
    if token.attrGet("start"):
        told.append(f"start={token.attrGet('start')}")
    if name == "picture":
        told += [str(token.attrs["src"]), repr(token.meta["alt"])]
        told += ["centered"] if token.meta["centered"] else []
        told += [f"align={token.meta['align']}"] if token.meta["align"] else []
        told += [f"link={token.meta['link']}"] if token.meta["link"] else []
    if name == "centered_picture":
        told += [str(token.attrs["src"]), *(f"{key}={value}" for key, value in token.meta.items() if value is not None)]
    return " ".join([f"{name}{line}", *told]) + (
        ":" if name in {"paragraph", "centered_picture"} or name.startswith("h") else ""
    )


def inline(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        name = child.type.removesuffix("_open").removesuffix("_close")
        if name in _SPANS:
            parts.append(_SPANS[name])
        elif name == "link":
            parts.append("[" if child.nesting > 0 else "]")
            if child.nesting > 0:
                parts.append(f"<{child.attrGet('href')}>")
        elif name in {"softbreak", "hardbreak"}:
            parts.append(" / " if name == "softbreak" else " // ")
        elif name == "image":
            parts.append(f"<img {child.attrs['src']} {child.content!r}>")
        else:
            parts.append(child.content.replace("\u00a0", "␣"))
    return "".join(parts)
