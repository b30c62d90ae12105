"""``data/archive.sqlite``: the records in tables, and full-text search over the releases (SQLite's FTS5).

=========================== =================================================================================
``releases``                one row a release: ``slug``, ``date`` (as in the JSON), ``title``, ``session``, …
``projects``, ``directorates``, ``people``  one row an entry: ``id``, ``name``, ``kind``, ``record``, ``page``
``names``                   every name of every entry: ``kind``, ``id``, ``name``
``project_mentions``        ``slug``, ``project``, ``label``, ``form``, ``directorate``, ``line``, ``quotation``,
                            ``rule``: the rule of the extraction that gave it
``person_mentions``         ``slug``, ``person``, ``name``, ``role``, ``directorate``, ``line``, ``rule``
``directorate_mentions``    ``slug``, ``directorate``, ``reports``, ``rule``
``passages``                the blocks of each release: ``slug``, ``line``, ``text``
``settings``                ``name``, ``value``: the *language* of the releases, whose stems *search* holds
``tenures``                 ``directorate``, ``person``, ``since``, ``until``, ``first_seen``, ``last_seen``, ``recorded``
``search``                  FTS5: stems of title, names and text of each release, accents left out
=========================== =================================================================================

Foreign keys tie the mentions to releases and entries, so that Datasette links them.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from extension_kit.whole_files import partial_of

from council.archive.archive import Archive
from council.language.naming import acronyms
from council.language.stems import stems
from council.model.entries import Entry
from council.model.releases import Release
from council.model.tenures import Tenure

_SCHEMA = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE releases (slug TEXT PRIMARY KEY, page TEXT, date TEXT, year INTEGER, title TEXT, alternative_title TEXT,
  session TEXT, session_rule TEXT, place TEXT, description TEXT, source_url TEXT, sha256 TEXT);
CREATE TABLE directorates (id TEXT PRIMARY KEY, name TEXT, kind TEXT, record INTEGER, page TEXT);
CREATE TABLE projects (id TEXT PRIMARY KEY, name TEXT, kind TEXT, record INTEGER, page TEXT,
  parent TEXT REFERENCES projects(id));
CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, kind TEXT, record INTEGER, page TEXT);
CREATE TABLE names (kind TEXT, id TEXT, name TEXT);
CREATE TABLE project_mentions (slug TEXT REFERENCES releases(slug), project TEXT REFERENCES projects(id), label TEXT,
  form TEXT, directorate TEXT REFERENCES directorates(id), line INTEGER, quotation TEXT,
  rule TEXT);
CREATE TABLE person_mentions (slug TEXT REFERENCES releases(slug), person TEXT REFERENCES people(id), name TEXT,
  role TEXT, directorate TEXT REFERENCES directorates(id), line INTEGER, rule TEXT);
CREATE TABLE directorate_mentions (slug TEXT REFERENCES releases(slug), directorate TEXT REFERENCES directorates(id),
  reports INTEGER, rule TEXT);
CREATE TABLE passages (slug TEXT REFERENCES releases(slug), line INTEGER, text TEXT);
CREATE INDEX passages_slug ON passages(slug);
CREATE INDEX project_mentions_project ON project_mentions(project);
CREATE INDEX person_mentions_person ON person_mentions(person);
CREATE TABLE tenures (directorate TEXT REFERENCES directorates(id), person TEXT, since TEXT, until TEXT,
  first_seen TEXT, last_seen TEXT, recorded INTEGER);
CREATE VIRTUAL TABLE search USING fts5(slug UNINDEXED, title, names, text, tokenize='ascii');
"""


