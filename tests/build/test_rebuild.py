"""Whatever happened before, a build ends with the bytes of a clean one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from council.__main__ import main
from PIL import Image
from sites import PROJECT, Site, build, copy_project, small_project

RELEASES = {
    f"2020-{month:02}-10-sesion-consejo.md": (
        f"\nTorreón, Coahuila a 10 de {name} de 2020.\n\n##Informe de {name}.\n\n"
        f"La {ordinal} Sesión del Consejo Directivo conoció el trabajo de la Dirección de Proyectos Estratégicos.\n\n"
        "###Dirección de Proyectos Estratégicos:\n\nLa Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n"
        f"- Plan de Agua, con avances.\n\n- Monitor {name.capitalize()}. Se puso al día.\n\n"
        f"Ayudó la Dirección General de Aseo {'de Lerdo' if month == 2 else 'Urbano'}.\n"
    )
    for month, name, ordinal in (
        (1, "enero", "Primera"),
        (2, "febrero", "Segunda"),
        (3, "marzo", "Tercera"),
        (4, "abril", "Cuarta"),
    )
}
PROJECTS = {
    "plan-de-agua.md": "---\nname: Plan de Agua\nkind: plan\nprevious_ids: agua\ndirectorate: proyectos-estrategicos\n---\n\nSu historia.\n"
}
PEOPLE = {"ana-ruiz.md": "---\nname: Ana Ruiz Soto\n---\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", RELEASES, projects=PROJECTS, people=PEOPLE)


def clean_build(project: Path, where: Path, **settings: Any) -> dict[str, bytes]:
    """Build a copy of the sources from nothing, in another folder."""
    shutil.copytree(project, where, ignore=shutil.ignore_patterns("_build", "years"))
    return build(where, **settings).bytes()


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


def add(project: Path) -> None:
    text = RELEASES["2020-04-10-sesion-consejo.md"].replace("abril", "mayo").replace("Cuarta", "Quinta")
    (project / "sessions" / "2020-05-10-sesion-consejo.md").write_text(text, encoding="utf-8")


def append(project: Path) -> None:
    with (project / "sessions" / "2020-02-10-sesion-consejo.md").open("a", encoding="utf-8") as stream:
        stream.write("\n- Atlas de Ríos.\n")


def rename(project: Path) -> None:
    sessions = project / "sessions"
    (sessions / "2020-02-10-sesion-consejo.md").rename(sessions / "2020-02-11-sesion-consejo.md")


def delete(project: Path) -> None:
    (project / "sessions" / "2020-02-10-sesion-consejo.md").unlink()


def add_a_picture(project: Path) -> None:
    folder = project / "sessions" / "2020-01-10-sesion-consejo"
    folder.mkdir()
    shutil.copy(next((PROJECT / "sessions").rglob("*.png")), folder / "a.png")


def add_an_alias(project: Path) -> None:
    replace_in_record(project, "kind:", "aliases: [Monitor Marzo]\nkind:")


def rename_a_record(project: Path) -> None:
    (project / "projects" / "plan-de-agua.md").rename(project / "projects" / "plan-hidrico.md")


def delete_a_record(project: Path) -> None:
    (project / "projects" / "plan-de-agua.md").unlink()


def add_a_directorate(project: Path) -> None:
    text = "---\nname: Dirección General de Aseo Urbano\nkind: municipal\n---\n"
    (project / "directorates" / "aseo-urbano.md").write_text(text, encoding="utf-8")


def merge_two_records(project: Path) -> None:
    (project / "projects" / "monitor-enero.md").unlink()
    replace_in_record(project, "kind:", "aliases: [Monitor Enero]\nkind:")


def change_a_title(project: Path) -> None:
    release = project / "sessions" / "2020-02-10-sesion-consejo.md"
    release.write_text(release.read_text(encoding="utf-8").replace("Informe de", "Cuentas de"), encoding="utf-8")


def forget_the_leader(project: Path) -> None:
    (project / "people" / "ana-ruiz.md").unlink()


def record_the_leader(project: Path) -> None:
    record = project / "directorates" / "proyectos-estrategicos.md"
    text = record.read_text(encoding="utf-8").replace("kind:", "led_by: [{person: ana-ruiz, from: 2019-03}]\nkind:")
    record.write_text(text, encoding="utf-8")


def rename_the_council(project: Path) -> None:
    institution = project / "institution.toml"
    text = institution.read_text(encoding="utf-8").replace("Consejo Directivo", "Junta de Gobierno")
    institution.write_text(text, encoding="utf-8")


def replace_in_record(project: Path, old: str, new: str) -> None:
    record = project / "projects" / "plan-de-agua.md"
    record.write_text(record.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (add, {"sessions/2020-05-10-sesion-consejo", "years/2020", "projects/plan-de-agua"}),
        (append, {"sessions/2020-02-10-sesion-consejo"}),
        (rename, {"sessions/2020-02-11-sesion-consejo"}),
        (delete, {"projects/plan-de-agua", "people/ana-ruiz"}),
        (add_a_picture, {"sessions/2020-01-10-sesion-consejo", "index"}),
        (add_an_alias, {"sessions/2020-03-10-sesion-consejo", "projects/plan-de-agua"}),
        (rename_a_record, {"projects/plan-hidrico"}),
        (delete_a_record, {"sessions/2020-01-10-sesion-consejo"}),
        (merge_two_records, {"projects/plan-de-agua"}),
        (add_a_directorate, {"sessions/2020-01-10-sesion-consejo", "directorates/aseo-urbano"}),
        (
            change_a_title,
            {"sessions/2020-01-10-sesion-consejo", "sessions/2020-03-10-sesion-consejo", "people/ana-ruiz"},
        ),
        (rename_the_council, {"sessions/2020-01-10-sesion-consejo", "indices/sessions"}),
        (record_the_leader, {"people/ana-ruiz", "directorates/proyectos-estrategicos"}),
        (forget_the_leader, {"sessions/2020-01-10-sesion-consejo", "directorates/proyectos-estrategicos"}),
    ],
)
def test_after_a_change(project: Path, tmp_path: Path, change: Callable[[Path], None], touched: set[str]) -> None:
    first = project / "sessions" / "2020-01-10-sesion-consejo.md"
    picture = '\n<center><img src="2020-01-10-sesion-consejo/a.png" alt="Una"></center>\n'
    first.write_text(first.read_text(encoding="utf-8") + picture, encoding="utf-8")
    (project / "projects" / "monitor-enero.md").write_text("---\nname: Monitor Enero\n---\n", encoding="utf-8")
    before = build(project, pagefind_enabled=False).bytes()
    change(project)
    after = build(project, pagefind_enabled=False).bytes()
    assert after == clean_build(project, tmp_path / "clean", pagefind_enabled=False)
    for page in touched:
        assert after[f"{page}.html"] != before.get(f"{page}.html"), page


@pytest.mark.parametrize("setting", [("language = institution.language", 'language = "en"'), ('"furo"', '"basic"')])
def test_what_another_language_or_theme_brings_goes_with_it(
    project: Path, tmp_path: Path, setting: tuple[str, str]
) -> None:
    build(project)
    conf = project / "conf.py"
    text = conf.read_text(encoding="utf-8")
    assert setting[0] in text
    conf.write_text(text.replace(*setting), encoding="utf-8")
    assert build(project).bytes().keys() == clean_build(project, tmp_path / "clean").keys()


def test_a_leader_that_gets_a_record_is_linked_by_the_directorate(project: Path, tmp_path: Path) -> None:
    """The record has the id and the name that the person had without one: nothing is new but its page."""
    (project / "people" / "ana-ruiz.md").unlink()
    record, directorate = project / "people" / "ana-ruiz-soto.md", "directorates/proyectos-estrategicos"
    assert "ana-ruiz-soto.html" not in build(project, pagefind_enabled=False).page(directorate)
    record.write_text(PEOPLE["ana-ruiz.md"], encoding="utf-8")
    after = build(project, pagefind_enabled=False)
    assert 'href="../people/ana-ruiz-soto.html"' in after.page(directorate)
    assert after.bytes() == clean_build(project, tmp_path / "clean", pagefind_enabled=False)


def test_an_accepted_record_is_looked_for_in_the_releases(project: Path, tmp_path: Path) -> None:
    release, record = project / "sessions" / "2020-02-10-sesion-consejo.md", "projects/corredores-verdes"
    with release.open("a", encoding="utf-8") as stream:
        stream.write("\nSe habló de Corredores Verdes.\n")
    text = "---\nname: Corredores Verdes\nreviewed: false\n---\n"
    (project / f"{record}.md").write_text(text, encoding="utf-8")
    assert "2020-02-10-sesion-consejo.html" not in build(project, pagefind_enabled=False).page(record)
    assert main(["--source", str(project), "review", "--accept", "corredores-verdes"]) == 0
    after = build(project, pagefind_enabled=False)
    assert "2020-02-10-sesion-consejo.html" in after.page(record)
    assert after.bytes() == clean_build(project, tmp_path / "clean", pagefind_enabled=False)


@pytest.mark.parametrize("reference", ["{project}`plan-de-agua`", "{any}`plan-de-agua`"])
def test_a_reference_follows_its_record(project: Path, tmp_path: Path, reference: str) -> None:
    (project / "about.md").write_text(f"---\norphan: true\n---\n\n# Page\n\n{reference}\n", encoding="utf-8")
    assert "Plan de Agua" in build(project, pagefind_enabled=False).page("about")
    replace_in_record(project, "name: Plan de Agua", "name: Plan Hídrico\naliases: [Plan de Agua]")
    after = build(project, pagefind_enabled=False)
    assert "Plan Hídrico" in after.page("about")
    assert after.bytes() == clean_build(project, tmp_path / "clean", pagefind_enabled=False)


def test_the_index_on_paper_follows_a_record(project: Path, tmp_path: Path) -> None:
    """The plan's name stands in the printed index under each release that mentions it by another."""
    build(project, builder="typst")
    replace_in_record(project, "name: Plan de Agua", "name: Plan Hídrico\naliases: [Plan de Agua]")
    after = build(project, builder="typst").output / "archivo.pdf"
    copy = tmp_path / "clean"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("_build", "years"))
    assert after.read_bytes() == (build(copy, builder="typst").output / "archivo.pdf").read_bytes()


