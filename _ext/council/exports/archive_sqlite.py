"""``data/archive.sqlite``: the tables of the archive, views of them, and full-text search (SQLite's FTS5).

The tables are those of :data:`council.exports.archive_tables.TABLES`, where foreign keys tie the mentions to releases
and entries, so that Datasette links them; a list is a JSON array.  There is also

=================== ==================================================================================================
views               those of :data:`council.exports.sqlite_views.VIEWS`
``passages``        the blocks of each release: ``slug``, ``line``, ``text``
``settings``        ``name``, ``value``: the *language* of the releases, whose stems *search* holds
``search``          FTS5, for ``make search``: keys of the words of each release (``extension_kit.word_keys``), a name or block a line
``words``           every telling word of the releases, and how many have it
``releases_search`` FTS5, for Datasette: the same as it is written, found without accents
=================== ==================================================================================================
"""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from extension_kit.near_spellings import vocabulary
from extension_kit.whole_files import partial_of

from council.archive.archive import Archive
from council.exports.archive_tables import TABLES
from council.exports.datasette_metadata import datasette_metadata
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.searched_release import searched_release, word_keys
from council.exports.site import Site
from council.exports.sqlite_views import VIEWS
from council.exports.table_columns import Column, ColumnType, Table

FILES = (
    ExportedFile("data/archive.sqlite", "All tables in one database, with views and full-text search."),
    ExportedFile("data/metadata.json", "What Datasette tells of the database: its tables, columns and licence."),
)
_SQL_TYPES: dict[ColumnType, str] = {
    "text": "TEXT",
    "list": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "day": "TEXT",
}
_MORE_TABLES = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE passages (slug TEXT REFERENCES releases(slug), line INTEGER, text TEXT);
CREATE TABLE words (word TEXT PRIMARY KEY, releases INTEGER);
CREATE VIRTUAL TABLE search USING fts5(slug UNINDEXED, title, names, aliases, text, tokenize='ascii');
CREATE VIRTUAL TABLE releases_search USING fts5(title, names, text, content='',
  tokenize="unicode61 remove_diacritics 2");
CREATE INDEX passages_slug ON passages(slug);
CREATE INDEX project_mentions_project ON project_mentions(project);
CREATE INDEX person_mentions_person ON person_mentions(person);
"""


def write_database(archive: Archive, site: Site, output: Output) -> None:
    """Write the database, and what Datasette is to tell of it."""
    write_sqlite(archive, output.place("data/archive.sqlite"))
    output.write("data/metadata.json", datasette_metadata(site, {"releases": "releases_search"}))


def write_sqlite(archive: Archive, file: Path) -> None:
    """Write the database, whole or not at all; raises ``OSError`` where it cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = partial_of(file)
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _schema())
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


def _schema() -> str:
    tables = (f"CREATE TABLE {table.name} ({', '.join(map(_declared, table.columns))}" for table in TABLES)
    keys = (f", PRIMARY KEY ({table.key}));" if table.key else ");" for table in TABLES)
    views = (f"CREATE VIEW {view.name} AS {' '.join(view.query.split())};" for view in VIEWS)
    return "\n".join([*map("".join, zip(tables, keys, strict=True)), _MORE_TABLES, *views])


def _declared(column: Column) -> str:
    keys = {table.name: table.key for table in TABLES}
    reference = f" REFERENCES {column.references}({keys[column.references]})" if column.references else ""
    return f"{column.name} {_SQL_TYPES[column.type]}{reference}"


def _fill(connection: sqlite3.Connection, archive: Archive) -> None:
    _insert(connection, "settings", [("language", archive.profile.lexicon.language)])
    for table in TABLES:
        _insert(connection, table.name, _rows(table, archive))
    passages = ((release.slug, *passage) for release in archive.releases.values() for passage in release.passages)
    _insert(connection, "passages", passages)
    _insert(connection, "search", (_searched(archive, page) for page in archive.releases))
    texts = ([title, *names.split("\n"), text] for _number, title, names, text in _as_written(archive))
    _insert(connection, "words", vocabulary(texts, word_keys(archive.profile.lexicon)).items())
    _insert(connection, "releases_search(rowid, title, names, text)", _as_written(archive))


def _rows(table: Table, archive: Archive) -> Iterator[tuple[object, ...]]:
    written = [_WRITTEN.get(column.type) for column in table.columns]
    for record in table.records(archive):
        cells = zip(written, record, strict=True)
        yield tuple([cell if cell is None or write is None else write(cell) for write, cell in cells])


_WRITTEN: dict[ColumnType, Callable[[object], object]] = {
    "list": lambda cell: json.dumps(cell, ensure_ascii=False),
    "number": lambda cell: float(str(cell)),
    "day": str,
}


def _searched(archive: Archive, page: str) -> tuple[str, ...]:
    """Give the keys of what a release is found by: of its title, its names, those that it mentions, its text."""
    searched, keys = searched_release(archive, page), word_keys(archive.profile.lexicon)
    fields = ([searched.title], (*searched.names, *searched.asked_as), searched.aliases, searched.text.split("\n"))
    return archive.releases[page].slug, *("\n".join(" ".join(keys.keys(line)) for line in field) for field in fields)


def _as_written(archive: Archive) -> Iterator[tuple[int, str, str, str]]:
    """Give what Datasette finds a release by, with the number of its row in the table of releases."""
    for number, page in enumerate(archive.releases, 1):
        searched = searched_release(archive, page)
        yield number, searched.title, "\n".join([*searched.names, *searched.aliases]), searched.text


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Put all rows into a table."""
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        marks = ", ".join("?" * len(first))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], rows))  # noqa: S608  (tables of the schema)
