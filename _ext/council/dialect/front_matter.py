"""Front matter: YAML between lines of ``---`` at the top of a text.  The one reader for releases and records.

Every value is the text as it was written: no number, no date, no ``yes`` is guessed, so that a wrong one spoils its
own field only and ``12:30`` stays what it is.  An empty value is ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from council.model.fields import Lines

_FENCE = re.compile(r"-{3,}\s*")
_CLOSE = re.compile(r"(?:-{3,}|\.\.\.)\s*")
_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_EMPTY = {"", "~", "null", "Null", "NULL"}
_DEEPEST = 8
_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)

_Place = tuple[str | int, ...]

_FastLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""LibYAML's loader, where PyYAML has it: ten times faster, but what is wrong it tells less well."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the top of a text: *data*, the line of each value, and what follows as *body*.

    *height* is how many lines it takes, fences included.  Where it cannot be read, *problem* says why and
    *problem_line* where.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    height: int = 0
    problem: str = ""
    problem_line: int = 1


class UnreadableError(Exception):
    """A text is no mapping; *line* counts from 1."""

    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(message)
        self.line: int = mark.line + 1 if mark else 1


def read_front_matter(text: str, *, required: bool = False) -> FrontMatter | None:
    """Read the front matter of *text*; ``None`` where it has none.

    ``---`` at the top of a release may be a rule as well: only ``key:`` on the next line makes it front matter,
    unless *required* says that there must be one.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    if not _FENCE.fullmatch(lines[0]) or not (required or (len(lines) > 1 and _KEY.match(lines[1]))):
        return None
    close = next((number for number, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(line)), None)
    if close is None:
        return FrontMatter(problem="the front matter is never closed; close it with a line of ---")
    height, body = close + 1, "\n".join(lines[close + 1 :])
    try:
        data, places = read_mapping("\n".join(lines[1:close]))
    except UnreadableError as error:
        return FrontMatter(
            body=body, height=height, problem=f"broken front matter: {error}", problem_line=error.line + 1
        )
    return FrontMatter(data, {place: line + 1 for place, line in places.items()}, body, height)


def read_mapping(text: str) -> tuple[dict[str, Any], Lines]:
    """Read a text that is a YAML mapping, and the line of each of its values.

    Raises :class:`UnreadableError` where it is none.
    """
    try:
        return _read_mapping(text, _FastLoader)
    except (yaml.YAMLError, UnicodeError) as error:
        problem = _better_told(text) or error
    reason = getattr(problem, "problem", None) or str(problem).partition("\n")[0]
    raise UnreadableError(reason, getattr(problem, "problem_mark", None))


def _better_told(text: str) -> yaml.YAMLError | None:
    """Give what PyYAML's own parser says of *text*."""
    try:
        _read_mapping(text, yaml.BaseLoader)
    except yaml.YAMLError as error:
        return error
    return None


def _read_mapping(text: str, loader: Any) -> tuple[dict[str, Any], Lines]:
    lines: dict[_Place, int] = {}
    events: Iterator[Any] = (event for event in yaml.parse(text, Loader=loader) if not isinstance(event, _FRAME))
    root = next(events, None)
    if root is None:
        return {}, lines
    if not isinstance(root, yaml.MappingStartEvent):
        raise UnreadableError("it is no mapping of keys to values", root.start_mark)
    data = _value(root, events, (), lines)
    for event in events:
        raise UnreadableError("it holds a second document", event.start_mark)
    return data, lines


def _value(event: Any, events: Iterator[Any], place: _Place, lines: dict[_Place, int]) -> Any:
    """Give the value that begins with *event*, reading *events* to its end."""
    lines.setdefault(place, _line_of(event))
    if isinstance(event, yaml.AliasEvent):
        raise UnreadableError("references (*) are not read; write the value out", event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        if _SURROGATE.search(event.value):
            raise UnreadableError("a value holds half a character", event.start_mark)
        return None if event.implicit[0] and event.value in _EMPTY else event.value
    if len(place) == _DEEPEST:
        raise UnreadableError("it is nested too deeply", event.start_mark)
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, place, lines)
    items: list[Any] = []
    while not isinstance(item := next(events), yaml.SequenceEndEvent):
        items.append(_value(item, events, (*place, len(items)), lines))
    return items


def _line_of(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _mapping(events: Iterator[Any], place: _Place, lines: dict[_Place, int]) -> dict[str, Any]:
    """Give the mapping whose first key is next in *events*."""
    mapping: dict[str, Any] = {}
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        if not isinstance(key, yaml.ScalarEvent):
            raise UnreadableError("a key is no text", key.start_mark)
        if key.value in mapping:
            raise UnreadableError(f"the key {key.value!r} stands twice", key.start_mark)
        lines[*place, key.value] = _line_of(key)
        mapping[key.value] = _value(next(events), events, (*place, key.value), lines)
    return mapping
