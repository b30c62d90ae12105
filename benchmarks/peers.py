"""The peers: other generators over the same releases, in an environment of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = Path(__file__).parent.parent / "_build" / "peers"
PACKAGES = ["sphinx>=9", "myst-parser>=5", "furo", "mkdocs-material>=9.7", "pelican[markdown]>=4.11", "hugo>=0.150"]

Run = Callable[[list[str], Path], tuple[float, int]]


@dataclass(frozen=True)
class Peer:
    """A generator: *make* writes its project around the releases and gives the command; *most* releases it is asked for."""

    key: str
    name: str
    make: Callable[[Path, Path], list[str]]
    most: int

    def build(self, releases: Path, folder: Path, run: Run) -> tuple[float, int]:
        """Build the releases below *folder*, into ``out``."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return run(self.make(releases, folder), folder)


def program(name: str) -> str:
    """Give a program of the peers' environment, which is made when it is first asked for."""
    if not (ENVIRONMENT / "ready").is_file():
        print("installing the peers …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *PACKAGES], check=True)
        (ENVIRONMENT / "ready").touch()
    return str(ENVIRONMENT / "bin" / name)


def _copy_readable(releases: Path, folder: Path) -> None:
    """Copy the releases with headings that plain Markdown reads; else the pages would have no titles."""
    shutil.copytree(releases, folder)
    for file in folder.glob("*.md"):
        text = re.sub(r"^##(?=#)", "#", file.read_text(encoding="utf-8"), flags=re.M)
        text = re.sub(r"^(#+)(?=[^#\s])", r"\1 ", text, flags=re.M)
        file.write_text(text.replace("\n## Informe", "\n# Informe", 1), encoding="utf-8")


def _sphinx(theme: str) -> Callable[[Path, Path], list[str]]:
    def make(releases: Path, folder: Path) -> list[str]:
        _copy_readable(releases, folder / "sessions")
        (folder / "conf.py").write_text(
            f'extensions = ["myst_parser"]\nhtml_theme = "{theme}"\nlanguage = "es"\nexclude_patterns = ["out"]\n'
            'suppress_warnings = ["myst", "toc", "image"]\n'
        )
        (folder / "index.rst").write_text("Inicio\n======\n\n.. toctree::\n   :glob:\n\n   sessions/*\n")
        return [program("python"), "-m", "sphinx", "-q", ".", "out"]

    return make


def _mkdocs(releases: Path, folder: Path) -> list[str]:
    _copy_readable(releases, folder / "docs" / "sessions")
    (folder / "docs" / "index.md").write_text("# Inicio\n")
    (folder / "mkdocs.yml").write_text("site_name: Archivo\nsite_dir: out\ntheme: {name: material, language: es}\n")
    return [program("mkdocs"), "build", "--quiet"]


def _pelican(releases: Path, folder: Path) -> list[str]:
    (folder / "content").mkdir()
    for file in sorted(releases.glob("*.md")):
        head = f"Title: {file.stem}\nDate: {file.stem[:10]}\nSlug: {file.stem}\n\n"
        (folder / "content" / file.name).write_text(head + file.read_text(encoding="utf-8"), encoding="utf-8")
        shutil.copytree(releases / file.stem, folder / "content" / file.stem)
    return [program("pelican"), "--quiet", "--ignore-cache", "--output", "out", "content"]


def _hugo(releases: Path, folder: Path) -> list[str]:
    content = folder / "content" / "sessions"
    content.mkdir(parents=True)
    for file in sorted(releases.glob("*.md")):
        head = f'---\ntitle: "{file.stem}"\ndate: {file.stem[:10]}\n---\n'
        (content / file.name).write_text(head + file.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copytree(releases, folder / "static", ignore=shutil.ignore_patterns("*.md"))
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n")
    (layouts / "list.html").write_text(
        "<!doctype html>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}\n"
    )
    (folder / "hugo.toml").write_text(
        'baseURL = "http://localhost/"\ntitle = "Archivo"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
    )
    return [program("hugo"), "--quiet", "--destination", "out"]


PEERS = [
    Peer("furo", "Sphinx, MyST, furo", _sphinx("furo"), 300),
    Peer("basic", "Sphinx, MyST, basic theme", _sphinx("basic"), 1_000),
    Peer("mkdocs", "Material for MkDocs", _mkdocs, 1_000),
    Peer("pelican", "Pelican", _pelican, 1_000),
    Peer("hugo", "Hugo", _hugo, 1_000),
]
