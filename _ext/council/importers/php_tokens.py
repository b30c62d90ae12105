"""PHP as its tokens: names, variables, strings with what they say, comments left out; nothing is ever run.

What stands outside of ``<?php … ?>`` is no PHP and is passed over.  A string says what PHP would make of it; one that
PHP would fill in (``"$name"``, ``"{$this->name}"``), and one in backquotes, says nothing, as only running it would tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from os.path import commonprefix
from typing import Literal

Kind = Literal["name", "variable", "string", "number", "sign", "end"]


class PhpSourceError(ValueError):
    """A source that ends in the middle of a string or a comment: *line* says where that begins."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line, self.problem = line, problem


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its *text* as written, of a string what it says, or ``None`` where only running it would tell."""

    kind: Kind
    text: str | None
    line: int


_OPENING = re.compile(r"<\?(?:php(?=\s|$)|=)?", re.IGNORECASE)
_TOKEN = re.compile(
    r"""
    (?P<space>\s++)
    | (?P<end>\?>)
    | (?P<comment>(?://|\#)(?:[^\n?]|\?(?!>))*+ | /\*(?s:.*?)\*/)
    | '(?P<single>(?:[^'\\]|\\(?s:.))*+)'
    | "(?P<double>(?:[^"\\]|\\(?s:.))*+)"
    | (?P<command>`(?:[^`\\]|\\(?s:.))*+`)
    | <<<[ \t]*+(?P<quote>["']?)(?P<label>[^\W\d]\w*+)(?P=quote)[ \t]*+\n
    | (?P<variable>\$[^\W\d]\w*+)
    | (?P<name>[^\W\d]\w*+)
    | (?P<number>\d[\w.]*+)
    | (?P<sign>\?->|->|::|=>|===|==|!==|!=|<=|>=|(?:\*\*|<<|>>|\?\?|[-+*/.%&|^])=|.)
    """,
    re.VERBOSE,
)
_UNENDED = {"'": "a string", '"': "a string", "`": "a command", "/*": "a comment"}
_PART = re.compile(
    r"""
    (?P<filled>\$(?:[^\W\d]|\{) | \{\$)
    | \\(?: (?P<octal>[0-7]{1,3}) | x(?P<hex>[0-9A-Fa-f]{1,2}) | u\{0*(?P<code>[0-9A-Fa-f]{1,6})\}
           | (?P<sign>[ntrvef\\$"]) | (?P<wrong>u\{) )
    """,
    re.VERBOSE,
)
"""Within double quotes, what stands for something else."""
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "e": "\x1b", "f": "\f"}
_LAST_CODE = 0x10FFFF


def tokens_of(source: str) -> Iterator[Token]:
    """Give the tokens of a PHP file in order; raises :class:`PhpSourceError`, after those before it."""
    position, line, end = _begin(source, 0), 1, len(source)
    line += source.count("\n", 0, position)
    while position < end:
        match = _TOKEN.match(source, position)
        assert match is not None  # any sign is a token
        kind, behind = match.lastgroup, match.end()
        if kind == "label":
            text, behind = _heredoc(source, match, line)
            yield Token("string", text, line)
        elif kind == "end":
            behind = _begin(source, behind)
        elif kind == "sign" and (opened := _opened(source, position)):
            raise PhpSourceError(line, f"{opened} begins here and never ends")
        elif kind not in {"space", "comment"}:
            yield _token(match, line)
        line += source.count("\n", position, behind)
        position = behind


def _begin(source: str, position: int) -> int:
    """Give the place behind the next mark that begins PHP."""
    opening = _OPENING.search(source, position)
    return opening.end() if opening else len(source)


def _opened(source: str, position: int) -> str:
    """Tell what begins at *position* and has no end."""
    return next((told for mark, told in _UNENDED.items() if source.startswith(mark, position)), "")


def _token(match: re.Match[str], line: int) -> Token:
    match match.lastgroup:
        case "single":
            return Token("string", re.sub(r"\\([\\'])", r"\1", match["single"]), line)
        case "double":
            return Token("string", _unescaped(match["double"], '"'), line)
        case "command":
            return Token("string", None, line)
        case "variable" | "name" | "number" as kind:
            return Token(kind, match[0], line)
    return Token("sign", match[0], line)


def _unescaped(text: str, quote: str = "") -> str | None:
    """Give what a text in double quotes says, or one of a heredoc, where a quotation mark keeps its backslash."""
    told, behind = bytearray(), 0  # bytes, as PHP may write a letter by those of its UTF-8
    for part in _PART.finditer(text):
        sign = _sign(part, quote)
        if sign is None:
            return None
        told += text[behind : part.start()].encode("utf-8", "replace") + sign
        behind = part.end()
    return (told + text[behind:].encode("utf-8", "replace")).decode("utf-8", "replace")


def _sign(part: re.Match[str], quote: str) -> bytes | None:
    """Give what an escape stands for; ``None`` where only running it would tell."""
    if part["filled"] or part["wrong"]:
        return None
    if part["octal"] or part["hex"]:
        return bytes([(int(part["octal"], 8) if part["octal"] else int(part["hex"], 16)) & 0xFF])
    if part["code"]:
        code = int(part["code"], 16)
        return chr(code).encode("utf-8", "replace") if code <= _LAST_CODE else None
    sign = part["sign"]
    return part[0].encode() if sign == '"' != quote else _SIGNS.get(sign, sign).encode()


def _heredoc(source: str, opening: re.Match[str], line: int) -> tuple[str | None, int]:
    """Give what a heredoc says, and the place behind the label that closes it.

    A line that goes on behind the label as no expression could is text, as is an indented one below text that is
    not indented as far: older PHP knows no other closing than one at the start of its line.
    """
    label, start = opening["label"], opening.end()
    closing = re.compile(rf"^([ \t]*+){label}(?=[ \t]*+(?:[;,.)\]]|=>|\?>|$))", re.MULTILINE)
    common: str | None = None
    looked_at = start
    for close in closing.finditer(source, start):
        above = source[looked_at : close.start()].split("\n")
        indentations = [line[: len(line) - len(line.lstrip(" \t"))] for line in above if line.strip()]
        if indentations:
            common = commonprefix(indentations if common is None else [common, *indentations])  # noqa: RUF071
        looked_at = close.start()
        if common is None or common.startswith(close[1]):
            text = re.sub(rf"^{close[1]}", "", source[start : close.start()][:-1], flags=re.MULTILINE)
            return (text if opening["quote"] == "'" else _unescaped(text)), close.end()
    raise PhpSourceError(line, f"a text begins here that a line of {label} alone should end")
