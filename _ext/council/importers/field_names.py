"""What others call the fields of a release: a table, ``field_names.toml``, and the reading of their front matter by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from msgspec import Struct

from council.importers.field_values import authors_in, is_yes, texts_in, word_or_nothing
from council.importers.foreign_dates import Dating
from council.model.addresses import is_address
from council.profile.loader import read_declaration

_TABLE = Path(__file__).with_suffix(".toml")
_HOST = re.compile(r"https?://\S+")
_LIKE_A_PATH = re.compile(r"/|\.html?$")
_MIDNIGHT = re.compile(r"(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?")

Standing = Literal["published", "draft", "ignored"]


class _Fields(Struct, frozen=True, forbid_unknown_fields=True):
    title: tuple[str, ...]
    date: tuple[str, ...]
    authors: tuple[str, ...]
    description: tuple[str, ...]
    keywords: tuple[str, ...]
    categories: tuple[str, ...]
    regions: tuple[str, ...]
    address: tuple[str, ...]
    aliases: tuple[str, ...]
    picture: tuple[str, ...]
    draft: tuple[str, ...]
    published: tuple[str, ...]
    status: tuple[str, ...]
    slug: tuple[str, ...]
    kind: tuple[str, ...]


class _Statuses(Struct, frozen=True, forbid_unknown_fields=True):
    published: tuple[str, ...]
    draft: tuple[str, ...]
    ignored: tuple[str, ...]


class FieldNames(Struct, frozen=True, forbid_unknown_fields=True):
    """The table: names of fields, and values of a status."""

    fields: _Fields
    statuses: _Statuses


@cache
def field_names() -> FieldNames:
    """Read the table."""
    return read_declaration(_TABLE, FieldNames)


@dataclass(slots=True)
class ForeignFields:
    """What front matter says in the archive's words; *rest* is what the archive has no place for, under its own keys."""

    title: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    published_at: str = ""
    aliases: tuple[str, ...] = ()
    source_url: str = ""
    picture: str = ""
    standing: Standing = "published"
    is_page: bool = False
    rest: dict[str, Any] = field(default_factory=dict)


def normal_key(key: str) -> str:
    """Give a key as the table writes it."""
    return re.sub(r"[\s-]+", "_", key.strip()).casefold()


def is_title_key(key: str) -> bool:
    """Whether this is what somebody calls a title."""
    return normal_key(key) in field_names().fields.title


def read_foreign_fields(data: Mapping[str, Any], slug: str, dating: Dating) -> ForeignFields:
    """Give what *data* says of the release whose tree names it *slug*."""
    return _Reading(data, dating).read(slug)


class _Reading:
    """One front matter being read: what is left of it, and what it gave."""

    def __init__(self, data: Mapping[str, Any], dating: Dating) -> None:
        self._rest = {key: value for key, value in data.items() if value not in (None, "", [], {})}
        self._names = field_names().fields
        self._dating = dating

    def read(self, slug: str) -> ForeignFields:
        got = ForeignFields(
            is_page=any(self._rest[key] == "page" for key in self._keys(self._names.kind)),
            title=self._first(self._names.title, word_or_nothing),
            date=self._date(),
            authors=self._all(self._names.authors, authors_in),
            description=self._first(self._names.description, word_or_nothing),
            keywords=self._all(self._names.keywords, texts_in),
            categories=self._all(self._names.categories, texts_in),
            regions=self._all(self._names.regions, texts_in),
            picture=self._picture(),
            standing=self._standing(),
        )
        self._addresses(got)
        self._drop(self._names.slug, lambda value: str(value) == slug)
        self._drop(self._names.description, lambda value: not word_or_nothing("", value))
        got.rest = self._rest
        return got

    def _keys(self, names: tuple[str, ...]) -> Iterator[str]:
        """Give the keys that are there, in the order of the table."""
        for name in names:
            yield from [key for key in self._rest if normal_key(key) == name]

    def _first(self, names: tuple[str, ...], read: Callable[[str, Any], str]) -> str:
        """Take the first value that there is; others of the same words go with it."""
        given = ""
        for key in self._keys(names):
            value = read(normal_key(key), self._rest[key])
            given = given or value
            if value and value == given:
                del self._rest[key]
        return given

    def _all(self, names: tuple[str, ...], read: Callable[[str, Any], tuple[str, ...]]) -> tuple[str, ...]:
        given: dict[str, None] = {}
        for key in self._keys(names):
            if values := read(normal_key(key), self._rest[key]):
                given |= dict.fromkeys(values)
                del self._rest[key]
        return tuple(given)

    def _date(self) -> str:
        """Take the date; what its value tells beyond the day stays."""
        for key in self._keys(self._names.date):
            written = str(self._rest[key]).strip()
            if date := self._dating.of_value(written):
                if written == date or (written.startswith(date) and _MIDNIGHT.fullmatch(written[len(date) :])):
                    del self._rest[key]
                return date
        return ""

    def _picture(self) -> str:
        """Give the picture that stands for the release; its key stays, as the archive has no field for it."""
        for key in self._keys(self._names.picture):
            value = self._rest[key]
            for inner in ("src", "url", "path", "image"):
                value = value.get(inner, value) if isinstance(value, dict) else value
            value = value[0] if isinstance(value, list) else value
            if isinstance(value, str) and not _HOST.match(value):
                return value
        return ""

    def _standing(self) -> Standing:
        statuses = field_names().statuses
        for key in self._keys(self._names.draft):
            if is_yes(self._rest[key]):
                return "draft"
            del self._rest[key]
        for key in self._keys(self._names.published):
            if str(self._rest[key]).casefold() in {"false", "no"}:
                return "draft"
            if is_yes(self._rest[key]):
                del self._rest[key]
        for key in self._keys(self._names.status):
            value = str(self._rest[key]).strip().casefold()
            if value in statuses.draft:
                return "draft"
            if value in statuses.ignored:
                return "ignored"
            if value in statuses.published:
                del self._rest[key]
        return "published"

    def _addresses(self, got: ForeignFields) -> None:
        for key in self._keys(self._names.address):
            value = unescape(str(self._rest[key]).strip())
            if _HOST.fullmatch(value) and got.source_url in {"", value}:
                got.source_url = value
            elif address := _address(value):
                same = address.removesuffix("index.html").rstrip("/") == got.published_at.rstrip("/")
                got.published_at = got.published_at or address
                if got.published_at != address and not same:
                    continue
            else:
                continue
            del self._rest[key]
        for key in self._keys(self._names.aliases):
            if all(aliases := [_address(text) for text in texts_in(key, self._rest[key])]):
                got.aliases += tuple(aliases)
                del self._rest[key]

    def _drop(self, names: tuple[str, ...], is_told: Callable[[Any], bool]) -> None:
        """Leave out what says nothing more."""
        for key in self._keys(names):
            if is_told(self._rest[key]):
                del self._rest[key]


def _address(value: str) -> str:
    """Give the address on its own host that *value* is, or nothing."""
    address = f"/{unquote(value).lstrip('/')}"
    return address if _LIKE_A_PATH.search(value) and is_address(address) else ""
