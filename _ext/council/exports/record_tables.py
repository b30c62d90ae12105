"""Tables of what the releases are about: projects, people, directorates and who led them, and all their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from council.archive.archive import Archive
from council.exports.table_columns import Column, Table
from council.language.naming import acronyms
from council.model.authorities import KINDS
from council.model.entries import Entry


class _Listed(NamedTuple):
    """An entry, and the project that it is part of, if the archive has that."""

    entry: Entry
    parent: str | None = None


class _Name(NamedTuple):
    entry: Entry
    name: str


def names_of(entry: Entry) -> list[str]:
    """Give every name of *entry*, the preferred one first, then how releases write it, and their acronyms."""
    names = [entry.name, *(entry.record.aliases if entry.record else ()), *entry.labels]
    return list(dict.fromkeys([*names, *(short for name in names for short in acronyms(name))]))


def _projects(archive: Archive) -> Iterator[_Listed]:
    for entry in archive.projects.values():
        parent = entry.record.parent if entry.record else None
        yield _Listed(entry, parent if parent in archive.projects else None)


def _names(archive: Archive) -> Iterator[_Name]:
    for kind in KINDS:
        for entry in archive.entries.of_kind(kind).values():
            yield from (_Name(entry, name) for name in names_of(entry))


def _dates(entry: Entry) -> list[str]:
    return sorted(mention.date for mention in entry.mentions if mention.date)


_KIND = Column(
    "kind", "text", "what sort it is, as its record says", lambda row: row.entry.record and row.entry.record.category,
    facet=True,
)  # fmt: skip
_RECORD = Column(
    "record", "boolean", "whether an archivist has made a record of it; else it is a candidate",
    lambda row: row.entry.record is not None, facet=True,
)  # fmt: skip
_IDENTITY = (
    Column("id", "text", "its identifier, for good once it has a record", lambda row: row.entry.id),
    Column("name", "text", "its preferred name", lambda row: row.entry.name),
    _KIND,
    _RECORD,
    Column("page", "text", "its page below the root of the site, without its ending", lambda row: row.entry.page),
)
_DIRECTORATES = Column(
    "directorates", "list", "its directorates, the most frequent first", lambda row: row.entry.directorates, facet=True
)
_USE = (
    Column(
        "valid_from", "text", "when it began, as its record says",
        lambda row: row.entry.record and row.entry.record.valid.start,
    ),
    Column(
        "valid_to", "text", "when it ended, as its record says",
        lambda row: row.entry.record and row.entry.record.valid.end,
    ),
    Column("website", "text", "its page elsewhere", lambda row: row.entry.record and row.entry.record.website),
    Column(
        "releases", "integer", "how many releases name it",
        lambda row: len({mention.page for mention in row.entry.mentions}),
    ),
    Column("first_named", "text", "the date of the first release that names it", lambda row: min(_dates(row.entry), default="")),
    Column("last_named", "text", "the date of the last release that names it", lambda row: max(_dates(row.entry), default="")),
)  # fmt: skip

PROJECTS = Table(
    "projects",
    "The projects, with a record or without.",
    _projects,
    (
        *_IDENTITY,
        Column("parent", "text", "the project that it is part of", lambda row: row.parent, references="projects"),
        Column(
            "preceded_by", "list", "the projects that it follows",
            lambda row: row.entry.record.preceded_by if row.entry.record else (),
        ),
        _DIRECTORATES,
        *_USE,
    ),
    key="id",
    label="name",
)  # fmt: skip
PEOPLE = Table(
    "people",
    "The people; their roles stand in their mentions.",
    lambda archive: (_Listed(entry) for entry in archive.people.values()),
    (*_IDENTITY, _DIRECTORATES, *_USE),
    key="id",
    label="name",
)
DIRECTORATES = Table(
    "directorates",
    "The directorates of the institution, and others that have a record.",
    lambda archive: (_Listed(entry) for entry in archive.directorates.values()),
    (*_IDENTITY, *_USE),
    key="id",
    label="name",
)
TENURES = Table(
    "tenures",
    "Who led which directorate when, as its record or the releases tell.",
    lambda archive: (tenure for of_one in archive.tenures.by_directorate.values() for tenure in of_one),
    (
        Column(
            "directorate", "text", "the directorate", lambda tenure: tenure.directorate, references="directorates"
        ),
        Column("person", "text", "the person", lambda tenure: tenure.person),
        Column("since", "text", "the first day, or a day by which it had begun", lambda tenure: tenure.start),
        Column("until", "text", "the last day, or a day by which it was over", lambda tenure: tenure.end or tenure.over_by),
        Column(
            "first_seen", "text", "the date of the first release that shows the person in office",
            lambda tenure: next(iter(tenure.seen), None),
        ),
        Column(
            "last_seen", "text", "the date of the last release that shows the person in office",
            lambda tenure: next(reversed(tenure.seen), None),
        ),
        Column("recorded", "boolean", "whether the record of the directorate says so", lambda tenure: tenure.recorded),
    ),
)  # fmt: skip
NAMES = Table(
    "names",
    "Every name of every project, person and directorate, to match your own lists with.",
    _names,
    (
        Column("type", "text", "`project`, `person` or `directorate`", lambda row: row.entry.kind, facet=True),
        Column("id", "text", "the identifier that the name stands for", lambda row: row.entry.id),
        Column("name", "text", "a name, an acronym, or how a release writes it", lambda row: row.name),
        Column("preferred", "boolean", "whether it is the preferred name", lambda row: row.name == row.entry.name),
        _RECORD,
        Column("page", "text", "its page below the root of the site, without its ending", lambda row: row.entry.page),
    ),
)  # fmt: skip
