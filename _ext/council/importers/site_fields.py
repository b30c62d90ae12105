"""What the institute's own site says of a release in its PHP, as the fields of the archive.

The keys are those of a site generator, and stand with what they mean in ``site_fields.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from council.importers.field_values import text_in
from council.importers.incoming import of_another_day
from council.importers.told import Told
from council.profile.loader import read_declaration

Keys = tuple[str, ...]
SiteStatus = Literal["published", "draft", "withheld", "unknown"]

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_DEEPEST = 4
"""Lists within lists that front matter takes, with some to spare."""


class Statuses(Struct, frozen=True, forbid_unknown_fields=True):
    """The words for what is to become of a text."""

    published: Keys
    draft: Keys
    withheld: Keys


class SiteFields(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of the site generator, by the field that each fills."""

    slug: Keys
    title: Keys
    authors: Keys
    date: Keys
    description: Keys
    keywords: Keys
    categories: Keys
    regions: Keys
    status: Keys
    text: Keys
    text_file: Keys
    folder: Keys
    sections: Keys
    statuses: Statuses

    def mapped(self) -> frozenset[str]:
        """Give the keys that the archive has a place for."""
        values = (getattr(self, name) for name in self.__struct_fields__ if name not in {"sections", "statuses"})
        return frozenset(key for keys in values for key in keys)


@cache
def site_fields() -> SiteFields:
    """Read the keys from their file."""
    return read_declaration(Path(__file__).with_suffix(".toml"), SiteFields)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteMetadata:
    """The fields of one release; *source* holds what the archive has no place for, *remarks* what is odd."""

    slug: str
    title: str
    date: str
    authors: tuple[str, ...]
    description: str
    keywords: tuple[str, ...]
    categories: tuple[str, ...]
    regions: tuple[str, ...]
    status: SiteStatus
    source: Mapping[str, object] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def site_metadata(values: Mapping[str, object]) -> SiteMetadata:
    """Give the fields of a release of which the site says *values*; what is of no known kind counts for nothing."""
    fields = site_fields()
    source = {
        key: kept for key, value in values.items() if key not in fields.mapped() and (kept := _kept(value)) is not None
    }
    remarks: list[str] = []
    key, written = first_of(values, fields.date)
    day = _day(text_in(written))
    if not day and text_in(written):
        remarks.append(Told("{key}: no date of the form YYYY-MM-DD: {value}", key=key, value=text_in(written)))
    if text_in(written)[len(day) :].strip("T0:Z "):  # a time of the day, or no date at all
        source[key] = text_in(written)
    slug = text_in(first_of(values, fields.slug)[1])
    if day and (named := _day(slug)) and named != day:
        remarks.append(of_another_day(day, named))
    key, status = first_of(values, fields.status)
    meaning = _status(text_in(status).lower(), fields.statuses)
    if meaning == "unknown":
        remarks.append(Told("{key}: nothing is known of {value}; taken as a draft", key=key, value=text_in(status)))
    return SiteMetadata(
        slug=slug,
        title=text_in(first_of(values, fields.title)[1]),
        date=day,
        authors=_texts(first_of(values, fields.authors)[1]),
        description=text_in(first_of(values, fields.description)[1]),
        keywords=tuple(_keywords(first_of(values, fields.keywords)[1])),
        categories=_texts(first_of(values, fields.categories)[1]),
        regions=_texts(first_of(values, fields.regions)[1]),
        status=meaning,
        source=source,
        remarks=tuple(remarks),
    )


def first_of(values: Mapping[str, object], keys: Keys) -> tuple[str, object]:
    """Give the first of *keys* that has a value, with it; else the first, with nothing."""
    return next(((key, values[key]) for key in keys if values.get(key) not in (None, "")), (keys[0], ""))


def _texts(value: object) -> tuple[str, ...]:
    values = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else (value,)
    return tuple(text for item in values if (text := text_in(item)))


def _keywords(value: object) -> Iterator[str]:
    for text in _texts(value):
        yield from (word.strip() for word in text.split(",") if word.strip())


def _day(text: str) -> str:
    """Give the day that *text* begins with."""
    match = _DAY.match(text)
    try:
        return date.fromisoformat(match[1]).isoformat() if match else ""
    except ValueError:
        return ""


def _status(word: str, statuses: Statuses) -> SiteStatus:
    if not word or word in statuses.published:
        return "published"
    if word in statuses.draft:
        return "draft"
    return "withheld" if word in statuses.withheld else "unknown"


def _kept(value: object, depth: int = 0) -> object:
    """Give a value as front matter can hold it; ``None`` where it says nothing, or lies too deep."""
    if isinstance(value, str):
        return text_in(value) or None
    if isinstance(value, bool | int | float):
        return value
    if depth == _DEEPEST:
        return None
    if isinstance(value, list | tuple):
        return [kept for item in value if (kept := _kept(item, depth + 1)) is not None] or None
    if isinstance(value, Mapping):
        return {str(key): kept for key, item in value.items() if (kept := _kept(item, depth + 1)) is not None} or None
    return None
