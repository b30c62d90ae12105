"""Importing a folder of releases."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from council.__main__ import main
from council.archive.archive_reader import read_archive
from incoming import JPEG, PNG, SVG, import_tree, picture, tree
from sites import PROJECT

MARK = b"\xef\xbb\xbf"
TEXT = b"\r\n##T\xc3\xadtulo del d\xc3\xada\r\n\r\n<img src='../imagenes/a.png' align='right'> <img src='../../fuera.png'>\r\n"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    folder = tmp_path / "from" / "releases"
    (folder / "2020-01-01-uno").mkdir(parents=True)
    (folder / "2020-01-01-uno" / "a.jpg").write_bytes(JPEG)
    (folder / "2020-01-01-uno.md").write_bytes(MARK + TEXT)
    (folder / "2020-01-02-dos.md").write_bytes(b"##Dos del d\xc3\xada\n")
    (folder / "2020-01-03-tres.md").write_bytes(b"Texto.\n")
    (folder / "2020-01-03-tres.json").write_text("{", encoding="utf-8")
    metadata = {
        "nombre": " El título: uno ", "fecha": "2020-01-01T00:00", "autor": "Lic. Ana", "descripcion": "Dice\nalgo", "claves": "a, b,, c",
    }  # fmt: skip
    (folder / "2020-01-01-uno.json").write_text(json.dumps(metadata), encoding="utf-8")
    (folder.parent / "imagenes").mkdir()
    (folder.parent / "imagenes" / "a.png").write_bytes(PNG)
    (tmp_path / "fuera.png").write_bytes(PNG)
    return folder


def test_text_is_kept_byte_for_byte_below_the_metadata(origin: Path, tmp_path: Path) -> None:
    summary = import_tree(origin, tmp_path / "to")
    mark, head, text = (tmp_path / "to" / "sessions" / "2020-01-01-uno.md").read_bytes().split(b"---\n", 2)
    assert mark == MARK
    assert text == TEXT
    assert (
        head.decode()
        == "title: 'El título: uno'\ndate: '2020-01-01'\nauthors:\n- Lic. Ana\ndescription: Dice algo\nkeywords:\n- a\n- b\n- c\n"
    )
    assert (tmp_path / "to" / "sessions" / "2020-01-02-dos.md").read_bytes() == b"##Dos del d\xc3\xada\n"
    assert (tmp_path / "to" / "sessions" / "2020-01-01-uno" / "a.jpg").read_bytes() == JPEG
    assert (tmp_path / "to" / "imagenes" / "a.png").read_bytes() == PNG
    assert len(summary.imported) == 3
    assert summary.taken.pictures == 2
    assert sorted(problem.rpartition("/")[2].partition(":")[0] for problem in summary.problems) == [
        "2020-01-03-tres.json",
        "fuera.png",  # a picture outside of the tree
    ]


def test_nothing_leaves_the_project(origin: Path, tmp_path: Path) -> None:
    import_tree(origin, tmp_path / "to")
    assert not list(tmp_path.glob("**/to/**/fuera.png"))


def test_a_second_run_changes_nothing(origin: Path, tmp_path: Path) -> None:
    import_tree(origin, tmp_path / "to")
    times = {file: file.stat().st_mtime_ns for file in (tmp_path / "to").rglob("*")}
    summary = import_tree(origin, tmp_path / "to")
    assert (summary.imported, len(summary.named("unchanged")), summary.taken.pictures) == ([], 3, 0)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "to").rglob("*")} == times


def test_what_differs_is_kept_without_force(origin: Path, tmp_path: Path) -> None:
    import_tree(origin, tmp_path / "to")
    file = tmp_path / "to" / "sessions" / "2020-01-02-dos.md"
    file.write_text("Mío.\n", encoding="utf-8")
    assert import_tree(origin, tmp_path / "to").named("kept") == ["2020-01-02-dos.md"]
    assert file.read_text(encoding="utf-8") == "Mío.\n"
    assert import_tree(origin, tmp_path / "to", force=True).imported == ["2020-01-02-dos.md"]


def test_exit_status_and_summary(origin: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "to").mkdir()
    shutil.copy(PROJECT / "institution.toml", tmp_path / "to")
    to = ["--source", str(tmp_path / "to"), "import"]
    assert main([*to, str(origin)]) == 1
    assert "3 importados, 0 sin cambio, 0 conservados, 2 imágenes, 2 problemas" in capsys.readouterr().out
    assert main([*to, str(tmp_path / "nowhere")]) == 2
    assert main([*to, str(tmp_path / "to")]) == 2
    (origin / "2020-01-03-tres.json").unlink()
    (tmp_path / "fuera.png").unlink()
    assert main([*to, str(origin)]) == 0


def _institution(source: Path) -> Path:
    shutil.copy(PROJECT / "institution.toml", source)
    return source


def written(target: Path) -> set[str]:
    return {file.relative_to(target).as_posix() for file in target.rglob("*") if not file.is_dir()}


@pytest.mark.parametrize(
    "path", ["_ext/imagesize.py", "conf.py", "x/evil.png", "tests/a/b.png", "people/a.png", "imagenes/x.py"]
)
@pytest.mark.parametrize("force", [False, True])
def test_nothing_of_the_archive_itself_is_written(tmp_path: Path, path: str, force: bool) -> None:
    tree, to = tmp_path / "tree", tmp_path / "to"
    (tree / "rel").mkdir(parents=True)
    (tree / path).parent.mkdir(parents=True, exist_ok=True)
    (tree / path).write_bytes(PNG)
    (tree / "rel" / "2020-01-01-a.md").write_text(f'Texto.\n\n<img src="../{path}">\n', "utf-8")
    for own in ("conf.py", "x/module.py", "tests/test.py"):
        (to / own).parent.mkdir(parents=True, exist_ok=True)
        (to / own).write_text("own", "utf-8")
    summary = import_tree(tree / "rel", to, force=force)
    assert written(to) == {"conf.py", "x/module.py", "tests/test.py", "sessions/2020-01-01-a.md"}
    assert (to / "conf.py").read_text("utf-8") == "own"
    assert summary.problems or "/" not in path


def test_only_pictures_come_along(origin: Path, tmp_path: Path) -> None:
    beside = origin / "2020-01-01-uno"
    files = {
        "b.svg": SVG, "c.PNG": PNG, "evil.rst": b"X", "evil.md": b"X", "e.jpg": b"%!PS-Adobe-3.0 EPSF-3.0", "f.png": b"",
        "g.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "h.py": JPEG,
        ".hidden.png": PNG, "x\ny.png": PNG, "deep/i.webp": picture("WEBP"), "j.svg": b"<html/>",
    }  # fmt: skip
    (beside / "deep").mkdir()
    for name, content in files.items():
        (beside / name).write_bytes(content)
    os.mkfifo(beside / "pipe.png")
    summary = import_tree(origin, tmp_path / "to")
    taken = {name for name in written(tmp_path / "to") if name.startswith("sessions/2020-01-01-uno/")}
    assert taken == {f"sessions/2020-01-01-uno/{name}" for name in ("a.jpg", "b.svg", "c.PNG", "deep/i.webp")}
    for name in ("evil.rst", "evil.md", "e.jpg", "f.png", "g.svg", "x\\ny.png", "j.svg", "pipe.png"):
        assert any(f"/{name}: " in problem for problem in summary.problems), name
    assert "h.py" in summary.expected


def test_no_link_is_followed(origin: Path, tmp_path: Path) -> None:
    to, secret = tmp_path / "to", tmp_path / "secret"
    secret.mkdir()
    (secret / "s.png").write_bytes(PNG)
    (origin / "2020-01-04-cuatro.md").symlink_to(origin / "2020-01-02-dos.md")
    (origin / "2020-01-02-dos").symlink_to(secret)
    (origin / "2020-01-02-dos.json").symlink_to(secret / "s.png")
    (origin / "2020-01-01-uno" / "l.png").symlink_to(secret / "s.png")
    (origin / "2020-01-01-uno" / "folder").symlink_to(secret)
    (to / "sessions").mkdir(parents=True)
    (to / "sessions" / "2020-01-03-tres.md").symlink_to(tmp_path / "elsewhere.md")
    (to / "imagenes").symlink_to(secret)
    summary = import_tree(origin, to, force=True)
    names = [Path(problem.partition(": ")[0]).name for problem in summary.problems]
    assert sorted(names) == [
        "2020-01-01-uno.md", "2020-01-02-dos", "2020-01-02-dos.json", "2020-01-03-tres.json",
        "2020-01-03-tres.md", "2020-01-04-cuatro.md", "a.png", "folder", "l.png",
    ]  # fmt: skip
    assert not (tmp_path / "elsewhere.md").exists()
    assert [file.name for file in secret.iterdir()] == ["s.png"]
    assert "sessions/2020-01-01-uno/l.png" not in written(to)


@pytest.mark.parametrize(
    "metadata", ["[" * 100_000, '{"nombre": ' + "9" * 5000 + "}", '{"nombre": "x\\ud83d\\u001b[31m"}']
)
def test_bad_metadata_ends_nothing(origin: Path, tmp_path: Path, metadata: str) -> None:
    (origin / "2020-01-01-uno.json").write_text(metadata, "utf-8")
    assert len(import_tree(origin, tmp_path / "to").imported) == 3
    archive = read_archive(_institution(tmp_path / "to"))
    assert not [note for notes in archive.notes.values() for note in notes if note.subtype == "front_matter"]


def test_one_bad_file_does_not_end_the_rest(origin: Path, tmp_path: Path) -> None:
    text = (
        f"<img src='../a\0b.png'> <img src='../imagenes/{'x' * 300}.png'> <img src='../imagenes/a.png' align='right'>"
    )
    (origin / "2020-01-00-cero.md").write_text(text, "utf-8")
    (tmp_path / "to" / "sessions" / "2020-01-01-uno.md").mkdir(parents=True)
    (tmp_path / "to" / "sessions" / "2020-01-01-uno").write_text("in the way of the pictures", "utf-8")
    summary = import_tree(origin, tmp_path / "to", force=True)
    assert summary.imported == ["2020-01-00-cero.md", "2020-01-02-dos.md", "2020-01-03-tres.md"]
    assert "imagenes/a.png" in written(tmp_path / "to")


def test_of_an_archive_only_its_releases_come(tmp_path: Path) -> None:
    text = "---\ntitle: Otro\n---\n##Un informe\n"
    files = {"sessions/2020-01-01-a.md": text, "projects/plan.md": "---\nname: Plan\n---\n", "index.rst": "x"}
    origin = tree(tmp_path / "from", {**files, "institution.toml": (PROJECT / "institution.toml").read_bytes()})
    assert import_tree(origin, tmp_path / "to").imported == ["2020-01-01-a.md"]
    assert (tmp_path / "to" / "sessions" / "2020-01-01-a.md").read_text("utf-8") == text
