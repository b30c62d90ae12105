"""Trees that try to get out of their place, or to bring in what is no release and no picture: refused, and told."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from council.__main__ import main
from incoming import JPEG, PNG, tree
from sites import PROJECT

TEXT = "# Informe del 28 de enero de 2014\n\nTexto.\n"


class Attempt:
    """One tree imported by the command: its status, what it told, and what it wrote."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys
        self.told = ""
        self.status = -1

    def run(self, files: dict[str, str | bytes]) -> Attempt:
        """Import the tree of *files*, which may have links already."""
        tree(self._folder / "outside", {"secret.png": PNG, "module.py": "own"})
        archive = tree(self._folder / "to", {"conf.py": "own", "_ext/module.py": "own", "sessions/.keep": ""})
        shutil.copy(PROJECT / "institution.toml", archive)
        self.status = main(["--source", str(archive), "import", str(tree(self._folder / "from", files))])
        output = self._capsys.readouterr()
        self.told = output.out + output.err
        return self

    @property
    def written(self) -> set[str]:
        """What the archive holds now that it did not before, links among it."""
        archive = self._folder / "to"
        before = {"conf.py", "_ext/module.py", "sessions/.keep", "institution.toml"}
        files = {
            file.relative_to(archive).as_posix() for file in archive.rglob("*") if file.is_symlink() or file.is_file()
        }
        assert {(archive / name).read_text() for name in ("conf.py", "_ext/module.py")} == {"own"}
        assert {file.name for file in (self._folder / "outside").iterdir()} == {"secret.png", "module.py"}
        return files - before


@pytest.fixture
def attempt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Attempt:
    return Attempt(tmp_path, capsys)


@pytest.mark.parametrize(
    "markup",
    [
        "![]({})", '<img src="{}">', '<a href="x"><img src="{}"></a>', "text ![]({}) text", "---\nimage: {}\n---\n# Informe",
        '<center><img src="{}"></center>',
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "path",
    ["../outside/secret.png", "..%2Foutside%2Fsecret.png", "..\\outside\\secret.png", "a/../../outside/secret.png"],
)
def test_a_pictures_path_that_leaves_the_tree(attempt: Attempt, markup: str, path: str) -> None:
    attempt.run({"2014-01-28-a.md": f"{markup.format(path)}\n\n{TEXT}"})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert attempt.status == 1
    assert "leads out of the tree" in attempt.told or "sale de la carpeta" in attempt.told


@pytest.mark.parametrize(
    "path", ["../outside/module.py", "../../to/conf.py", "/etc/passwd", "x/../../to/_ext/module.py"]
)
def test_a_program_that_is_shown_as_a_picture(attempt: Attempt, path: str) -> None:
    attempt.run({"2014-01-28-a.md": f'<img src="{path}" align="right">\n\n{TEXT}'})
    assert attempt.written == {"sessions/2014-01-28-a.md"}


def test_a_portrait_beside_the_tree_is_taken_by_its_content_only(attempt: Attempt, tmp_path: Path) -> None:
    portraits = "".join(f'<img src="../outside/{name}" align="right">\n\n' for name in ("secret.png", "module.py"))
    attempt.run({"2014-01-28-a.md": f"{portraits}{TEXT}"})
    assert attempt.written == {"sessions/2014-01-28-a.md", "outside/secret.png"}
    assert "module.py" in attempt.told
    assert attempt.status == 1


@pytest.mark.parametrize(
    "name", ["2014-01-28-b.md", "2014-01-28-a/l.png", "folder", "2014-01-28-a.json", "2014-01-28-c.html"]
)
def test_a_link_out_of_the_tree(attempt: Attempt, tmp_path: Path, name: str) -> None:
    link = tmp_path / "from" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside" / ("" if name == "folder" else "secret.png"))
    attempt.run({"2014-01-28-a.md": TEXT})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert attempt.status == 1
    assert name in attempt.told


@pytest.mark.parametrize("place", ["sessions/2014-01-28-a.md", "sessions/2014-01-28-a", "sessions/2014-01-28-a/b.png"])
def test_a_link_in_the_place_of_a_file_to_write(attempt: Attempt, tmp_path: Path, place: str) -> None:
    link = tmp_path / "to" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside" / ("module.py" if place.endswith(".md") else ""))
    attempt.run({"2014-01-28-a.md": TEXT, "2014-01-28-a/b.png": PNG})
    assert (tmp_path / "outside" / "module.py").read_text() == "own"
    assert place in attempt.written
    assert attempt.status == 1


@pytest.mark.parametrize(
    "name", ["a\\..\\..\\x.md", "a..b.md", "-rf.md", "a\nb.md", "…md.md", "a/b..c/x..md", "~.md", "con:aux.md"]
)
def test_a_name_with_dots_or_signs(attempt: Attempt, tmp_path: Path, name: str) -> None:
    attempt.run({name: TEXT})
    (written,) = attempt.written
    assert Path(written).parent == Path("sessions")
    assert not set(written) & set("\\\n:~…") | {".."} & set(written.split("/"))
    assert ".." not in written


def test_a_hidden_file(attempt: Attempt) -> None:
    attempt.run({"2014-01-28-a.md": TEXT, "..\\..\\x.md": TEXT, ".b/c.md": TEXT})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert "x.md" in attempt.told


def test_a_slug_from_front_matter_names_no_file(attempt: Attempt) -> None:
    attempt.run({"2014-01-28-a.md": f"---\ntitle: A\nslug: ../../conf\narchivo: ../../_ext/module\n---\n{TEXT}"})
    assert attempt.written == {"sessions/2014-01-28-a.md"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("b.jpg", b"import os\n"),
        ("b.png", b""),
        ("b.svg", b"<html/>"),
        ("b.gif", b"%!PS-Adobe-3.0 EPSF-3.0"),
        ("b.webp", JPEG[:40]),
    ],
)
def test_what_is_no_picture_by_its_content(attempt: Attempt, name: str, content: bytes) -> None:
    attempt.run({"2014-01-28-a.md": TEXT, f"2014-01-28-a/{name}": content})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert attempt.status == 1
    assert name in attempt.told


@pytest.mark.parametrize(
    ("name", "status"),
    [("2014-01-28-b.rst", 1), ("conf.py", 0), ("2014-01-28-a/x.py", 0), ("index.rst", 1), ("Makefile", 0), ("_ext/council/x.py", 0),
     ("a.toml", 0), ("b.js", 0), ("2014-01-28-a.corrections.yml", 0)],
)  # fmt: skip
def test_what_is_no_release(attempt: Attempt, name: str, status: int) -> None:
    attempt.run({"2014-01-28-a.md": TEXT, name: "raise SystemExit"})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert attempt.status == status
    assert name in attempt.told


def test_what_is_no_file(attempt: Attempt, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    os.mkfifo(tmp_path / "from" / "2014-01-28-b.md")
    attempt.run({"2014-01-28-a.md": TEXT})
    assert attempt.written == {"sessions/2014-01-28-a.md"}
    assert "2014-01-28-b.md" in attempt.told
