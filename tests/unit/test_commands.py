"""The archivist's commands: what they tell, in which language, and their exit status."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from council.__main__ import main
from council.archive.archive_reader import read_archive
from council.exports.archive_sqlite import write_sqlite
from sites import PROJECT

RELEASE = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de la sesión.\n\n###Dirección de Obras:\n\n"
    "Expuso sus proyectos:\n\n- Plan de Agua.\n\n- Monitor Diario.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("sessions", "projects", "directorates", "people"):
        (tmp_path / folder).mkdir()
    (tmp_path / "directorates" / "obras.md").write_text(
        "---\nname: Dirección de Obras\nkind: institute\n---\n", "utf-8"
    )
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    (tmp_path / "sessions" / "2020-01-10-a.md").write_text(RELEASE, "utf-8")
    return tmp_path


def run(project: Path, *arguments: str) -> int:
    return main(["--source", str(project), *arguments])


def test_a_sound_archive_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "review") == 0
    assert capsys.readouterr() == ("Nada por revisar.\n", "")


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("projects/agua.md", "---\nname: Plan de Agua\ncolor: [\n---\n", "projects/agua.md:3: front matter: broken"),
        ("projects/agua.md", "---\nname: Plan de Agua\nparent: nadie\n---\n", "projects/agua.md:3: parent: no record"),
        (
            "directorates/o.md",
            "---\nname: O\nled_by:\n- person: nadie\n---\n",
            "directorates/o.md:4: led_by: no record",
        ),
        (
            "sessions/2020-01-11-b.md",
            "---\ndate: ayer\n---\n##Dos del día\n\nTexto.\n",
            "b.md:2: date: 'ayer' is no date",
        ),
        ("sessions/2020-01-11-b.md", "##Dos del día\n\nUno <b>dos.\n", "b.md:3: "),
    ],
)
def test_review_tells_what_it_could_not_read(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, told: str
) -> None:
    (project / file).write_text(text, "utf-8")
    assert run(project, "review") == 1
    output = capsys.readouterr()
    assert told in output.err
    assert "Nada por" not in output.out


def test_a_mistyped_leader_is_told_and_ends_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("sessions", "projects", "directorates", "people"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    shutil.copy(PROJECT / "institution.toml", tmp_path)
    record = tmp_path / "directorates" / "proyectos-estrategicos.md"
    record.write_text(record.read_text("utf-8").replace("alicia-valdez-ibarra", "alicia-valdes-ibarra"), "utf-8")
    assert run(tmp_path, "review") == 1
    assert "directorates/proyectos-estrategicos.md:" in capsys.readouterr().err


def test_bytes_and_files_that_cannot_be_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "sessions" / "2020-01-12-c.md").write_bytes(b"##Tres\n\nT\xedtulo.\n")
    (project / "sessions" / "2020-01-13-d.md").mkdir()
    (project / "people" / "ana.md").symlink_to(project / "nowhere")
    (project / "people" / "luz.md").write_bytes(b"---\nname: Luz R\xedos\n---\n")
    assert run(project, "review") == 1
    told = capsys.readouterr().err
    for place in (
        "2020-01-12-c.md:3: bytes",
        "2020-01-13-d.md:1: file",
        "people/ana.md:1: file",
        "people/luz.md:2: text",
    ):
        assert place in told


def test_catalogue_files_nothing_while_a_record_is_broken(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = project / "projects" / "plan-de-agua.md"
    broken.write_text("---\nname: Plan de Agua\naliases: [\n---\n", "utf-8")
    assert run(project, "catalogue") == 1
    assert "projects/plan-de-agua.md:" in capsys.readouterr().err
    assert list((project / "projects").iterdir()) == [broken]
    broken.write_text("---\nname: Plan de Agua\n---\n", "utf-8")
    assert run(project, "catalogue") == 0
    assert "Fichas creadas: 1" in capsys.readouterr().out
    assert run(project, "catalogue") == 0
    assert "Todos los nombres tienen registro." in capsys.readouterr().out


def test_a_name_that_two_records_claim_is_not_filed_again(project: Path) -> None:
    for id_ in ("uno", "dos"):
        (project / "projects" / f"{id_}.md").write_text("---\nname: Plan de Agua\n---\n", "utf-8")
    assert run(project, "catalogue") == 0
    assert {file.name for file in (project / "projects").iterdir()} == {"uno.md", "dos.md", "monitor-diario.md"}


def test_review_lists_unreviewed_records_by_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = RELEASE.replace("10 de enero", "11 de enero").replace("- Plan de Agua.\n\n", "")
    (project / "sessions" / "2020-01-11-b.md").write_text(again, "utf-8")
    assert run(project, "catalogue") == 0
    capsys.readouterr()
    assert run(project, "review") == 1
    told = capsys.readouterr().out.splitlines()
    assert told[2:4] == [
        "  Monitor Diario (2)  [projects/monitor-diario]",
        "  Plan de Agua (1)  [projects/plan-de-agua]",
    ]
    assert run(project, "review", "--accept", "monitor-diario") == 0
    assert run(project, "review", "--accept", "projects/plan-de-agua") == 0
    assert run(project, "review", "--accept", "plan-de-agua") == 0
    assert capsys.readouterr().out.splitlines() == [
        "projects/monitor-diario: revisada",
        "projects/plan-de-agua: revisada",
        "projects/plan-de-agua: ya estaba revisada",
    ]
    assert run(project, "review") == 0


def test_an_id_that_no_record_or_several_have(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("projects", "people"):
        (project / folder / "vela.md").write_text("---\nname: Vela\nreviewed: false\n---\n", "utf-8")
    assert run(project, "review", "--accept", "nadie") == 2
    assert run(project, "review", "--accept", "vela") == 2
    told = capsys.readouterr().err
    assert "nadie: ninguna ficha" in told
    assert "projects/vela, people/vela" in told
    assert run(project, "review", "--accept", "people/vela") == 0
    assert run(project, "review", "--accept", "vela") == 0


def test_rules_are_measured_by_the_archivists_own_answers(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = project / "gold"
    assert run(project, "review", "--rules") == 2
    assert "no answers" in capsys.readouterr().err
    gold.mkdir()
    answers = {
        "title": "Informe de la sesión", "date": "2020-01-10", "dateline": "2020-01-10", "session": None,
        "directorates": [{"id": "obras", "reports": True}], "external": [], "people": [],
        "projects": [{"label": "plan de agua", "form": "item", "directorate": "obras", "line": 9},
                     {"label": "Museo", "form": "prose", "directorate": None, "line": 9},
                     {"label": "Casa", "form": "prose", "directorate": None, "line": 9}],
    }  # fmt: skip
    (gold / "2020-01-10-a.json").write_text(json.dumps(answers), "utf-8")
    corrections = "projects: [{correct: Plan de Agua, name: Otro}]\n"
    (project / "sessions" / "2020-01-10-a.corrections.yml").write_text(corrections, "utf-8")
    assert run(project, "review", "--rules", "--halves") == 0
    told = capsys.readouterr().out.split("\n\n")
    assert told[0] == "1 comunicados, del 2020-01-10 al 2020-01-10"
    projects = next(part for part in told if part.startswith("Proyectos  "))
    assert projects.split("\n")[1].split() == ["todas", "las", "reglas", "0.500", "0.333", "1", "2", "3"]
    (gold / "2020-01-10-a.json").rename(gold / "otro.json")
    assert run(project, "review", "--rules") == 2
    assert "otro.json: there is no release" in capsys.readouterr().err
    (gold / "otro.json").write_text('{"title": 3}', "utf-8")
    assert run(project, "review", "--rules", "--gold", str(gold)) == 2
    assert "$.title" in capsys.readouterr().err


def test_commands_speak_the_language_of_the_archive(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (project / "institution.toml").read_text("utf-8")
    (project / "institution.toml").write_text(settings.replace('language = "es"', 'language = "en"'), "utf-8")
    (project / "sessions" / "2020-01-10-a.md").write_text("---\ndate: 2020-01-10\n---\n##A report\n", "utf-8")
    assert run(project, "review") == 0
    assert capsys.readouterr().out == "Nothing wants a look.\n"
    with pytest.raises(SystemExit):
        run(project, "--help")
    assert "tell what deserves a look" in capsys.readouterr().out
    (project / "institution.toml").write_text("language = \n", "utf-8")
    assert run(project, "review") == 1
    assert "institution.toml" in capsys.readouterr().err


def test_search(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = project / "_build" / "html" / "data" / "archive.sqlite"
    assert run(project, "search", "agua") == 2
    write_sqlite(read_archive(project).archive, database)
    assert run(project, "search", "agua") == 0
    assert "Comunicados encontrados: 1" in capsys.readouterr().out
    assert run(project, "search", "nada") == 1
    database.write_bytes(b"no database at all" * 100)
    assert run(project, "search", "agua") == 1
    assert "no se puede leer" in capsys.readouterr().err


def start(project: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "_ext")}
    command = [sys.executable, "-m", "council", "--source", str(project), "review"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_reader_that_goes_away_ends_it_in_silence(project: Path) -> None:
    for number in range(400):
        (project / "sessions" / f"sin-fecha-{number}.md").write_text(
            f"##Título {'largo ' * 40}{number}\n\nTexto.\n", "utf-8"
        )
    process = start(project)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    told = process.stderr.read()
    assert "Traceback" not in told
    assert "Exception" not in told
    assert process.wait() == 0


def test_an_interrupt_ends_it_in_silence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> int:
        signal.raise_signal(signal.SIGINT)
        return 0

    monkeypatch.setattr("council.__main__.review_archive", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
    try:
        assert run(project, "review") == 130
    finally:
        signal.signal(signal.SIGINT, before)
