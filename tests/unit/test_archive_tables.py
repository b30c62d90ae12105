"""The tables of an archive, read back from CSV, Parquet and SQLite by programs that are not ours."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from council.archive.archive import Archive
from council.archive.archive_reader import read_archive
from council.exports.archive_sqlite import write_sqlite
from council.exports.archive_tables import TABLES
from council.exports.csv_tables import csv_of, guarded, unguarded
from council.exports.datasette_metadata import datasette_metadata
from council.exports.parquet_tables import parquet_of
from council.exports.site import Site
from council.exports.sqlite_views import VIEWS
from council.exports.table_columns import Column, Table
from council.model.figures import FigureMention
from council.model.partial_dates import PartialDate
from council.model.releases import PersonMention, Picture, ProjectMention, Release, Session
from council.profile.institution import Publication
from council.profile.loader import load_profile
from council_sphinx.core.interface_strings import CATALOGUE, LOCALE_FOLDER
from datasette.app import Datasette
from extension_kit.catalogues import load_catalogue
from hypothesis import given
from hypothesis import strategies as st
from sites import PROJECT

FORMULAS = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "＝1+1", "－1", "-",
]  # fmt: skip
"""Texts that spreadsheets run, or that look guarded already."""
HARMLESS = [
    "",
    "'",
    "'a",
    "a=1",
    "5",
    " =1",
    '"',
    ";",
    'a "b", c;d',
    "a\r\nb",
    "a\rb",
    "]]>",
    "<b>&amp;</b>",
    "true",
    "NULL",
]
TEXTS = [*FORMULAS, *HARMLESS]


@pytest.fixture(scope="module")
def shipped() -> Archive:
    return read_archive(PROJECT).archive


@pytest.fixture(scope="module")
def hostile() -> Archive:
    """An archive whose texts are each of *TEXTS*, with dates of every precision and none."""
    dates = [None, PartialDate("2014-01-28"), PartialDate("2014-01"), PartialDate("2014")]
    releases = {}
    for number, text in enumerate(TEXTS):
        releases[f"sessions/r{number}"] = Release(
            f"r{number}", text, dates[number % len(dates)], alternative_title=text, place=text,
            session=Session(2014, (number + 1,), rule=text), authors=(text, "Ana"), keywords=(text,), description=text,
            projects=(ProjectMention(f"Plan {number} {text}", "item", number + 1, quotation=text, parent=text),),
            people=(PersonMention(f"Ana {number}", text, number + 1, quotation=text),),
            figures=(FigureMention(Decimal(f"{number}.50"), "count", text, text, text, number + 1, text, text),),
            pictures=(Picture(text, text, centered=True, line=number + 1),), sha256="0" * 64,
        )  # fmt: skip
    return Archive(releases, load_profile(PROJECT))


@pytest.fixture(params=["shipped", "hostile"])
def archive(request: pytest.FixtureRequest) -> Archive:
    known: Archive = request.getfixturevalue(request.param)
    return known


def in_duckdb(query: str) -> duckdb.DuckDBPyRelation:
    relation = duckdb.sql(query)
    assert relation is not None
    return relation


def cells_of(table: Table, archive: Archive) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_of(table, archive).removeprefix("\ufeff"), newline=""), strict=True))


def read_back(column: Column, cell: str) -> object:
    """Give what a cell of a CSV file was written for."""
    if column.type == "list":
        return tuple(json.loads(cell))
    if cell == "":
        return None
    readers: dict[str, Any] = {"integer": int, "number": Decimal, "boolean": {"true": True, "false": False}.__getitem__}
    return readers.get(column.type, unguarded)(cell)


def as_written(column: Column, value: object) -> object:
    return str(value) if column.type == "day" and value is not None else value


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_gives_back_every_cell(table: Table, archive: Archive) -> None:
    head, *rows = cells_of(table, archive)
    assert head == [column.name for column in table.columns]
    records = list(table.records(archive))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for column, cell, value in zip(table.columns, row, record, strict=True):
            assert read_back(column, cell) == as_written(column, value), column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_parquet_gives_back_every_cell_with_its_type(table: Table, archive: Archive, tmp_path: Path) -> None:
    file = tmp_path / "table.parquet"
    file.write_bytes(parquet_of(table, archive))
    types = {
        "text": "VARCHAR", "list": "VARCHAR[]", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN", "day": "DATE",
    }  # fmt: skip
    read = in_duckdb(f"SELECT * FROM '{file}'")
    assert dict(zip(read.columns, map(str, read.types), strict=True)) == {
        column.name: types[column.type] for column in table.columns
    }
    told = [tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row) for row in read.fetchall()]
    assert told == [
        tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row) for row in table.records(archive)
    ]


def test_csv_is_read_by_duckdb(shipped: Archive, tmp_path: Path) -> None:
    for table in TABLES:
        file = tmp_path / f"{table.name}.csv"
        file.write_text(csv_of(table, shipped), encoding="utf-8", newline="")
        read = in_duckdb(f"SELECT * FROM '{file}'")
        assert read.columns == [column.name for column in table.columns]
        assert len(read.fetchall()) == len(list(table.records(shipped)))
    (years,) = in_duckdb(f"SELECT list(DISTINCT year ORDER BY year) FROM '{tmp_path / 'releases.csv'}'").fetchall()
    assert years[0] == [2018, 2019, 2020, 2021, 2022]


def test_csv_has_a_mark_and_lines_as_rfc_4180_wants(archive: Archive) -> None:
    for table in TABLES:
        text = csv_of(table, archive)
        assert text.encode("utf-8").startswith(b"\xef\xbb\xbf")
        assert text.endswith("\r\n")


def test_no_cell_is_run_by_a_spreadsheet(hostile: Archive) -> None:
    signs = tuple("=+-@\t\r\n＝＋－＠")
    cells = [cell for table in TABLES for row in cells_of(table, hostile) for cell in row]
    assert [cell for cell in cells if cell.startswith(signs)] == []
    assert sum(cell.startswith(("'=", "'+", "'-", "'@")) for cell in cells) > len(FORMULAS)


@pytest.mark.parametrize("text", HARMLESS)
def test_a_text_that_is_no_formula_stays(text: str) -> None:
    assert guarded(text) == text


@given(st.one_of(st.sampled_from(TEXTS), st.text(st.sampled_from("'=+-@\t\r\nab")), st.text()))
def test_every_guard_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_the_same_archive_gives_the_same_bytes(shipped: Archive) -> None:
    again = read_archive(PROJECT).archive
    for table in TABLES:
        assert csv_of(table, shipped) == csv_of(table, again)
        assert parquet_of(table, shipped) == parquet_of(table, again)


def test_names_hold_every_alias_and_tell_candidates(shipped: Archive) -> None:
    names = next(table for table in TABLES if table.name == "names")
    rows = [dict(zip((column.name for column in names.columns), row, strict=True)) for row in names.records(shipped)]
    told = {(row["type"], row["id"], row["name"]) for row in rows}
    for kind, records in shipped.records.items():
        for record in records.values():
            assert {(kind, record.id, name) for name in record.names} <= told
    assert {row["id"] for row in rows if row["type"] == "project" and not row["record"]} == {
        entry.id for entry in shipped.entries.candidates
    }
    preferred = [(row["type"], row["id"]) for row in rows if row["preferred"]]
    assert len(preferred) == len(set(preferred)) == len({(row["type"], row["id"]) for row in rows})


def fingerprint(text: str) -> str:
    """Give the key that OpenRefine makes of a name: its words without case, marks and accents, sorted."""
    plain = unicodedata.normalize("NFD", text.lower())
    words = "".join(sign for sign in plain if sign.isalnum() or sign.isspace()).split()
    return " ".join(sorted(set(words)))


def test_a_list_of_ones_own_is_matched_by_the_keys_of_openrefine(shipped: Archive) -> None:
    _head, *rows = cells_of(next(table for table in TABLES if table.name == "names"), shipped)
    ids: dict[str, set[str]] = {}
    for _type, id_, name, *_rest in rows:
        ids.setdefault(fingerprint(name), set()).add(id_)
    assert ids[fingerprint("PLAN DIRECTOR de desarrollo urbano de torreon.")] == {"plan-director-de-desarrollo-urbano"}
    assert ids[fingerprint("Frida  GARCÍA")] == {"frida-garcia"}


@pytest.fixture(scope="module")
def database(shipped: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("data") / "archive.sqlite"
    write_sqlite(shipped, file)
    return file


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_sqlite_gives_back_every_cell(table: Table, archive: Archive, tmp_path: Path) -> None:
    write_sqlite(archive, tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    rows = connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    for row, record in zip(rows, table.records(archive), strict=True):
        for column, cell, value in zip(table.columns, row, record, strict=True):
            told = tuple(json.loads(cell)) if column.type == "list" else cell
            assert told == as_written(column, value), column.name


def test_views_answer(shipped: Archive, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.row_factory = sqlite3.Row
    rows = {view.name: connection.execute(f"SELECT * FROM {view.name}").fetchall() for view in VIEWS}
    connection.close()
    assert ("2020-11-30-octava-sesion-consejo", 8) in {
        (row["slug"], row["number"]) for row in rows["releases_by_session"]
    }
    by_year = {(row["project"], row["year"]): row["releases"] for row in rows["projects_by_year"]}
    assert by_year == {
        (project.id, year): len({one.page for one in project.mentions if one.date and one.date.year == year})
        for project in shipped.projects.values()
        for year in project.years
    }
    assert {(row["person"], row["role"]) for row in rows["roles_through_time"]} == {
        (person.id, mention.role) for person in shipped.people.values() for mention in person.mentions if mention.role
    }
    assert len(rows["leaders_through_time"]) == sum(map(len, shipped.tenures.by_directorate.values()))


@pytest.fixture(scope="module")
def datasette(database: Path) -> Datasette:
    publication = Publication(licence="CC BY 4.0", licence_url="https://creativecommons.org/licenses/by/4.0/")
    spanish = load_catalogue(LOCALE_FOLDER, "es", CATALOGUE).gettext
    site = Site(title="Archivo", publisher="IMPLAN", language="es", publication=publication, translated=spanish)
    metadata = json.loads(datasette_metadata(site, {"releases": "releases_search"}))
    return Datasette([str(database)], metadata=metadata)


def get(datasette: Datasette, path: str) -> Any:
    response = asyncio.run(datasette.client.get(path))
    assert response.status_code == 200, response.text
    return response


def test_datasette_shows_every_table_and_view(datasette: Datasette) -> None:
    database = get(datasette, "/archive.json").json()
    shown = {table["name"] for table in database["tables"] if not table["hidden"]}
    assert shown == {*(table.name for table in TABLES), "passages", "words"}
    assert {view["name"] for view in database["views"]} == {view.name for view in VIEWS}
    for name in (*shown, *(view.name for view in VIEWS)):
        assert get(datasette, f"/archive/{name}").text
    page = get(datasette, "/archive/releases").text
    assert "Los comunicados." in page
    assert "su fecha, tan precisa como se conoce" in page
    assert "CC BY 4.0" in page


@pytest.mark.parametrize("query", ["poligonos", "POLÍGONOS", "infraestructura-verde", "poligonos OR"])
def test_datasette_searches_without_accents(datasette: Datasette, query: str) -> None:
    response = asyncio.run(datasette.client.get("/archive/releases.json", params={"_search": query, "_shape": "array"}))
    assert response.status_code == 200
    if query.lower() in {"poligonos", "polígonos"}:
        assert "2021-02-26-primera-sesion-consejo" in [row["slug"] for row in response.json()]


def test_datasette_counts_by_facets(datasette: Datasette) -> None:
    facets = get(datasette, "/archive/releases.json").json()["facet_results"]
    assert {"year", "authors", "keywords"} <= facets.keys()
    assert sum(value["count"] for value in facets["year"]["results"]) == 14
