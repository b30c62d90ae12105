"""Exports beside the pages: each can be left out, and goes where it is left out later."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import build, small_project
from sphinx.errors import ConfigError

BASE = "https://archivo.example/"
TEXT = "# A\n\nUno.\n"


def exported(project: Path) -> set[str]:
    """Give the paths of the files that exports have made."""
    notes = (project / "_build" / "doctrees-html" / "exports").glob("*.txt")
    return {path for note in notes for path in note.read_text(encoding="utf-8").splitlines()[1:]}


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_setting_leaves_an_export_out(tmp_path: Path, jobs: int) -> None:
    project = small_project(tmp_path / "project", {"2020-01-01-a.md": TEXT})
    site = build(project, parallel=jobs)
    data = site.output / "data"
    assert (data / "archive.json").is_file()
    assert (data / "archive.sqlite").is_file()
    build(project, parallel=jobs, archive_without=["json"])
    assert not (data / "archive.json").exists()
    assert (data / "archive.sqlite").is_file()


def test_an_unknown_export_is_told(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"2020-01-01-a.md": TEXT})
    with pytest.raises(ConfigError, match=r"archive_without: no export is called 'feathers'; there are json, sqlite"):
        build(project, archive_without=["feathers"])


@pytest.mark.parametrize("jobs", [1, 2])
def test_after_a_change_in_one_release_only_files_that_differ_are_written(tmp_path: Path, jobs: int) -> None:
    releases = {f"2020-01-{day:02}-a.md": f"# Informe {day}\n\n{TEXT}" for day in range(1, 29)}
    project = small_project(
        tmp_path / "project", releases, projects={"plan-de-agua.md": "---\nname: Plan de Agua\n---\n"}
    )

    def built() -> dict[str, tuple[int, bytes]]:
        site = build(project, parallel=jobs, html_baseurl=BASE, archive_feed_releases=5, pagefind_enabled=False)
        return {path: ((site.output / path).stat().st_mtime_ns, content) for path, content in site.bytes().items()}

    before = built()
    (project / "sessions" / "2020-01-27-a.md").write_text(f"# Otro informe\n\n{TEXT}", encoding="utf-8")
    after = built()
    written = {path for path in after if path not in before or after[path][0] != before[path][0]}
    differing = {path for path in after if path not in before or after[path][1] != before[path][1]}
    paths = exported(project) | {path for path in after if "/card-" in path}
    assert written & paths == differing & paths
    assert len([path for path in written if path.startswith("_images/card-")]) == 1
    assert {path for path in written if path.startswith("citations/sessions/")} == {
        f"citations/sessions/2020-01-27-a.{suffix}" for suffix in ("bib", "json", "ris")
    }
    assert {path for path in written if path.startswith("feeds/")} == {
        f"feeds/{feed}.{suffix}" for feed in ("all", "years/2020") for suffix in ("atom", "json")
    }
    assert {path for path in written if path.startswith("sessions/")} == {
        f"sessions/2020-01-{day}-a.html"
        for day in (26, 27, 28)  # its neighbours lead to it by its title
    }