def test_a_picture_of_another_size_changes_its_card(project: Path, tmp_path: Path) -> None:
    release = project / "sessions" / "2020-01-10-sesion-consejo.md"
    picture = '\n<center><img src="2020-01-10-sesion-consejo/a.png" alt="Una"></center>\n'
    release.write_text(release.read_text(encoding="utf-8") + picture, encoding="utf-8")
    file = release.with_suffix("") / "a.png"
    file.parent.mkdir()
    Image.new("RGB", (40, 30)).save(file)
    assert 'width="40"' in build(project, pagefind_enabled=False).page("index")
    Image.new("RGB", (60, 30)).save(file)
    after = build(project, pagefind_enabled=False)
    assert 'width="60"' in after.page("index")
    assert after.bytes() == clean_build(project, tmp_path / "clean", pagefind_enabled=False)


def test_a_parallel_rebuild_equals_a_clean_build(project: Path, tmp_path: Path) -> None:
    """A rebuild of few pages writes the data files beside them, in processes of their own."""
    build(project, parallel=2, pagefind_enabled=False)
    add(project)
    append(project)
    after = build(project, parallel=2, pagefind_enabled=False).bytes()
    clean = clean_build(project, tmp_path / "clean", pagefind_enabled=False)
    assert after == clean
    assert {"data/archive.json", "data/archive.sqlite", "data/archive.schema.json"} <= clean.keys()
    assert b"2020-05-10-sesion-consejo" in after["data/archive.sqlite"]


