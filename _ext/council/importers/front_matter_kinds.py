"""Front matter as generators of sites write it: YAML, TOML (``+++``), JSON, and lines of ``Key: value``.

=========================  =====================================================================
``---`` … ``---``          Jekyll, Hugo, Astro, VuePress, Docusaurus, Eleventy, the archive itself
``+++`` … ``+++``          Hugo, Zola
``{`` … ``}``              Hugo
``Key: value``, no fence   Pelican, MultiMarkdown (to the first empty line), Hexo (to a ``---``)
=========================  =====================================================================

Values that a strict reader refuses, as ``title: Minutes: May``, are read line by line.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from council.importers.field_names import is_title_key
from council.importers.field_values import plain
from council.model.yaml_mapping import UnreadableError, read_mapping

Kind = Literal["yaml", "toml", "json", "lines", "none"]

_MARK = "\ufeff"
_END = r"[ \t]*(?:\r\n?|\n|\Z)"
_YAML = re.compile(rf"-{{3,}}{_END}(?P<inner>(?:[^\r\n]*(?:\r\n?|\n))*?)(?:-{{3,}}|\.\.\.){_END}")
_TOML = re.compile(rf"\+{{3,}}{_END}(?P<inner>(?:[^\r\n]*(?:\r\n?|\n))*?)\+{{3,}}{_END}")
_KEY = re.compile(r"""["']?(?P<key>[A-Za-z][\w .-]{0,40}?)["']?[ \t]*(?P<sign>[:=])(?:[ \t]+(?P<value>.*)|[ \t]*)$""")
_MORE = re.compile(r"(?:[ \t]+|-[ \t]+)\S")
_FENCE = re.compile(r"-{3,}[ \t]*$")
_LINE = re.compile(r"(?P<line>[^\r\n]*)(?P<end>\r\n?|\n|\Z)")
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of a text: its *kind*, its *data*, the *block* as written, and the *body* below it.

    *problem* says why it could only be read line by line.
    """

    kind: Kind
    body: str
    block: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    problem: str = ""


def read_head(text: str) -> Head:
    """Read the front matter of *text*; a mark of encoding before it stays before the body."""
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    for read in (_yaml, _toml, _json, _lines):
        head = read(bare)
        if head is not None:
            return Head(head.kind, mark + head.body, head.block, head.data, head.problem)
    return Head("none", text)


def _yaml(text: str) -> Head | None:
    match = _YAML.match(text[:_LONGEST])
    if match is None:
        return None
    inner = "\n".join(match["inner"].splitlines())
    first = next((line for line in inner.split("\n") if line.strip() and not line.startswith("#")), "")
    try:
        data, problem = read_mapping(inner)[0], ""
    except UnreadableError as error:
        data, problem = _line_by_line(inner), str(error)
    if first and not (data and _KEY.match(first)):  # a rule, and text below it
        return None
    return Head("yaml", text[match.end() :], match[0], data, problem)


def _toml(text: str) -> Head | None:
    match = _TOML.match(text[:_LONGEST])
    if match is None:
        return None
    inner = "\n".join(match["inner"].splitlines())
    try:
        data, problem = plain(tomllib.loads(inner)), ""
    except tomllib.TOMLDecodeError as error:
        data, problem = _line_by_line(inner), str(error)
    return Head("toml", text[match.end() :], match[0], data, problem) if data else None


def _json(text: str) -> Head | None:
    if not text.startswith("{"):
        return None
    try:
        data, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    behind = _LINE.match(text, end)
    if not isinstance(data, dict) or behind is None or behind["line"].strip():
        return None
    return Head("json", text[behind.end() :], text[: behind.end()], plain(data))


def _lines(text: str) -> Head | None:
    """Read lines of ``Key: value``; only those that have a title are no part of the text."""
    lines: list[str] = []
    end, closed = 0, False
    while not closed and (match := _LINE.match(text, end)) and end < len(text):
        line = match["line"]
        closed = not line.strip() or bool(lines and _FENCE.match(line))
        if not closed and not _KEY.match(line) and not (lines and _MORE.match(line)):
            return None
        lines.append(line)
        end = match.end()
    inner = "\n".join(lines[: len(lines) - closed])
    data = _line_by_line(inner)
    if not any(map(is_title_key, data)):
        return None
    return Head("lines", text[end:], text[:end], data)


def _line_by_line(inner: str) -> dict[str, Any]:
    """Give ``Key: value`` of each line; what is indented, or an item of a list, belongs to the key above."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in inner.split("\n"):
        match = _KEY.match(line)
        if match and not line.startswith((" ", "\t")):
            key = plain(match["key"].strip())
            values.setdefault(key, []).append(_unquoted(match["value"] or ""))
        elif key and line.strip():
            values[key].append(_unquoted(line.strip().removeprefix("- ")))
        elif line.strip() and not line.startswith("#"):
            values.setdefault("", []).append(line.strip())
    return {key or "front_matter": texts[0] if len(texts) == 1 else _together(texts) for key, texts in values.items()}


def _together(texts: list[str]) -> str | list[str]:
    """Give several lines of one value: a list where the first is empty, else one text."""
    return [text for text in texts if text] if not texts[0] else " ".join(texts)


def _unquoted(value: str) -> str:
    value = plain(value.strip())
    inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
    listed = re.fullmatch(r"\[(.*)\]", inner)
    return listed[1].replace('"', "").replace("'", "") if listed else inner
