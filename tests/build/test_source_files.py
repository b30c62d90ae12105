"""What lies among the releases and is none: told, and nothing of it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from council.__main__ import main
from sites import Site, build, small_project

GOOD = "Torreón, Coahuila a 10 de enero de 2020.\n\n##Título de la sesión.\n\nTexto del comunicado.\n"
REST = "X\n=\n\n.. raw:: html\n\n   <script>alert(1)</script>\n"
TOLD = (
    ("2020-01-02-b/evil.rst:1", "a release is Markdown"),
    ("2020-01-03-C.MD:1", "ends in .md"),
    ("2020-01-04-d.md:1", "no file that can be read"),
    ("2020-01-05-e.md:1", "no file that can be read"),
    ("2020-01-06-f.md:1", "a link that leads out"),
    ("2020-01-07\\n```{raw} html.md:1", "no page can show"),
    ("2020-01-08-\\xf1.md:1", "no page can show"),
    ("2020-01-09 <x>.md:1", "holds <, >"),
    (f"{'a' * 200}.md:1", "longer than 200 bytes"),
    ("linked:1", "no link is followed"),
    ("n\u0303o.md:1", "letters in parts"),
    ("loop.md:1", "no file that can be read"),
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    source = small_project(folder / "p", {"2020-01-01-a.md": GOOD, "2020-01-01-[a].md": GOOD})
    sessions = source / "sessions"
    (sessions / "2020-01-02-b").mkdir()
    (sessions / "2020-01-02-b" / "evil.rst").write_text(REST, "utf-8")
    (sessions / "2020-01-03-C.MD").write_text(GOOD, "utf-8")
    (sessions / "2020-01-04-d.md").mkdir()
    os.mkfifo(sessions / "2020-01-05-e.md")
    (folder / "outside.md").write_text("Secreto.\n", "utf-8")
    (sessions / "2020-01-06-f.md").symlink_to(folder / "outside.md")
    for name in ("2020-01-07\n```{raw} html.md", "2020-01-09 <x>.md", f"{'a' * 200}.md", "n\u0303o.md"):
        (sessions / name).write_text(GOOD, "utf-8")
    Path(os.fsdecode(os.fsencode(sessions) + b"/2020-01-08-\xf1.md")).write_text(GOOD, "utf-8")
    (sessions / "linked").symlink_to(sessions)
    (sessions / "loop.md").symlink_to("loop.md")
    (sessions / "inside.md").symlink_to("2020-01-01-a.md")
    return source


@pytest.fixture(scope="module")
def site(source: Path) -> Site:
    return build(source)


@pytest.mark.parametrize(("place", "told"), TOLD)
def test_what_is_no_source_is_told(site: Site, place: str, told: str) -> None:
    assert any(place in line and told in line and line.endswith("[archive.path]") for line in site.warnings), (
        site.warnings
    )


def test_only_releases_are_read(site: Site) -> None:
    pages = {file.relative_to(site.output / "sessions").as_posix() for file in (site.output / "sessions").rglob("*")}
    assert pages == {"2020-01-01-a.html", "2020-01-01-[a].html", "inside.html"}
    assert "Secreto" not in "".join(page.read_text("utf-8") for page in site.output.rglob("*.html"))
    year = (site.source / "years" / "2020.md").read_text("utf-8")
    assert [line for line in year.splitlines() if line.startswith("/")] == [
        "/sessions/2020-01-01-[a]",
        "/sessions/2020-01-01-a",
        "/sessions/inside",
    ]


def test_the_second_build_has_nothing_to_do(source: Path, site: Site) -> None:
    assert "0 added, 0 changed, 0 removed" in build(source).status


def test_the_commands_tell_the_same(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(source), "review"]) == 1
    told = capsys.readouterr().err
    for place in ("2020-01-05-e.md:1: file", "2020-01-08-\\xf1.md:1: file", "2020-01-06-f.md:1: file"):
        assert place in told


def test_no_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    """Sphinx follows each: the archive would hold itself, level by level, as deep as the system goes."""
    source = small_project(tmp_path / "p", {"2020-01-01-a.md": GOOD}, projects={"plan.md": "---\nname: Plan\n---\n"})
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "note.md").write_text("---\norphan: true\n---\n# Nota\n", "utf-8")
    (source / "notes").symlink_to("../notes")
    (source / "projects").rename(tmp_path / "kept")
    (source / "projects").symlink_to("../kept")
    links = {"sessions/up": "..", "sessions/n\u0303": "..", "projects/up": "../p", "people/beside": "../projects"}
    links |= {"projects/up.md": "../p", "indices/up": "..", "whole": ".", "above": "../.."}
    for path, target in links.items():
        (source / path).symlink_to(target)
    site = build(source, pagefind_enabled=False)
    assert {warning.partition(":1:")[0].removeprefix(f"{source}/") for warning in site.warnings} == set(links)
    pages = {file.relative_to(site.output).parent.as_posix() for file in site.output.rglob("*.html")}
    assert pages == {".", "directorates", "indices", "notes", "projects", "search-words", "sessions", "years"}
    assert (site.output / "projects" / "plan.html").is_file()
