"""Archives built for the tests: a copy of the project with other sources in place of its own."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lean_navigation  # noqa: F401  (so that builds of copies run, and measure, the project's own)
import pagefind_search  # noqa: F401  (and find its static files, also where a copy has moved)
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

PROJECT = Path(__file__).parent.parent
SHARED = PROJECT.parent / "shared"
PARTS = (
    "conf.py",
    "institution.toml",
    "index.rst",
    "indices",
    "projects",
    "directorates",
    "people",
    "_static",
    "_ext",
    "sessions",
)


@dataclass(frozen=True)
class Site:
    """A built archive: its sources, its output, and the warnings of the build."""

    source: Path
    output: Path
    warnings: list[str]
    status: str = ""

    def page(self, name: str) -> str:
        return (self.output / f"{name}.html").read_text(encoding="utf-8")

    def bytes(self) -> dict[str, bytes]:
        """Give every file of the output; what Sphinx keeps for itself is left out."""
        return {
            file.relative_to(self.output).as_posix(): file.read_bytes()
            for file in sorted(self.output.rglob("*"))
            if file.is_file() and file.name not in {".buildinfo", ".buildinfo.bak"} and ".doctrees" not in file.parts
        }


def copy_project(target: Path, *, sessions: Path | None = None, without: tuple[str, ...] = ()) -> Path:
    """Copy the project's sources to *target*, with the releases of *sessions* in place of its own."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if part in without or (part == "sessions" and sessions is not None):
            continue
        origin = PROJECT / part
        if origin.is_dir():
            shutil.copytree(origin, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origin, target / part)
    if sessions is not None:
        shutil.copytree(sessions, target / "sessions")
        if (sessions.parent / "imagenes").is_dir():
            shutil.copytree(sessions.parent / "imagenes", target / "imagenes")
    subprocess.run(["chmod", "-R", "u+w", str(target)], check=True)
    return target


def small_project(target: Path, releases: dict[str, str], **parts: dict[str, str]) -> Path:
    """Make an archive of a few releases, with the project's directorates and only the given records."""
    copy_project(target, without=("sessions", "projects", "people"))
    for folder, files in {"sessions": releases, "projects": {}, "people": {}, **parts}.items():
        (target / folder).mkdir(exist_ok=True)
        for name, text in files.items():
            (target / folder / name).write_text(text, encoding="utf-8")
    for file in (target / "directorates").glob("*.md"):
        file.write_text(re.sub(r"led_by:\n(?:[- ] .*\n)+", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def build(
    source: Path,
    output: Path | None = None,
    *,
    builder: str = "html",
    parallel: int = 1,
    fresh: bool = False,
    doctrees: Path | None = None,
    **settings: Any,
) -> Site:
    """Build the archive at *source* in this process."""
    output = output or source / "_build" / builder
    status, warnings = io.StringIO(), io.StringIO()
    translators.clear()  # Sphinx keeps those of a build in another language, and falls back on them
    with patch_docutils(str(source)), docutils_namespace():
        app = Sphinx(
            str(source), str(source), str(output), str(doctrees or output.parent / f"doctrees-{output.name}"), builder,
            confoverrides=settings, status=status, warning=warnings, freshenv=fresh, parallel=parallel,
        )  # fmt: skip
        app.build()
    told = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue()).splitlines()
    return Site(source, output, [line for line in told if line.strip()], status.getvalue())
