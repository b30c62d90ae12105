"""Corrections beside a release: in the build as in the library, and an incremental build equals a clean one."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from council.archive.archive_reader import read_archive
from council.exports.archive_json import archive_json
from sites import Site, build, small_project

SLUG = "2020-01-10-informe"
RELEASE = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe de enero.\n\n###Dirección de Proyectos Estratégicos:\n\n"
    "La Lic. Ana Ruiz Soto, Directora de Proyectos Estratégicos, expuso sus proyectos:\n\n"
    "- Plan de Agua, con avances.\n\n- Monitor de Ruido. Se puso al día.\n\nLe siguió un paseo por la Alameda.\n"
)
CORRECTIONS = (
    "dateline: 2019-12-10\nsession: {year: 2019, numbers: [12]}\nprojects:\n"
    "- {correct: Plan de Agua, name: Plan Hídrico}\n- remove: Monitor de Ruido\n- add: Paseo por la Alameda\n"
    "people:\n- {correct: Ana Ruiz Soto, role: Regidora}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path / "project", {f"{SLUG}.md": RELEASE})


def correct(project: Path, text: str = CORRECTIONS) -> None:
    (project / "sessions" / f"{SLUG}.corrections.yml").write_text(text, encoding="utf-8")


def built(project: Path, where: Path | None = None) -> Site:
    """Build the project, or a copy of its sources from nothing."""
    if where:
        shutil.copytree(project, where, ignore=shutil.ignore_patterns("_build", "years"))
    return build(where or project, pagefind_enabled=False)


def release_row(site: Site) -> dict[str, Any]:
    (release,) = json.loads((site.output / "data" / "archive.json").read_text(encoding="utf-8"))["releases"]
    return dict(release)


def test_corrections_hold_in_the_build_as_in_the_library(project: Path) -> None:
    correct(project)
    site = built(project)
    release = release_row(site)
    assert site.warnings == []
    assert [mention["label"] for mention in release["projects"]] == ["Plan Hídrico", "Paseo por la Alameda"]
    assert (release["dateline"], release["date"]) == ("2019-12-10", "2019-12-10")
    told = {"year": 2019, "numbers": [12], "extraordinary": False, "rule": "correction"}
    assert release["session"] == told
    assert [person["role"] for person in release["people"]] == ["Regidora"]
    assert release["sha256"] == hashlib.sha256(RELEASE.encode()).hexdigest()
    assert "Informe de enero" in site.page("years/2019")
    assert not (site.output / "sessions" / f"{SLUG}.corrections.html").exists()
    assert archive_json(read_archive(project).archive) == (site.output / "data" / "archive.json").read_text("utf-8")


def change(project: Path) -> None:
    correct(project, CORRECTIONS.replace("2019", "2018"))


def remove(project: Path) -> None:
    (project / "sessions" / f"{SLUG}.corrections.yml").unlink()


@pytest.mark.parametrize("then", [change, remove])
def test_an_incremental_build_equals_a_clean_one(project: Path, tmp_path: Path, then: Callable[[Path], None]) -> None:
    before = built(project).bytes()
    correct(project)
    corrected = built(project).bytes()
    assert corrected[f"sessions/{SLUG}.html"] != before[f"sessions/{SLUG}.html"]
    assert corrected == built(project, tmp_path / "clean").bytes()
    assert "0 added, 0 changed, 0 removed" in built(project).status
    then(project)
    assert built(project).bytes() == built(project, tmp_path / "again").bytes()


def test_warnings_name_file_line_and_field(project: Path) -> None:
    correct(project, "people:\n- {correct: Ana Ruiz Soto, rol: Regidora}\nprojects:\n- remove: Plan de Nada\n")
    (project / "sessions" / "otro.corrections.yml").write_text("session: {}\n", encoding="utf-8")
    warnings = built(project).warnings
    for told in (
        f"{SLUG}.corrections.yml:2: WARNING: people: rol: unknown field",
        f"{SLUG}.corrections.yml:4: ",
        "otro.corrections.yml:1: ",
    ):
        assert any(told in line and line.endswith("[archive.correction]") for line in warnings), warnings
    assert len(warnings) == 3
