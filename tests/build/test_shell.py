"""``make`` as people call it: what they write reaches the commands as it is, and neither make nor a shell runs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sites import PROJECT, build, small_project

RELEASE = (
    "Torreón, Coahuila a 10 de enero de 2020.\n\n##Informe.\n\nSe presentó el Atlas de Riesgos: costó $5 y «it's».\n"
)
RUNS = [
    'a"; touch ran; "',
    "a'; touch ran; '",
    "$(shell touch ran)",
    "${shell touch ran}",
    "`touch ran`",
    "$(touch ran)",
    "$$(touch ran)",
    "a\ntouch ran",
    "a & touch ran #",
    "a\\",
    "-x",
    "²⁰²⁰",
    "../ran",
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = small_project(tmp_path_factory.mktemp("shell with $HOME #") / "p", {"2020-01-10-a.md": RELEASE})
    build(source, pagefind_enabled=False)
    shutil.copy(PROJECT / "Makefile", source)
    (source / "requirements.lock").touch()
    (source / "installed").touch()
    return source


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    installed = [f"BIN={Path(sys.executable).parent}", "INSTALLED=installed"]
    return subprocess.run(
        ["make", "--no-print-directory", *installed, *arguments],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip


OTHERS = (
    "search Q=atlas YEAR=", "verify PACKAGE=", "review ACCEPT=", "import FROM=", "review RULES=1 GOLD=",
    "new-institution YES=1 NAME=", "new-institution YES=1 NAME=Uno UNITS=",
)  # fmt: skip


@pytest.mark.parametrize(
    ("command", "written"),
    [
        *(("search Q=", written) for written in RUNS),
        *((command, written) for command in OTHERS for written in RUNS[:3]),
    ],
)
def test_nothing_that_is_written_runs(project: Path, command: str, written: str) -> None:
    *words, name = command.split()
    before = sorted(project.iterdir())
    done = make(project, *words, f"{name}{written}")
    assert sorted(project.iterdir()) == before
    assert "Traceback" not in done.stderr
    assert done.returncode == 2 or "0" in done.stdout  # make's own status where the command found nothing


@pytest.mark.parametrize("written", [RUNS[0], RUNS[2], "²⁰²⁰", "../ran"])
@pytest.mark.parametrize("name", ["YEAR", "SESSION"])
def test_no_book_of_what_is_not_there(project: Path, name: str, written: str) -> None:
    done = make(project, "pdf", f"{name}={written}", "SPHINXOPTS=-q")
    assert repr(written) in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2
    assert not list(project.rglob("*ran*.pdf")) + list(project.parent.rglob("ran"))


@pytest.mark.parametrize(
    "query", ['"atlas de riesgos"', "it's", "“costó $5”", "atlas `", 'riesgos "', "$5", "atlas\nriesgos", "#atlas"]
)
def test_signs_of_the_shell_are_searched_for(project: Path, query: str) -> None:
    done = make(project, "search", f"Q={query}")
    assert (done.returncode, "Comunicados encontrados: 1" in done.stdout) == (0, True), done.stderr


def test_a_year_that_is_none_is_told(project: Path) -> None:
    assert "²⁰²⁰ no es un año" in make(project, "search", "Q=atlas", "YEAR=²⁰²⁰").stderr
    assert make(project, "search", "Q=atlas", "YEAR=2020").returncode == 0


def test_nothing_runs_in_what_a_package_is_asked_for(project: Path) -> None:
    done = make(project, "package", "VERSION=$(shell touch ran)", "PDF=$(shell touch ran)`touch ran`", "SPHINXOPTS=-q")
    assert "VERSION=$(shell touch ran): una versión tiene" in done.stderr
    assert done.returncode == 2
    assert not list(project.rglob("ran"))
