"""An archivist's corrections of what was read of a release."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from council.archive.archive_reader import read_archive
from council.extract.corrections import read_corrections
from council.extract.release import read_release
from council.extract.vocabulary import Vocabulary
from council.model.corrected_fields import LISTS
from council.model.partial_dates import PartialDate
from council.model.releases import Release, Session
from council.profile.loader import load_profile
from hypothesis import given, settings
from hypothesis import strategies as st
from incoming import import_tree
from sites import PROJECT

TEXT = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de la Segunda Sesión del Consejo Directivo.\n\n"
    "###Dirección de Obras:\n\nLa Lic. Ana Ruiz Soto, Directora de Obras, expuso sus proyectos:\n\n"
    "- **Plan de Agua**, con avances:\n    - **Monitor de Pozos.** Al día.\n\n"
    "Hubo además una tarde de lectura. La apoyó la Dirección General de Parques.\n"
)
VOCABULARY = Vocabulary(load_profile(PROJECT), {"obras": ("Obras",), "agua": ("Agua y Saneamiento",)})
_KEYS = ["session", "dateline", *LISTS, "add", "remove", "correct", "name", "line", "form", "role", "reports", "directorate",
         "year", "numbers", "other"]  # fmt: skip


def read(corrections: str) -> tuple[Release, list[tuple[int, str]]]:
    """Give the release as corrected, and what is told of the corrections."""
    release, notes = read_release(TEXT, "2020-01-10-x", VOCABULARY, corrections=read_corrections(corrections))
    assert {(note.subtype, note.ending) for note in notes} <= {("correction", ".corrections.yml")}
    return release, [(note.line, note.message) for note in notes]


def test_what_is_corrected_is_read_so() -> None:
    release, _notes = read("")
    assert [(mention.label, mention.parent) for mention in release.projects] == [
        ("Plan de Agua", None),
        ("Monitor de Pozos", "Plan de Agua"),
    ]
    assert [(mention.name, mention.role) for mention in release.people] == [("Ana Ruiz Soto", "Directora de Obras")]
    assert [(mention.directorate, mention.reports) for mention in release.directorates] == [("obras", True)]
    assert [mention.name for mention in release.external] == ["Dirección General de Parques"]


def test_a_mention_is_added_where_its_name_stands() -> None:
    release, notes = read("projects: [{add: tarde de lectura, directorate: obras}]\n")
    added = release.projects[-1]
    assert notes == []
    assert (added.label, added.form, added.line, added.directorate) == ("tarde de lectura", "prose", 12, "obras")
    assert (added.quotation, added.rule) == ("Hubo además una tarde de lectura.", "correction")


def test_a_mention_is_added_on_the_line_that_is_given() -> None:
    release, notes = read("people:\n- {add: Luz Paz, role: lectora, line: 12}\ndirectorates: [{add: agua, line: 7}]\n")
    assert notes == []
    assert (release.people[-1].name, release.people[-1].role, release.people[-1].line) == ("Luz Paz", "lectora", 12)
    assert release.directorates[-1].directorate == "agua"


def test_a_name_and_what_is_nested_in_it() -> None:
    release, notes = read("projects:\n- {correct: plan de agua, name: Plan Hídrico}\n")
    assert notes == []
    assert [mention.parent for mention in release.projects] == [None, "Plan Hídrico"]
    release, _notes = read("projects: {remove: Plan de Agua}\n")
    assert [(mention.label, mention.parent) for mention in release.projects] == [("Monitor de Pozos", None)]


def test_fields() -> None:
    release, notes = read(
        'people:\n- {correct: Ana Ruiz Soto, role: "", directorate: agua}\n'
        "directorates: [{correct: obras, reports: false}]\nexternal: [{correct: Dirección General de Parques, name: Parques}]\n"
    )
    assert notes == []
    assert (release.people[0].role, release.people[0].directorate) == (None, "agua")
    assert not release.directorates[0].reports
    assert release.external[0].name == "Parques"


def test_session_and_dateline() -> None:
    release, notes = read("session: {year: 2019, numbers: [11, 12]}\ndateline: 2019-12-31\n")
    assert (release.session, release.dateline, release.date, notes) == (
        Session(2019, (11, 12)),
        PartialDate("2019-12-31"),
        PartialDate("2019-12-31"),
        [],
    )
    assert read("dateline: 2019-12\n")[0].date == "2019-12"
    assert read("session: {}\n")[0].session is None
    assert read("dateline: 2019-12-31\n")[0].session == Session(2019, (2,))


def test_a_corrected_session_says_so() -> None:
    session = read("session: {year: 2019, numbers: [11]}\n")[0].session
    assert session is not None
    assert session.rule == "correction"


@pytest.mark.parametrize(
    ("corrections", "line", "told"),
    [
        ("projects:\n- remove: Plan de Nada\n", 2, "no mention 'Plan de Nada'"),
        ("\nsession: {year: 2020, numbers: [2]}\n", 2, "session: the release is read so"),
        ("people:\n- {correct: Ana Ruiz Soto, role: Directora de Obras}\n", 2, "people: the release is read so"),
        ("projects: [{add: Plan de Agua}]\n", 1, "has a mention 'Plan de Agua' already"),
        (
            "projects: [{correct: Plan de Agua, name: Monitor de Pozos}]\n",
            1,
            "has a mention 'Monitor de Pozos' already",
        ),
        ("projects: [{add: Feria}]\n", 1, "does not say 'Feria'; give the 'line'"),
        ("projects: [{add: Feria, line: 99}]\n", 1, "no text stands on line 99"),
        ("external: [{add: Feria, line: 2}]\n", 1, "no text stands on line 2"),
        ("projects: [{add: ¿?}]\n", 1, "does not say '¿?'"),
        (
            "directorates: [{add: parques}]\n",
            1,
            "'parques' is no id of the institution's own directorates: obras, agua",
        ),
        ("projects: [{correct: Plan de Agua, directorate: x}]\n", 1, "'x' is no id"),
    ],
)
def test_a_correction_that_changes_nothing_is_told(corrections: str, line: int, told: str) -> None:
    release, notes = read(corrections)
    assert release == read("")[0]
    assert [place for place, _message in notes] == [line]
    assert told in notes[0][1]


@pytest.mark.parametrize(
    ("corrections", "line", "told"),
    [
        ("people: [\n", 2, "broken corrections: "),
        ("- people\n", 1, "no mapping"),
        ("persons: []\n", 1, "unknown field 'persons'; known are session, dateline, directorates, external, projects"),
        ("people:\n- Ana\n", 2, "people: 'Ana' is no correction"),
        (
            "people:\n- add: Ana\n  rol: x\n",
            3,
            "people: rol: unknown field 'rol'; known are name, role, directorate, add",
        ),
        ("projects:\n- add: Feria\n  line: x\n", 3, "projects: line: 'x' is no number of a line"),
        ("projects:\n- {add: Feria, form: list}\n", 2, "projects: form: 'list' is no form"),
        (
            "projects:\n- {add: Feria, remove: Feria}\n",
            2,
            "projects: write exactly one of 'add', 'remove' and 'correct'",
        ),
        ("projects:\n- {remove: Feria, form: item}\n", 2, "projects: nothing else stands beside 'remove'"),
        ("projects:\n- correct: Feria\n", 2, "projects: write beside 'correct' what"),
        ("projects:\n- {add: Feria, name: Otra}\n", 2, "projects: the name of a new mention stands behind 'add'"),
        (
            "directorates:\n- {correct: obras, reports: quizá}\n",
            2,
            "directorates: reports: 'quizá' is no true or false",
        ),
        ("dateline: ayer\n", 1, "dateline: 'ayer' is no date"),
        ("session: {year: x}\n", 1, "is no session; write {year: 2020"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_holds(corrections: str, line: int, told: str) -> None:
    (note, *others) = read_corrections(corrections).notes
    assert (note.line, others) == (line, [])
    assert told in note.message
    if corrections.startswith("people:\n"):
        assert len(read_corrections(f"{corrections}\n- remove: Luz\n").mentions) == 1


def test_files_beside_the_releases(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    origin, sessions = tmp_path / "origin", tmp_path / "sessions"
    origin.mkdir()
    (origin / "2020-01-10-x.md").write_text(TEXT, "utf-8")
    (origin / "2020-01-10-x.corrections.yml").write_text("session: {}\n", "utf-8")
    import_tree(origin, tmp_path)
    assert [file.name for file in sessions.iterdir()] == ["2020-01-10-x.md"]
    page = "sessions/2020-01-10-x"
    (sessions / "2020-01-10-x.corrections.yml").write_bytes(b"session: {} # \xed\n")
    (sessions / "2020-01-11-y.corrections.yml").write_text("session: {}\n", "utf-8")
    reading = read_archive(tmp_path)
    assert reading.archive.releases[page].session is None
    assert [note.message.partition(" in ")[0] for note in reading.notes[page]] == ["bytes that are not UTF-8"]
    assert "2020-01-11-y.md" in reading.notes["sessions/2020-01-11-y"][0].message
    assert read_archive(tmp_path, corrected=False).archive.releases[page].session == Session(2020, (2,))


def test_an_item_within_one_of_its_name() -> None:
    text = TEXT.replace("Monitor de Pozos", "Plan de Agua")
    corrections = read_corrections("projects: [{correct: Plan de Agua, name: Otro}]\n")
    release, notes = read_release(text, "2020-01-10-x", VOCABULARY, corrections=corrections)
    assert notes == []
    assert [(mention.label, mention.parent) for mention in release.projects] == [("Otro", None), ("Otro", "Otro")]


_VALUES = st.recursive(
    st.sampled_from(["", "x", "Plan de Agua", "obras", "8", "2020-01-10", "true", "item", "¿?"]) | st.none(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=4))
def test_any_corrections_are_read(data: dict[str, object]) -> None:
    """Whatever a file says, the release is read, and what is told has a line of the file."""
    text = yaml.safe_dump(data, allow_unicode=True)
    _release, notes = read(text)
    assert all(1 <= line <= text.count("\n") for line, _message in notes)
