"""The front matter of a release, checked key by key."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from council.dialect.front_matter import is_web_address
from council.dialect.notes import Note
from council.model.releases import Metadata

KEYS = ("title", "date", "authors", "description", "keywords", "source_url")


def read_metadata(data: Mapping[str, Any], lines: Mapping[str, int]) -> tuple[Metadata, list[Note]]:
    """Give the metadata of a release, and a note for each key that is unknown or of a wrong type.

    *lines* tells where each key stands, so that a warning can name it.
    """
    notes: list[Note] = []
    values: dict[str, Any] = {}
    for key, value in data.items():
        reader = _READERS.get(key)
        if reader is None:
            problem = f"unknown key {key!r}; known are {', '.join(KEYS)}"
        elif value is None:
            continue
        else:
            values[key], problem = reader(value)
        if problem:
            subtype = "date" if key == "date" else "front_matter"
            notes.append(Note(lines.get(key, 1), subtype, problem))
    return Metadata(**{key: value for key, value in values.items() if value is not None}), notes


def _text(value: Any) -> tuple[str | None, str]:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split()), ""
    return None, f"this key takes a text, not {value!r}"


def _texts(value: Any) -> tuple[tuple[str, ...] | None, str]:
    """One text, texts between commas, or a list of texts."""
    if isinstance(value, str):
        return tuple(filter(None, (part.strip() for part in value.split(",")))), ""
    if isinstance(value, list) and all(isinstance(part, (str, int, float)) for part in value):
        return tuple(" ".join(str(part).split()) for part in value), ""
    return None, f"this key takes a text or a list of texts, not {value!r}"


def _authors(value: Any) -> tuple[tuple[str, ...] | None, str]:
    if isinstance(value, str):
        return (" ".join(value.split()),), ""
    return _texts(value)


def _date(value: Any) -> tuple[datetime.date | None, str]:
    if isinstance(value, datetime.datetime):
        return value.date(), ""
    if isinstance(value, datetime.date):
        return value, ""
    try:
        return datetime.date.fromisoformat(str(value).strip()[:10]), ""
    except ValueError:
        return None, f"{value!r} is no date; write year-month-day, as in 2020-11-30"


def _url(value: Any) -> tuple[str | None, str]:
    text = str(value).strip()
    if is_web_address(text):
        return text, ""
    return None, f"{value!r} is no web address; it begins with https:// or http://"


_READERS: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "title": _text,
    "date": _date,
    "authors": _authors,
    "description": _text,
    "keywords": _texts,
    "source_url": _url,
}
