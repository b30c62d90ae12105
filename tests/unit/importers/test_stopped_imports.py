"""An import that is killed leaves nothing half-written, and the next one does the rest."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from council.__main__ import main
from incoming import PNG, tree
from sites import PROJECT

RELEASES = 60


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {}
    for number in range(RELEASES):
        slug = f"2014-01-{number % 28 + 1:02}-release-{number}"
        files |= {
            f"{slug}.md": f"---\ntitle: Release {number}\nlayout: x\n---\n{'A word. ' * 500}\n",
            f"{slug}/a.png": PNG,
        }
    return tree(tmp_path / "from", files)


def archive(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(PROJECT / "institution.toml", folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in (folder / "sessions").rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_whenever_it_is_killed(origin: Path, tmp_path: Path) -> None:
    whole, killed = archive(tmp_path / "whole"), archive(tmp_path / "killed")
    subprocess.run(command(whole, origin), env=environment(), capture_output=True, check=True)
    expected = contents(whole)
    assert len(expected) == 2 * RELEASES
    dice = random.Random(1)
    for _attempt in range(6):
        shutil.rmtree(killed / "sessions", ignore_errors=True)
        kill_at(command(killed, origin), killed / "sessions", dice.randrange(RELEASES // 2))
        there = {name: content for name, content in contents(killed).items() if not name.endswith(".partial")}
        assert there.items() <= expected.items()
        for name in there:
            assert not name.endswith(".md") or f"{name.removesuffix('.md')}/a.png" in there
    assert main(["--source", str(killed), "import", str(origin)]) == 0
    assert contents(killed) == expected


def kill_at(arguments: list[str], folder: Path, entries: int) -> None:
    """Run a command, and kill it when *folder* has more than so many entries."""
    process = subprocess.Popen(arguments, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and (not folder.is_dir() or len(os.listdir(folder)) <= entries):
        pass
    process.kill()
    process.wait()


def command(source: Path, origin: Path) -> list[str]:
    return [sys.executable, "-m", "council", "--source", str(source), "import", str(origin)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(PROJECT / "_ext")}