def test_a_new_release_touches_only_what_it_mentions(project: Path) -> None:
    other = "Torreón, Coahuila a 3 de marzo de 2017.\n\n##Otra cosa del todo.\n\nTexto sin proyectos.\n"
    (project / "sessions" / "2017-03-03-otra.md").write_text(other, encoding="utf-8")
    first = build(project, pagefind_enabled=False)
    times = {file: file.stat().st_mtime_ns for file in first.output.rglob("*.html")}
    add(project)
    second = build(project, pagefind_enabled=False)
    written = {
        file.relative_to(second.output).as_posix().removesuffix(".html")
        for file in second.output.rglob("*.html")
        if times.get(file) != file.stat().st_mtime_ns
    }
    assert "sessions/2020-05-10-sesion-consejo" in written
    assert not written & {"sessions/2017-03-03-otra", "directorates/cultura", "years/2017"}


@pytest.mark.parametrize("moment", ["read", "write", "finish"])
def test_a_killed_build_heals(project: Path, tmp_path: Path, moment: str) -> None:
    """The process ends without warning while it reads, writes pages, or finishes; the next build mends it."""
    build(project, pagefind_enabled=False)
    add(project)
    append(project)
    events = {"read": "doctree-read", "write": "html-page-context", "finish": "build-finished"}
    program = (
        "import os, sys; sys.path[:0] = [{ext!r}, {tests!r}]\n"
        "from sphinx.application import Sphinx\n"
        "count = 0\n"
        "def stop(*_arguments):\n"
        "    global count\n"
        "    count += 1\n"
        "    if count == 2 or {event!r} == 'build-finished': os._exit(9)\n"
        "app = Sphinx({source!r}, {source!r}, {output!r}, {doctrees!r}, 'html', status=None, warning=None,\n"
        "             confoverrides={{'pagefind_enabled': False}})\n"
        "app.connect({event!r}, stop, priority=1)\n"
        "app.build()\n"
    ).format(
        ext=str(PROJECT / "_ext"),
        tests=str(PROJECT / "tests"),
        event=events[moment],
        source=str(project),
        output=str(project / "_build" / "html"),
        doctrees=str(project / "_build" / "doctrees-html"),
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert build(project, pagefind_enabled=False).bytes() == clean_build(
        project, tmp_path / "clean", pagefind_enabled=False
    )


def test_two_clean_builds_give_the_same_bytes(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(project).bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert clean_build(project, tmp_path / "elsewhere" / "deep") == first


def test_only_what_builds_made_is_removed(project: Path, tmp_path: Path) -> None:
    """Pages that ``html_extra_path`` or somebody brings stay; what static and extra folders no longer hold goes."""
    extra, output = project / "extra", project / "_build" / "html"
    (extra / "old").mkdir(parents=True)
    for name in ("old/page.html", "old/gone.html", "note.txt"):
        (extra / name).write_text(name, "utf-8")
    (project / "_static" / "gone.css").write_text("p {}", "utf-8")
    settings: dict[str, Any] = {"pagefind_enabled": False, "html_extra_path": ["extra"]}
    build(project, **settings)
    foreign = [
        output / "sessions" / "by-hand.html",
        output / "_images" / "by-hand.png",
        output / "_downloads" / "by-hand.pdf",
    ]
    for file in foreign:
        file.parent.mkdir(exist_ok=True)
        file.write_text("by hand", "utf-8")
    delete(project)
    (extra / "old" / "gone.html").unlink()
    (project / "_static" / "gone.css").unlink()
    after = build(project, **settings).bytes()
    by_hand = {file.relative_to(output).as_posix(): b"by hand" for file in foreign}
    assert after == clean_build(project, tmp_path / "clean", **settings) | by_hand
    assert after["old/page.html"] == b"old/page.html"


def test_removing_survives_a_move_and_lost_notes(project: Path, tmp_path: Path) -> None:
    build(project, pagefind_enabled=False)
    moved = project.rename(tmp_path / "moved")
    delete(moved)
    assert "sessions/2020-02-10-sesion-consejo.html" not in build(moved, pagefind_enabled=False).bytes()
    (moved / "_build" / "doctrees-html" / "made-files.json").write_text('{"made": [', "utf-8")
    assert build(moved, pagefind_enabled=False).bytes() == clean_build(moved, tmp_path / "c", pagefind_enabled=False)
