"""Builds and commands that are killed at any moment: run again, they end as if nothing had happened."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sites import PROJECT, small_project

from fuzz.builds import PATIENCE, start
from fuzz.corpus import releases
from fuzz.failures import Failure, Figures, failure_told

Start = Callable[[Path], subprocess.Popen[str]]


def command(*arguments: str) -> Start:
    """Give what starts one of the archivist's commands."""

    def begin(source: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "council", *arguments], cwd=source, env={**os.environ, "PYTHONPATH": str(PROJECT / "_ext")},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    return begin


STARTS: dict[str, Start] = {
    "html": lambda source: start(source, "html"),
    "html in parallel": lambda source: start(source, "html", "-j", "2"),
    "typst": lambda source: start(source, "typst"),
    "catalogue": command("catalogue"),
    "import": command("import", "../more"),
}


@dataclass(frozen=True)
class Bench:
    """An archive as it is before a run, and how each run ends when nobody stops it."""

    folder: Path

    def __post_init__(self) -> None:
        texts = {f"2020-01-{number:02}-a.md": text.text for number, text in enumerate(releases(real=False)[:12], 1)}
        source = small_project(self.folder / "project", dict(list(texts.items())[:10]))
        assert not start(source, "html").wait(PATIENCE)
        for name in list(texts)[10:]:
            (source / "sessions" / name).write_text(texts[name], encoding="utf-8")
        shutil.copytree(PROJECT / "sessions", self.folder / "more")

    def copy(self, name: str) -> Path:
        """Give a copy of the archive beside it."""
        return Path(shutil.copytree(self.folder / "project", self.folder / name))


def tree(source: Path) -> dict[str, bytes]:
    """Give every file of an archive but what Sphinx and the builders keep for themselves."""
    kept = {"doctrees", "typst", "__pycache__", "documents", "pictures"}
    return {
        file.relative_to(source).as_posix(): file.read_bytes()
        for file in sorted(source.rglob("*"))
        if file.is_file()
        and not kept & set(file.relative_to(source).parts[:-1])
        and not file.name.startswith(".buildinfo")
    } | {file.name: file.read_bytes() for file in source.glob("_build/typst/*.pdf")}


def kill(bench: Bench, chance: Random, name: str) -> Failure | None:
    """Kill one run, run it again, and compare with one that was not killed."""
    whole, killed = bench.copy("whole"), bench.copy("killed")
    begun = time.monotonic()
    finish(STARTS[name](whole))
    process = STARTS[name](killed)
    delay = chance.random() * (time.monotonic() - begun)
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    status, told = finish(STARTS[name](killed))
    expected, given = tree(whole), tree(killed)
    different = sorted(path for path in expected.keys() | given.keys() if expected.get(path) != given.get(path))
    shutil.rmtree(whole)
    shutil.rmtree(killed)
    origin = f"{name}, killed after {delay:.2f} s"
    if "Traceback" in told or status < 0 or (status and name != "import"):
        return failure_told(told).of(origin, {})
    return Failure("kill", f"{name}: {Path(different[0]).suffix}", "\n".join(different), origin) if different else None


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Give the exit status of a run that nobody stops, and what it told."""
    try:
        told = process.communicate(timeout=PATIENCE)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        told = f"{process.communicate()[1]}\nERROR: it hangs"
    return process.returncode, told


def run_kills(seed: str, count: int, names: tuple[str, ...] = tuple(STARTS)) -> Figures:
    """Kill so many runs; give what does not heal."""
    figures, chance = Figures(mutants=count), Random(f"kills {seed}")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder))
        for _ in range(count):
            failure = kill(bench, chance, chance.choice(names))
            if failure:
                figures.failures.append(failure)
    return figures
