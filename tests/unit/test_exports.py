"""The data files: JSON by its schema, SQLite with its tables and its search."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import jsonschema
import pytest
from council.archive.archive import Archive
from council.archive.archive_reader import read_archive
from council.exports.archive_json import archive_json, archive_schema
from council.exports.archive_sqlite import write_sqlite
from council.exports.text_search import search
from council.model.releases import DirectorateMention, ExternalMention, PersonMention, ProjectMention, Release
from council.profile.loader import load_profile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import PROJECT

SCHEMA = json.loads(archive_schema())


@pytest.fixture(scope="module")
def shipped() -> Archive:
    return read_archive(PROJECT).archive


@pytest.fixture(scope="module")
def database(shipped: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("data") / "archive.sqlite"
    write_sqlite(shipped, file)
    return file


def test_json_follows_its_schema(shipped: Archive) -> None:
    data = json.loads(archive_json(shipped))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)
    release = next(one for one in data["releases"] if one["slug"] == "2020-11-30-octava-sesion-consejo")
    told = {"year": 2020, "numbers": [8], "extraordinary": False, "rule": "number-before"}
    assert release["session"] == told
    assert [one["id"] for one in release["directorates"] if one["reports"]] == [
        "investigacion-estrategica", "planeacion-urbana-sustentable", "competitividad-sectorial", "proyectos-estrategicos",
    ]  # fmt: skip
    assert len([one for one in release["projects"] if one["form"] == "item"]) == 26
    assert len(release["images"]) == 3


@pytest.mark.parametrize(
    ("field", "value"),
    [("slug", None), ("sha256", "no"), ("date", 3), ("colour", "red"), ("directorates", [{"id": "A B"}])],
)
def test_the_schema_refuses_what_is_none(shipped: Archive, field: str, value: object) -> None:
    data = json.loads(archive_json(shipped))
    data["releases"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_every_row_stands_on_a_line_of_its_own(shipped: Archive) -> None:
    data = json.loads(archive_json(shipped))
    lines = [json.dumps(row, ensure_ascii=False) for rows in data.values() for row in rows]
    assert [line.removesuffix(",") for line in archive_json(shipped).split("\n") if line.startswith('{"')] == lines


def test_lines_are_those_of_the_file(shipped: Archive) -> None:
    for page, release in shipped.releases.items():
        lines = (PROJECT / f"{page}.md").read_text(encoding="utf-8").split("\n")
        for mention in release.projects:
            first_word = mention.label.split()[0].strip("“”")
            assert first_word in " ".join(lines[mention.line - 1 : mention.line + 1]), (page, mention)


def test_each_mention_tells_its_rule(tmp_path: Path) -> None:
    people, directorates = PersonMention("Ana", None, 1, rule="a"), DirectorateMention("obras", False, 1, rule="b")
    project = ProjectMention("Plan", "item", 1, rule="c")
    external = ExternalMention("Parques", 1, rule="d")
    release = Release("x", "X", None, people=(people,), directorates=(directorates,), projects=(project,),
                      external=(external,), sha256="0" * 64)  # fmt: skip
    archive = Archive({"sessions/x": release}, load_profile(PROJECT))
    row = json.loads(archive_json(archive))["releases"][0]
    assert [row[name][0]["rule"] for name in ("people", "directorates", "projects")] == ["a", "b", "c"]
    assert row["external"] == ["Parques"]
    write_sqlite(archive, tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    tables = ("person_mentions", "directorate_mentions", "project_mentions")
    assert [connection.execute(f"SELECT rule FROM {table}").fetchone()[0] for table in tables] == ["a", "b", "c"]
    connection.close()


def test_releases_of_one_file_name_are_told_apart(tmp_path: Path) -> None:
    """What a release says is credited to it alone, though another folder has a file of its name."""
    texts = {"": "Plan de Agua", "otra": "Plan de Fuego"}
    for folder, project in texts.items():
        (tmp_path / "sessions" / folder).mkdir(parents=True, exist_ok=True)
        text = f"##Informe.\n\nSe expusieron los proyectos:\n\n- {project}.\n\n- Proyecto de Mercados.\n"
        (tmp_path / "sessions" / folder / "2020-01-10-a.md").write_text(text, encoding="utf-8")
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    reading = read_archive(tmp_path)
    slugs = ["2020-01-10-a", "sessions/otra/2020-01-10-a"]
    notes = reading.notes["sessions/otra/2020-01-10-a"]
    assert [(note.subtype, note.message) for note in notes] == [
        ("duplicate_slug", "sessions/2020-01-10-a.md has the file name '2020-01-10-a' too; rename one of them")
    ]
    data = json.loads(archive_json(reading.archive))
    assert [release["slug"] for release in data["releases"]] == slugs
    assert {row["id"]: row["releases"] for row in data["projects"]} == {
        "plan-de-agua": slugs[:1], "plan-de-fuego": slugs[1:], "proyecto-de-mercados": slugs,
    }  # fmt: skip
    write_sqlite(reading.archive, tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    rows = connection.execute("SELECT slug, project FROM project_mentions WHERE project LIKE 'plan%' ORDER BY slug")
    assert rows.fetchall() == [(slugs[0], "plan-de-agua"), (slugs[1], "plan-de-fuego")]
    connection.close()
    assert [hit.slug for hit in search(tmp_path / "a.sqlite", "fuego")] == slugs[1:]


def test_the_same_archive_gives_the_same_bytes(shipped: Archive, database: Path, tmp_path: Path) -> None:
    write_sqlite(shipped, tmp_path / "other.sqlite")
    assert (tmp_path / "other.sqlite").read_bytes() == database.read_bytes()
    assert archive_json(shipped) == archive_json(read_archive(PROJECT).archive)


def test_tables(database: Path, shipped: Archive) -> None:
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("releases", "projects", "directorates", "people", "passages", "search")
    }
    assert counts["releases"] == counts["search"] == len(shipped.chronology.pages)
    assert counts["projects"] == len(shipped.projects)
    rows = connection.execute(
        "SELECT slug FROM project_mentions JOIN projects ON project = projects.id WHERE projects.name LIKE 'Atlas%' ORDER BY slug"
    ).fetchall()
    assert ("2020-11-03-septima-sesion-consejo",) in rows
    connection.close()


def test_tenures_in_tables(database: Path) -> None:
    rows = sqlite3.connect(database).execute("SELECT * FROM tenures WHERE directorate = 'proyectos-estrategicos'")
    assert rows.fetchall() == [
        ("proyectos-estrategicos", "alicia-valdez-ibarra", "2019-03-15", "2019-12-31", "2019-08-30", "2019-08-30", 1),
        ("proyectos-estrategicos", "frida-garcia", "2020-01-01", None, "2020-11-30", "2020-11-30", 1),
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("poligonos", "2021-02-26-primera-sesion-consejo"),
        ("POLÍGONO", "2021-02-26-primera-sesion-consejo"),
        ("diseno mi espacio", "2020-06-30-3ra-sesion-consejo"),
        ('"arte urbano y graffiti"', "2021-09-29-octava-sesion-consejo"),
        ("OVIE", "2019-10-31-decima-sesion-consejo"),
        ("seminario lagunero", "2019-10-31-decima-sesion-consejo"),
    ],
)
def test_search(database: Path, query: str, first: str) -> None:
    hits = search(database, query)
    assert first in [hit.slug for hit in hits[:2]]
    assert hits[0].passage


def test_a_phrase_must_stand_so(database: Path) -> None:
    assert search(database, '"graffiti arte"') == []


def test_year(database: Path) -> None:
    hits = search(database, "atlas de riesgos", year=2020)
    assert hits
    assert {hit.date[:4] for hit in hits} == {"2020"}


_WORDS = st.sampled_from(
    ["plan", "OVIE", "“arte urbano”", "NEAR(", "AND", "NOT", '"', "*", "-x", "title:", "^", "ñ", "\0"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.one_of(st.text(max_size=40), st.lists(_WORDS, max_size=6).map(" ".join)))
def test_any_query_is_answered(database: Path, query: str) -> None:
    assert all(hit.slug and hit.passage for hit in search(database, query))


def test_a_database_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        search(tmp_path / "no.sqlite", "plan")


@pytest.mark.parametrize("query", ['"', "a AND", "NEAR(", "col:x", "*", "';DROP", "  ", "«»", "-x"])
def test_signs_of_the_query_language_are_no_commands(database: Path, query: str) -> None:
    found = {hit.slug for hit in search(database, f"{query} poligonos")}
    assert "2021-02-26-primera-sesion-consejo" in found
