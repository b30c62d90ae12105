"""Streams that are closed, full or of few signs, and Ctrl-C: no command breaks on them, and none shows its insides."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sites import PROJECT, small_project

RELEASE = "##Informe de la sesión.\n\nSe presentó el Atlas de Riesgos, según dijo la Lic. Ana Ruiz.\n"
STREAMS = ["| true", "| head -1", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", ">/dev/full 2>/dev/full"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT / "_ext"), "PYTHONIOENCODING": "ascii"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("console") / "p", {"sin-fecha.md": RELEASE})


def command(project: Path, name: str) -> str:
    if name == "html":
        build = project / "_build"
        options = f"-b html -D pagefind_enabled=0 -d {build / 'doctrees'} {project} {build / 'html'}"
        return f"{sys.executable} -m extension_kit.sphinx_command {options}"
    return f"{sys.executable} -m council --source {project} {name}"


@pytest.mark.parametrize("streams", STREAMS)
@pytest.mark.parametrize("name", ["html", "review"])
def test_nothing_breaks_on_its_streams(project: Path, name: str, streams: str) -> None:
    (project / "sessions" / "sin-fecha.md").touch()
    done = subprocess.run(
        ["bash", "-c", f"{command(project, name)} {streams}; exit ${{PIPESTATUS[0]}}"],
        env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.returncode in ({0} if name == "html" else {0, 1})
    assert (project / "_build" / "html" / "sessions" / "sin-fecha.html").is_file() or name == "review"


def test_signs_that_a_terminal_has_not_are_escaped(project: Path) -> None:
    done = subprocess.run(command(project, "review").split(), env=ENVIRONMENT, capture_output=True, check=False)
    assert b"Informe de la sesi\\xf3n" in done.stdout


@pytest.mark.parametrize("delay", [0.1, 0.4, 0.8, 1.5, 2.5])
@pytest.mark.parametrize("name", ["html", "review"])
def test_an_interrupt_ends_it_in_silence(project: Path, name: str, delay: float) -> None:
    process = subprocess.Popen(
        ["bash", "-c", f"exec {command(project, name)} {'-E -q -j 2' if name == 'html' else ''}"],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate()[1]
    assert "Traceback" not in told
    assert "KeyboardInterrupt" not in told
    assert process.returncode in (-signal.SIGINT, 0, 1)
