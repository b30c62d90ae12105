"""Importing a folder of releases."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from council.__main__ import main
from council.importers.folder import import_folder
from sites import PROJECT

TEXT = b"\xef\xbb\xbf\r\n##T\xc3\xadtulo del d\xc3\xada\r\n\r\n<img src='../imagenes/a.png'> <img src='../../fuera.png'>\r\n"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    folder = tmp_path / "from" / "releases"
    (folder / "2020-01-01-uno").mkdir(parents=True)
    (folder / "2020-01-01-uno" / "a.jpg").write_bytes(b"picture")
    (folder / "2020-01-01-uno.md").write_bytes(TEXT)
    (folder / "2020-01-02-dos.md").write_bytes(b"##Dos del d\xc3\xada\n")
    (folder / "2020-01-03-tres.md").write_bytes(b"Texto.\n")
    (folder / "2020-01-03-tres.json").write_text("{", encoding="utf-8")
    metadata = {
        "nombre": " El título: uno ", "fecha": "2020-01-01T00:00", "autor": "Lic. Ana", "descripcion": "Dice\nalgo", "claves": "a, b,, c",
    }  # fmt: skip
    (folder / "2020-01-01-uno.json").write_text(json.dumps(metadata), encoding="utf-8")
    (folder.parent / "imagenes").mkdir()
    (folder.parent / "imagenes" / "a.png").write_bytes(b"portrait")
    (tmp_path / "fuera.png").write_bytes(b"outside")
    return folder


def test_text_is_kept_byte_for_byte_below_the_metadata(origin: Path, tmp_path: Path) -> None:
    summary = import_folder(origin, tmp_path / "to")
    head, text = (tmp_path / "to" / "sessions" / "2020-01-01-uno.md").read_bytes().split(b"---\n", 2)[1:]
    assert text == TEXT
    assert (
        head.decode()
        == "title: 'El título: uno'\ndate: '2020-01-01'\nauthors:\n- Lic. Ana\ndescription: Dice algo\nkeywords:\n- a\n- b\n- c\n"
    )
    assert (tmp_path / "to" / "sessions" / "2020-01-02-dos.md").read_bytes() == b"##Dos del d\xc3\xada\n"
    assert (tmp_path / "to" / "sessions" / "2020-01-01-uno" / "a.jpg").read_bytes() == b"picture"
    assert (tmp_path / "to" / "imagenes" / "a.png").read_bytes() == b"portrait"
    assert len(summary.imported) == 3
    assert summary.pictures == 2
    assert ["2020-01-03-tres.json" in problem for problem in summary.problems] == [True]


def test_nothing_leaves_the_project(origin: Path, tmp_path: Path) -> None:
    import_folder(origin, tmp_path / "to")
    assert not list(tmp_path.glob("**/to/**/fuera.png"))


def test_a_second_run_changes_nothing(origin: Path, tmp_path: Path) -> None:
    import_folder(origin, tmp_path / "to")
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "to").rglob("*")}
    summary = import_folder(origin, tmp_path / "to")
    assert (len(summary.imported), len(summary.unchanged), summary.pictures) == (0, 3, 0)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "to").rglob("*")} == times


def test_what_differs_is_kept_without_force(origin: Path, tmp_path: Path) -> None:
    import_folder(origin, tmp_path / "to")
    file = tmp_path / "to" / "sessions" / "2020-01-02-dos.md"
    file.write_text("Mío.\n", encoding="utf-8")
    assert import_folder(origin, tmp_path / "to").kept == ["2020-01-02-dos.md"]
    assert file.read_text(encoding="utf-8") == "Mío.\n"
    assert import_folder(origin, tmp_path / "to", force=True).imported == ["2020-01-02-dos.md"]


def test_exit_status_and_summary(origin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "to").mkdir()
    shutil.copy(PROJECT / "institution.toml", tmp_path / "to")
    to = ["--source", str(tmp_path / "to"), "import"]
    assert main([*to, str(origin)]) == 1
    assert "3 importados, 0 sin cambio, 0 conservados, 2 imágenes, 1 problemas" in capsys.readouterr().out
    assert main([*to, str(tmp_path / "nowhere")]) == 2
    assert main([*to, str(tmp_path / "to")]) == 2
    (origin / "2020-01-03-tres.json").unlink()
    assert main([*to, str(origin)]) == 0
