"""The smallest inputs that once broke the archive, built together with the starter archive to pages and to a book.

A build runs as a program of its own with a time limit, as some of them would not end.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from printed import Printed, letters_of
from sites import SHARED, copy_project

HOSTILE = SHARED / "hostile"
LIMIT = 240
"""Seconds that no build takes, on however busy a machine."""
SLUG = "2020-01-01-hostil"

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason=f"{HOSTILE} is not there")

Put = Callable[[Path, str], None]
"""Puts an input into a project, as a release of the given name where it is one."""


def release(text: str) -> Put:
    """Give what puts a release into a project, with the pictures that such releases name."""

    def put(project: Path, slug: str) -> None:
        sessions = project / "sessions"
        (sessions / f"{slug}.md").write_text(text, encoding="utf-8")
        if not (sessions / "pics").is_dir():
            pictures(sessions)

    return put


def pictures(sessions: Path) -> None:
    """Put the pictures that hostile releases name where they look for them."""
    (sessions / "pics").mkdir()
    for file in (sessions / "pics" / "ok.png", sessions / "x.png"):
        Image.new("RGB", (1000, 700), "red").save(file)
    shutil.copy(HOSTILE / "15-svg" / "percent-inline.svg", sessions / "pics" / "v.svg")


def picture(file: Path) -> Put:
    """Give what puts a release with a picture into a project."""

    def put(project: Path, slug: str) -> None:
        name = f"pics/{file.name}"
        release(f"# T\n\nTexto.\n\n<img src='{name}' alt='Una'>\n\nEn línea <img src='{name}' alt='Otra'> va.\n")(
            project, slug
        )
        shutil.copy(file, project / "sessions" / name)

    return put


def misspelt_leader(project: Path, _slug: str) -> None:
    record = project / "directorates" / "proyectos-estrategicos.md"
    text = record.read_text(encoding="utf-8")
    assert "alicia-valdez-ibarra" in text
    record.write_text(text.replace("person: alicia-valdez-ibarra", "person: alicia-valdes-ibarra"), encoding="utf-8")


def imported(project: Path, **files: str) -> None:
    """Import a tree of files; whatever the import says of it."""
    tree = project.parent / "tree"
    for name, text in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "council", "import", "--", str(tree / "rel")]
    environment = {**os.environ, "PYTHONPATH": str(project / "_ext")}
    subprocess.run(command, cwd=project, env=environment, timeout=LIMIT, capture_output=True)


def code_beside_a_picture(project: Path, slug: str) -> None:
    pwned = project.parent / "PWNED"
    files = {
        "_ext/imagesize.py": f"open({str(pwned)!r}, 'w'); get = lambda file: (1, 1)\n",
        f"rel/{slug}.md": "Texto.\n\n<img src='../_ext/imagesize.py'>\n",
    }
    imported(project, **files)


def code_in_a_folder(project: Path, slug: str) -> None:
    evil = "X\n=\n\n.. raw:: html\n\n   <script>alert(1)</script>\n\n.. literalinclude:: /../../../../../etc/hostname\n"
    imported(project, **{f"rel/{slug}.md": "Texto.\n", f"rel/{slug}/evil.rst": evil})


def linked_download(project: Path, slug: str) -> None:
    release(f"# T\n\n[x]({slug}/l.pdf)\n")(project, slug)
    (project / "sessions" / slug).mkdir()
    (project / "sessions" / slug / "l.pdf").symlink_to("/etc/passwd")


def backslash(project: Path, slug: str) -> None:
    release("# T\n\nTexto.\n")(project, f"{slug}\\a")


def inputs() -> Iterator[tuple[str, Put]]:
    """Give every input with its name."""
    for file in sorted(HOSTILE.glob("*.md")):
        if file.name not in {"README.md", "19-yaml.md"}:
            yield file.name, release(file.read_text(encoding="utf-8"))
    for file in sorted([*HOSTILE.glob("keep-*"), *HOSTILE.glob("03-*"), *HOSTILE.glob("15-svg/*")]):
        yield file.name, picture(file)
    for value in ("!!timestamp x", "!!int x", "!!float x", "!!bool x", '"a \\uD83D"', "[" * 20_000, "9" * 5_000):
        yield f"19-yaml: {value[:12]}", release(f"---\ntitle: {value}\n---\nTexto.\n")
    yield "10-led-by-typo.txt", misspelt_leader
    yield "16-import-code.sh", code_beside_a_picture
    yield "17-rst-in-release-folder.sh", code_in_a_folder
    yield "20-symlinked-download.sh", linked_download
    yield "a backslash in a name", backslash


INPUTS = dict(inputs()) if HOSTILE.is_dir() else {}


@dataclass(frozen=True)
class Clone:
    """A clone of the archive with hostile inputs."""

    source: Path

    def build(self, builder: str) -> str:
        """Build it; give what was told."""
        output = self.source / "_build" / builder
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", str(self.source / "_build" / "doctrees")]
        command += ["-D", "pagefind_enabled=0", str(self.source), str(output)]
        done = subprocess.run(command, cwd=self.source, timeout=LIMIT, capture_output=True, text=True, errors="replace")
        assert done.returncode == 0, done.stderr[-3000:]
        assert not re.search(r"Traceback|Exception occurred|^ERROR", done.stderr, re.MULTILINE), done.stderr[-3000:]
        return done.stderr


def check(clone: Clone, before: set[Path]) -> None:
    """Look at what was built: nothing runs, nothing got in, no word is lost."""
    clone.build("html")
    book = clone.source / "_build" / "typst" / "archivo.pdf"
    clone.build("typst")
    letters = letters_of_year(Printed(book), SLUG[:4])
    output = clone.source / "_build" / "html"
    for page in (output / "sessions").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        article = text[text.index('<article role="main"') : text.index("</article>")]
        assert "<script" not in article
    for file in output.rglob("*"):
        assert file.name != "passwd"
    assert not (clone.source.parent / "PWNED").exists()
    assert code_of(clone) == before, "no input brings code or other sources along"
    for source in (clone.source / "sessions").glob(f"{SLUG}*.md"):
        if "\\" in source.name:
            continue  # a name that can be no address may be refused
        page_text = (output / "sessions" / f"{source.stem}.html").read_text(encoding="utf-8")
        for word in set(re.findall(r"palabra\d+|perdid[oa]\w*|Vocal número \d+", source.read_text(encoding="utf-8"))):
            assert word in page_text, word
            assert re.sub(r"\W", "", word).lower() in letters, word


def letters_of_year(printed: Printed, year: str) -> str:
    """Give the letters and digits of the pages of one year."""
    chapters = [(title, page) for depth, title, page in printed.bookmarks if depth == 1]
    titles = [title for title, _page in chapters]
    start, end = (chapters[titles.index(year) + step][1] for step in (0, 1))
    return letters_of("".join(page.extract_text() for page in printed.reader.pages[start - 1 : end - 1]))


def code_of(clone: Clone) -> set[Path]:
    return {
        file
        for folder in ("sessions", "directorates", "_ext")
        for file in (clone.source / folder).rglob("*")
        if file.suffix in {".py", ".rst", ".toml", ".js"}
    }


def test_no_input_ends_anything_or_gets_anything_in(tmp_path: Path) -> None:
    clone = Clone(copy_project(tmp_path / "project"))
    before = code_of(clone)
    for number, put in enumerate(INPUTS.values()):
        put(clone.source, f"{SLUG}-{number}")
        shutil.rmtree(clone.source.parent / "tree", ignore_errors=True)
    check(clone, before)
