"""The same archive is the same bytes, wherever and however it is built: pages, data, search, PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest
from sites import PROJECT, Site, small_project


@dataclass(frozen=True)
class Circumstance:
    """Where and how an archive is built."""

    folder: str
    time_zone: str
    locale: str
    hash_seed: int
    processes: int

    def build(self, source: Path, builder: str) -> Site:
        """Build the archive at *source*, as a command of its own."""
        output = source / "_build" / builder
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-j", str(self.processes)]
        command += ["-d", str(source / "_build" / f"doctrees-{builder}"), str(source), str(output)]
        command += ["-D", "html_baseurl=https://archive.example.org/"]  # else there would be no feeds
        told = {"TZ": self.time_zone, "LC_ALL": self.locale, "PYTHONHASHSEED": str(self.hash_seed)}
        subprocess.run(command, env=os.environ | told, cwd=source, check=True, capture_output=True)
        return Site(source, output, [])


CIRCUMSTANCES = (
    Circumstance("here", "UTC", "C", 0, 1),
    Circumstance("elsewhere/ñandú & co", "Pacific/Kiritimati", "C.UTF-8", 1, 2),
    Circumstance("again", "Pacific/Pago_Pago", "C.UTF-8", 2, 2),
)
"""Between the first and the last time zone it is never the same day."""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The releases of the shipped archive with their pictures, and enough records for several processes to share."""
    source = small_project(tmp_path_factory.mktemp("reproducible") / "origin", {})
    shutil.copytree(PROJECT / "sessions", source / "sessions", dirs_exist_ok=True)
    for file in sorted((PROJECT / "projects").glob("*.md"))[:10]:
        text = file.read_text(encoding="utf-8")
        if "parent:" not in text and "preceded_by:" not in text:
            shutil.copy(file, source / "projects")
    return source


@pytest.mark.parametrize(
    ("builder", "made", "files"),
    [
        (
            "html",
            "*",
            {
                "index.html",
                "data/archive.json",
                "data/archive.sqlite",
                "pagefind/pagefind-entry.json",
                "feeds/all.atom",
            },
        ),
        ("typst", "*.pdf", {"archivo.pdf"}),  # what stands beside it is for the next build on the same machine
    ],
)
def test_the_same_bytes(origin: Path, tmp_path: Path, builder: str, made: str, files: set[str]) -> None:
    built = []
    for circumstance in CIRCUMSTANCES:
        source = tmp_path / circumstance.folder
        shutil.copytree(origin, source)
        output = circumstance.build(source, builder).bytes()
        built.append({name: content for name, content in output.items() if fnmatch(name, made)})
    first, *others = built
    assert files <= first.keys()
    for other in others:
        assert other.keys() == first.keys()
        assert [name for name in first if other[name] != first[name]] == []
