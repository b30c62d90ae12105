"""Whatever happened before, a build ends with the bytes of a clean one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import Site, build, copy_project, small_project

RELEASES = {
    f"2020-{month:02}-10-sesion-consejo.md": (
        f"\nTorreón, Coahuila a 10 de {name} de 2020.\n\n##Informe de {name}.\n\n"
        f"La {ordinal} Sesión del Consejo Directivo conoció el trabajo de la Dirección de Proyectos Estratégicos.\n\n"
        "###Dirección de Proyectos Estratégicos:\n\nLa Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n"
        f"- Plan de Agua, con avances.\n\n- Monitor {name.capitalize()}. Se puso al día.\n"
    )
    for month, name, ordinal in ((1, "enero", "Primera"), (2, "febrero", "Segunda"), (3, "marzo", "Tercera"), (4, "abril", "Cuarta"))
}
PROJECTS = {"plan-de-agua.md": "---\nname: Plan de Agua\nkind: plan\ndirectorate: proyectos-estrategicos\n---\n\nSu historia.\n"}
PEOPLE = {"ana-ruiz.md": "---\nname: Ana Ruiz Soto\n---\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", RELEASES, projects=PROJECTS, people=PEOPLE)


def clean_build(project: Path, where: Path) -> dict[str, bytes]:
    """Build a copy of the sources from nothing, in another folder."""
    shutil.copytree(project, where, ignore=shutil.ignore_patterns("_build", "years"))
    return build(where).bytes()


def test_second_build_reads_and_writes_nothing(project: Path) -> None:
    first = build(project)
    times = {file: file.stat().st_mtime_ns for file in first.output.rglob("*.html")}
    second = build(project)
    assert "0 added, 0 changed, 0 removed" in second.status
    assert {file: file.stat().st_mtime_ns for file in second.output.rglob("*.html")} == times
    assert second.bytes() == first.bytes()


def test_parallel_equals_serial(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(project, other)
    assert build(project, parallel=2).bytes() == build(other).bytes()


def test_shipped_archive_in_parallel_equals_serial(archive: Site, tmp_path: Path) -> None:
    assert build(copy_project(tmp_path / "copy"), parallel=2, nitpicky=True).bytes() == archive.bytes()


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        ("add", {"sessions/2020-05-10-sesion-consejo", "years/2020", "projects/plan-de-agua"}),
        ("change", {"sessions/2020-02-10-sesion-consejo"}),
        ("rename", {"sessions/2020-02-11-sesion-consejo"}),
        ("delete", {"projects/plan-de-agua", "people/ana-ruiz"}),
        ("add a picture", {"sessions/2020-01-10-sesion-consejo"}),
        ("add an alias", {"sessions/2020-03-10-sesion-consejo", "projects/plan-de-agua"}),
        ("rename a record", {"projects/plan-hidrico"}),
        ("delete a record", {"sessions/2020-01-10-sesion-consejo"}),
        ("merge two records", {"projects/plan-de-agua"}),
    ],
)
def test_after_a_change(project: Path, tmp_path: Path, change: str, touched: set[str]) -> None:
    sessions, projects = project / "sessions", project / "projects"
    if change == "add a picture":
        text = (sessions / "2020-01-10-sesion-consejo.md").read_text(encoding="utf-8")
        picture = '\n<center><img src="2020-01-10-sesion-consejo/a.png" alt="Una"></center>\n'
        (sessions / "2020-01-10-sesion-consejo.md").write_text(text + picture, encoding="utf-8")
    if change == "merge two records":
        (projects / "monitor-enero.md").write_text("---\nname: Monitor Enero\n---\n", encoding="utf-8")
    before = build(project)
    old = before.bytes()
    second = sessions / "2020-02-10-sesion-consejo.md"
    if change == "add":
        text = RELEASES["2020-04-10-sesion-consejo.md"].replace("abril", "mayo").replace("Cuarta", "Quinta")
        (sessions / "2020-05-10-sesion-consejo.md").write_text(text, encoding="utf-8")
    elif change == "change":
        second.write_text(second.read_text(encoding="utf-8") + "\n- Atlas de Ríos.\n", encoding="utf-8")
    elif change == "rename":
        second.rename(sessions / "2020-02-11-sesion-consejo.md")
    elif change == "delete":
        second.unlink()
    elif change == "add a picture":
        origin = next((Path(__file__).parent.parent.parent / "sessions").rglob("*.png"))
        (sessions / "2020-01-10-sesion-consejo").mkdir()
        shutil.copy(origin, sessions / "2020-01-10-sesion-consejo" / "a.png")
    elif change == "add an alias":
        record = projects / "plan-de-agua.md"
        record.write_text(record.read_text(encoding="utf-8").replace("kind:", "aliases: [Monitor Marzo]\nkind:"), encoding="utf-8")
    elif change == "rename a record":
        (projects / "plan-de-agua.md").rename(projects / "plan-hidrico.md")
    elif change == "delete a record":
        (projects / "plan-de-agua.md").unlink()
    elif change == "merge two records":
        (projects / "monitor-enero.md").unlink()
        record = projects / "plan-de-agua.md"
        record.write_text(record.read_text(encoding="utf-8").replace("kind:", "aliases: [Monitor Enero]\nkind:"), encoding="utf-8")
    after = build(project).bytes()
    clean = clean_build(project, tmp_path / "clean")
    assert {name for name in after if name.endswith(".html")} >= {name for name in clean if name.endswith(".html")}
    assert {name: after[name] for name in clean} == clean
    for page in touched:
        assert after[f"{page}.html"] != old.get(f"{page}.html"), page


def test_two_clean_builds_give_the_same_bytes(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(project).bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert clean_build(project, tmp_path / "elsewhere" / "deep") == first