def write_sqlite(archive: Archive, file: Path) -> None:
    """Write the database, whole or not at all; raises ``OSError`` where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = partial_of(file)
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        with connection:
            _fill(connection, archive)
    except sqlite3.OperationalError as error:
        connection.close()
        temporary.unlink(missing_ok=True)
        raise OSError(errno.EIO, str(error), str(file)) from error
    finally:
        connection.close()
    if file.is_file() and file.read_bytes() == temporary.read_bytes():
        temporary.unlink()
    else:
        temporary.replace(file)


def _fill(connection: sqlite3.Connection, archive: Archive) -> None:
    _insert(connection, "settings", [("language", archive.profile.lexicon.language)])
    for table, entries in (
        ("directorates", archive.directorates),
        ("people", archive.people),
    ):
        _insert(connection, table, (_entry(entry) for entry in entries.values()))
    _insert(connection, "projects", ((*_entry(entry), _parent(archive, entry)) for entry in archive.projects.values()))
    for kind in ("directorate", "project", "person"):
        rows = ((kind, entry.id, name) for entry in archive.entries.of_kind(kind).values() for name in _names(entry))
        _insert(connection, "names", rows)
    _insert(connection, "releases", map(_release, archive.releases.items()))
    _insert_mentions(connection, archive)
    tenures = (tenure for of_one in archive.tenures.by_directorate.values() for tenure in of_one)
    _insert(connection, "tenures", map(_tenure, tenures))
    passages = ((release.slug, *passage) for release in archive.releases.values() for passage in release.passages)
    _insert(connection, "passages", passages)
    _insert(connection, "search", (_searched(archive, page) for page in archive.releases))


def _release(pair: tuple[str, Release]) -> tuple[object, ...]:
    page, release = pair
    session = ", ".join(release.session.keys) if release.session else None
    rule = release.session.rule if release.session else None
    about = (release.place, release.description, release.source_url, release.sha256)
    names = release.title, release.alternative_title
    return release.slug, page, release.date, release.year, *names, session, rule, *about


def _tenure(tenure: Tenure) -> tuple[object, ...]:
    dates = (tenure.start, tenure.end or tenure.over_by, *(tenure.seen[:1] or [None]), *(tenure.seen[-1:] or [None]))
    return tenure.directorate, tenure.person, *dates, tenure.recorded


def _searched(archive: Archive, page: str) -> tuple[str, str, str, str]:
    release = archive.releases[page]
    text = "\n".join(text for _line, text in release.passages)
    language = archive.profile.lexicon.language
    title, names = stems(release.title, language), stems(_known_names(archive, page), language)
    return release.slug, title, names, stems(text, language)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Put all rows into a table."""
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], rows))  # noqa: S608  (tables of the schema)


def _insert_mentions(connection: sqlite3.Connection, archive: Archive) -> None:
    releases = archive.releases
    projects = (
        (releases[page].slug, id_, one.label, one.form, one.directorate, one.line, one.quotation, one.rule)
        for page, ids in archive.identity.project_ids.items()
        for one, id_ in zip(releases[page].projects, ids, strict=True)
    )
    _insert(connection, "project_mentions", projects)
    people = (
        (releases[page].slug, id_, one.name, one.role, one.directorate, one.line, one.rule)
        for page, ids in archive.identity.person_ids.items()
        for one, id_ in zip(releases[page].people, ids, strict=True)
    )
    _insert(connection, "person_mentions", people)
    directorates = (
        (release.slug, one.directorate, int(one.reports), one.rule)
        for release in releases.values()
        for one in release.directorates
    )
    _insert(connection, "directorate_mentions", directorates)


def _entry(entry: Entry) -> tuple[object, ...]:
    record = entry.record
    return entry.id, entry.name, record.category if record else None, int(record is not None), entry.page


def _parent(archive: Archive, entry: Entry) -> str | None:
    parent = entry.record.parent if entry.record else None
    return parent if parent in archive.projects else None


def _names(entry: Entry) -> list[str]:
    names = [*(entry.record.names if entry.record else ()), *entry.labels]
    return list(dict.fromkeys([*names, *(short for name in names for short in acronyms(name))]))


def _known_names(archive: Archive, page: str) -> str:
    """Give all names of the records that a release mentions, so that an old name finds it."""
    release = archive.releases[page]
    entries = [archive.projects[id_] for id_ in archive.identity.project_ids[page]]
    entries += [archive.people[id_] for id_ in archive.identity.person_ids[page]]
    entries += [archive.directorates[one.directorate] for one in release.directorates]
    names = (name for entry in entries if entry.record for name in _names(entry))
    return "\n".join(dict.fromkeys([release.alternative_title, *names, *release.keywords]))
