"""``make import``: what it shows before, while and after it works, and its status."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from council.__main__ import main
from incoming import PNG, tree
from sites import PROJECT

FILES: dict[str, str | bytes] = {
    "2014-01-28-a.md": "---\ntitle: Uno\nauthor: Ana Ruiz\nlayout: x\n---\nTexto.\n",
    "2014-01-28-a/b.png": PNG,
    "b.md": "# Dos\n\nTexto.\n",
    "c.md": "---\ntitle: Tres\ndraft: true\n---\nTexto.\n",
    "README.md": "x",
    "notes.rst": "x",
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "to"
    folder.mkdir()
    shutil.copy(PROJECT / "institution.toml", folder)
    tree(tmp_path / "from", FILES)
    return folder


def run(archive: Path, *options: str) -> int:
    return main(["--source", str(archive), "import", *options, str(archive.parent / "from")])


def test_a_dry_run_tells_all_and_writes_nothing(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(archive, "--dry") == 1
    output = capsys.readouterr()
    assert output.out.splitlines() == [
        "2014-01-28-a  2014-01-28  Uno  Ana Ruiz  imágenes: 1  nuevo",
        "b  sin fecha  Dos  -  imágenes: 0  nuevo",
        "no se traen, archivos propios de repositorios: 1 (README.md)",
        "por decidir: c.md: un borrador; DRAFTS=1 lo trae",
        "por decidir: b.md: sin fecha en ninguna parte; escriba date en sus metadatos",
        "comunicados: 2; con fecha: 1, con autores: 1",
        "No se escribió nada; esto sería: 2 importados, 0 sin cambio, 0 conservados, 1 imágenes, 1 problemas",
    ]
    assert output.err == "notes.rst: texto en una forma que no se lee; guárdelo como Markdown\n"
    assert [file.name for file in archive.iterdir()] == ["institution.toml"]


def test_the_real_run_tells_the_same_in_short(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive.parent / "from" / "notes.rst").unlink()
    assert run(archive) == 0
    told = capsys.readouterr().out.splitlines()
    assert "2014-01-28-a" not in told[0]
    assert told[-1] == "2 importados, 0 sin cambio, 0 conservados, 1 imágenes, 0 problemas"
    assert run(archive, "--drafts") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 importados, 2 sin cambio")


def test_what_was_changed_by_hand_is_kept(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive.parent / "from" / "notes.rst").unlink()
    run(archive)
    release, picture = archive / "sessions" / "b.md", archive / "sessions" / "2014-01-28-a" / "b.png"
    release.write_text("Mío.\n", "utf-8")
    picture.write_bytes(b"mine")
    capsys.readouterr()
    assert run(archive) == 1
    assert "sessions/b.md: se conserva" in (told := capsys.readouterr().err)
    assert "sessions/2014-01-28-a/b.png: se conserva" in told
    assert (release.read_text("utf-8"), picture.read_bytes()) == ("Mío.\n", b"mine")
    assert run(archive, "--force") == 0
    assert (release.read_text("utf-8"), picture.read_bytes()) == (FILES["b.md"], PNG)


def test_an_empty_tree(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive.parent / "empty").mkdir()
    assert main(["--source", str(archive), "import", str(archive.parent / "empty")]) == 1
    assert "no hay comunicados" in capsys.readouterr().err


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal(archive: Path, terminal: bool) -> None:
    command = [sys.executable, "-m", "council", "--source", str(archive), "import", str(archive.parent / "from")]
    reading, writing = pty.openpty() if terminal else os.pipe()
    process = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(PROJECT / "_ext")}, stdout=subprocess.DEVNULL, stderr=writing
    )
    process.wait()
    told = os.read(reading, 100_000).decode()
    os.close(reading)
    os.close(writing)
    assert ("escribiendo 1: b.md" in told) == terminal
    assert told.endswith("Markdown\r\n" if terminal else "Markdown\n")
