"""The one reader, and the one writer, of YAML: front matter of releases and records, and corrections.

A text is read event by event, and no more of it is believed than fields can hold: every value is the text as it was
written, so that no tag, number or date is guessed, ``12:30`` stays what it is, and a wrong value spoils its own field
only.  An empty value is ``None``.  References, which can unfold to billions, are refused, as is a text that is longer,
deeper or fuller than any of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from council.model.fields import Lines

LONGEST = 100_000
"""Characters of a text; a long record has some thousand."""
_DEEPEST = 8
_MOST_VALUES = 5_000
NO_TEXT = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Half a character, or one that no page shows but a terminal obeys."""
_EMPTY = {"", "~", "null", "Null", "NULL"}
_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)

_Place = tuple[str | int, ...]

_FastLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""LibYAML's loader, where PyYAML has it: ten times faster, but what is wrong it tells less well."""


class UnreadableError(Exception):
    """A text is no mapping; *line* counts from 1."""

    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(message)
        self.line: int = mark.line + 1 if mark else 1


def read_mapping(text: str) -> tuple[dict[str, Any], Lines]:
    """Read a text that is a YAML mapping, and the line of each of its values.

    Raises :class:`UnreadableError` where it is none.
    """
    if len(text) > LONGEST:
        raise UnreadableError(f"it is longer than {LONGEST} characters; shorten it", None)
    try:
        return _Reading(text, _FastLoader).mapping()
    except (yaml.YAMLError, UnicodeError) as error:
        problem = _better_told(text) or error
    reason = getattr(problem, "problem", None) or str(problem).partition("\n")[0]
    raise UnreadableError(reason, getattr(problem, "problem_mark", None))


def write_mapping(fields: Mapping[str, object]) -> str:
    """Give the YAML of *fields*, each text on one line, as :func:`read_mapping` reads it again."""
    return yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=float("inf"))


def _better_told(text: str) -> yaml.YAMLError | None:
    """Give what PyYAML's own parser says of *text*."""
    try:
        _Reading(text, yaml.BaseLoader).mapping()
    except yaml.YAMLError as error:
        return error
    return None


class _Reading:
    """One text being read: the events to come, the line of each value so far."""

    def __init__(self, text: str, loader: Any) -> None:
        self._events: Iterator[Any] = (
            event for event in yaml.parse(text, Loader=loader) if not isinstance(event, _FRAME)
        )
        self._lines: dict[_Place, int] = {}

    def mapping(self) -> tuple[dict[str, Any], Lines]:
        """Give the mapping that the text is, and the line of each value."""
        root = next(self._events, None)
        if root is None:
            return {}, {}
        if not isinstance(root, yaml.MappingStartEvent):
            raise UnreadableError("it is no mapping of keys to values", root.start_mark)
        data = self._value(root, ())
        for event in self._events:
            raise UnreadableError("it holds a second document", event.start_mark)
        return data, self._lines

    def _value(self, event: Any, place: _Place) -> Any:
        """Give the value that begins with *event*, reading the events to its end."""
        self._lines.setdefault(place, _line_of(event))
        if isinstance(event, yaml.AliasEvent):
            raise UnreadableError("references (*) are not read; write the value out", event.start_mark)
        if len(self._lines) > _MOST_VALUES:
            raise UnreadableError(f"it holds more than {_MOST_VALUES} values", event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return None if event.implicit[0] and event.value in _EMPTY else _text_of(event)
        if len(place) == _DEEPEST:
            raise UnreadableError("it is nested too deeply", event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        items: list[Any] = []
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(item, (*place, len(items))))
        return items

    def _mapping(self, place: _Place) -> dict[str, Any]:
        """Give the mapping whose first key is the next event."""
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise UnreadableError("a key is no text", event.start_mark)
            key = _text_of(event)
            if key in mapping:
                raise UnreadableError(f"the key {key!r} stands twice", event.start_mark)
            self._lines[*place, key] = _line_of(event)
            mapping[key] = self._value(next(self._events), (*place, key))
        return mapping


def _text_of(event: Any) -> str:
    text: str = event.value
    if wrong := NO_TEXT.search(text):
        raise UnreadableError(f"a value holds {wrong[0]!a}, which is no letter or sign", event.start_mark)
    return text


def _line_of(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
