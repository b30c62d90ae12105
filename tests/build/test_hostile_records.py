"""Records that are wrong in every way: each mistake is told, no build ends, and nothing of them is active."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from council.__main__ import main
from lxml import html
from sites import Site, build, small_project

RELEASE = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de la sesión.\n\n###Dirección de Proyectos Estratégicos:\n\n"
    "La Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n- Plan de Agua.\n\n- Atlas Azul.\n"
)
BOMB = "".join(
    f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n" for before, key in zip("xabcdefghi", "abcdefghij", strict=False)
)
PROJECTS = {
    "circle": "name: A\nparent: circle-2\npreceded_by: circle-2",
    "circle-2": "name: B\nparent: circle\npreceded_by: [plan, circle]",
    "into-the-circle": "name: C\nparent: circle",
    "itself": "name: D\nparent: itself\npreceded_by: itself",
    "plan": "name: Plan de Agua\naliases: [Atlas Azul]",
    "plan-2": "name: Plan de Agua\naliases: [Atlas Azul, Atlas Azul]",
    "types": "name: Tipos\naliases: {a: b}\nkind: [x]\nvalid: 3\nled_by: [[x]]\nnote: {a: b}\nreviewed: tal vez",
    "no-name": "name: [a]",
    "breaks": 'name: "Uno\\nDos\\r\\n\\u2028Tres"\nnote: "<script>alert(1)</script>"',
    "markup": "name: 'Plan \"de\" <b>x</b> & [y](javascript:z) {raw}`q` $$m$$'\naliases: ['=cmd|'' /C calc''!A0']",
    "script": "name: Web\nwebsite: javascript:alert(1)",
    "control": 'name: "Rojo \\x1b[31m"',
    "surrogate": 'name: "Medio \\uD83D"',
    "sentence": f"name: {'palabra ' * 20_000}",
    "bomb": f"x: &x y\n{BOMB}name: *j",
    "tags": "title: !!timestamp x\nname: !!int x",
    "digits": f"name: Cifras\nvalid: {{from: {'9' * 5000}}}",
    "deep": f"name: {'[' * 20_000}",
    "leaders": "name: Con Jefa\ndirectorate: [nadie]",
}
DIRECTORATE = (
    "name: Dirección de Proyectos Estratégicos\nkind: institute\nled_by:\n- person: nadie\n- {person: luz, from: 2020}\n"
    "- {person: luz, from: 2020, to: 2010}\n- person: [x]"
)
TOLD = (
    "circle.md:3: WARNING: parent: the parents of this record lead back",
    "circle-2.md:4: WARNING: preceded_by: the records that precede",
    "itself.md:3: WARNING: parent:",
    "itself.md:4: WARNING: preceded_by:",
    "types.md:3: WARNING: aliases:",
    "types.md:5: WARNING: valid:",
    "types.md:8: WARNING: reviewed:",
    "no-name.md:2: WARNING: name:",
    "script.md:3: WARNING: website: 'javascript:alert(1)' is no web address",
    "control.md:2: WARNING: front matter:",
    "surrogate.md:2: WARNING: front matter:",
    "sentence.md:2: WARNING: ",
    "bomb.md:3: WARNING: front matter: broken front matter: references",
    "tags.md:2: WARNING: title: unknown field",
    "digits.md:3: WARNING: valid:",
    "deep.md:2: WARNING: front matter: broken front matter: it is nested",
    "leaders.md:3: WARNING: directorate: no record 'nadie'",
    "proyectos-estrategicos.md:5: WARNING: led_by: no record 'nadie'",
    "Mayus.md:1: WARNING: id:",
    "folder.md:1: WARNING: file:",
    "nowhere.md:1: WARNING: file:",
    "outside.md:1: WARNING: file: this is a link that leads out",
    "pipe.md:1: WARNING: file:",
    "socket.md:1: WARNING: file:",
)


def record(fields: str) -> str:
    return f"---\n{fields}\n---\n"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    source = small_project(
        tmp_path_factory.mktemp("records") / "p",
        {"2020-01-10-a.md": RELEASE},
        projects={f"{id_}.md": record(fields) for id_, fields in {**PROJECTS, "Mayus": "name: Mayúscula"}.items()},
        people={"luz.md": record("name: Luz Ríos Mota\nled_by: {person: luz}")},
    )
    (source / "directorates" / "proyectos-estrategicos.md").write_text(record(DIRECTORATE), "utf-8")
    projects = source / "projects"
    (projects / "folder.md").mkdir()
    (projects / "nowhere.md").symlink_to("not-there")
    (projects / "outside.md").symlink_to("/etc/passwd")
    os.mkfifo(projects / "pipe.md")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(projects / "socket.md"))
        yield source


@pytest.fixture(scope="module")
def site(source: Path) -> Site:
    return build(source)


@pytest.mark.parametrize("told", TOLD)
def test_each_mistake_is_told_with_file_and_line(site: Site, told: str) -> None:
    assert any(told in warning and warning.endswith("[archive.record]") for warning in site.warnings), site.warnings


def test_what_is_right_of_a_record_holds(site: Site) -> None:
    assert not [warning for warning in site.warnings if "into-the-circle" in warning]
    assert 'href="plan.html"' in site.page("projects/circle-2")
    assert 'href="../people/luz.html"' in site.page("directorates/proyectos-estrategicos")


def test_a_record_that_cannot_be_read_has_its_page(site: Site) -> None:
    for id_ in ("bomb", "deep", "no-name", "Mayus"):
        assert f"<h1>{id_}<" in site.page(f"projects/{id_}").replace("\n", "")


def test_nothing_of_a_name_is_active(site: Site) -> None:
    for page in (site.output / "projects").glob("*.html"):
        tree = html.parse(str(page)).getroot()
        assert not tree.xpath("//article//script | //article//b | //article//a[starts-with(@href, 'javascript')]")
    assert "root:" not in "".join(page.read_text("utf-8") for page in site.output.rglob("*.html"))


def test_the_book_is_made(source: Path) -> None:
    assert (build(source, builder="typst").output / "archivo.pdf").is_file()


@pytest.mark.parametrize("builder", ["html", "typst"])
def test_pages_that_hold_each_other_in_their_contents_end_no_build(tmp_path: Path, builder: str) -> None:
    contents = "```{toctree}\n/index\n/indices/projects\n```\n"
    projects = {"plan.md": f"{record('name: Plan')}\n{contents}"}
    site = build(small_project(tmp_path / "p", {}, projects=projects), builder=builder, pagefind_enabled=False)
    assert (site.output / {"html": "projects/plan.html", "typst": "archivo.pdf"}[builder]).is_file()


def test_the_commands_tell_and_go_on(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(source), "review"]) == 1
    told = capsys.readouterr()
    assert "projects/pipe.md:1: file" in told.err
    assert "Plan de Agua: Plan de Agua, Plan de Agua" in told.out
    assert main(["--source", str(source), "catalogue"]) == 1
