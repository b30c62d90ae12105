"""``make bench``: this archive and its peers over the same generated releases, measured in one run.

usage: run.py [--sizes 100 1000 10000] [--printed 100 1000 3000] [--without-peers] [--write]

Seconds are wall-clock of whole commands, memory the peak of the largest process.  ``--write`` puts the tables
into ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import generate
import peers
import published
from transfer import first_search

PROJECT = Path(__file__).parent.parent
PRINTED = "PDF with Typst"
PRINTED_BY_XELATEX = "PDF with xelatex"
BARE = "without heads, cards, feeds, exports"
PUBLISHED = "with all of them, published"
PRINTED_AGAIN = "… PDF, one release added"
LARGEST_BY_XELATEX = 1_000
LARGEST_SERIAL = 1_000
"""Larger archives are built in two processes alone: nobody would build them otherwise."""
PARTS = ("conf.py", "institution.toml", "index.rst", "indices", "_static", "_ext")


@dataclass(frozen=True)
class Measured:
    """One build: what, how many releases, and what it took."""

    name: str
    releases: int
    seconds: float
    memory: int = 0
    size: int = 0
    largest: int = 0
    processor: float = 0.0


def run(
    command: list[str], folder: Path, environment: dict[str, str] | None = None, accept_failure: bool = False
) -> tuple[float, int]:
    """Run a command; give its seconds and the peak memory of its largest process in bytes."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
        )
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - started
        if process.returncode and not accept_failure:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{output.read().decode(errors='replace')[-3000:]}")
    return seconds, usage.ru_maxrss * 1024


def sizes_of(output: Path) -> tuple[int, int]:
    """Give the size of all files of *output*, and of the largest page."""
    files = [file for file in output.rglob("*") if file.is_file() and ".doctrees" not in file.parts]
    pages = [file.stat().st_size for file in files if file.suffix == ".html"]
    return sum(file.stat().st_size for file in files), max(pages, default=0)


def prepare(folder: Path, count: int, photographs: bool = False) -> Path:
    """Make an archive of *count* releases."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in PARTS:
        origin = PROJECT / part
        if origin.is_dir():
            shutil.copytree(origin, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(origin, folder / part)
    generate.write_releases(folder / "sessions", count, photographs)
    generate.write_records(folder)
    return folder


def sphinx(folder: Path, *options: str, search: bool = False) -> tuple[float, int]:
    """Build an archive."""
    searched = [] if search else ["-D", "pagefind_enabled=0"]
    return run([sys.executable, "-m", "sphinx", "-q", *options, *searched, ".", "_build/html"], folder)


def add_release(folder: Path) -> Path:
    """Put one more release, without pictures, into an archive; give its file."""
    slug = "2026-12-30-comunicado-99999"
    text = generate.Generator(seed=7).release(3, datetime.date(2026, 12, 30), slug)
    file = folder / "sessions" / f"{slug}.md"
    file.write_text(re.sub(r"<img[^>]*>", "", text), encoding="utf-8")
    return file


def measure_archive(folder: Path, count: int) -> list[Measured]:
    """Build an archive in one process and in two, with the search, and again after changes."""
    found = []

    def tell(name: str, seconds: float, memory: int) -> None:
        size, largest = sizes_of(folder / "_build" / "html")
        found.append(Measured(name, count, seconds, memory, size, largest))
        print(f"  {name:34} {seconds:8.1f} s  {seconds / count * 1000:7.1f} ms a release", flush=True)

    if count <= LARGEST_SERIAL:
        tell("this archive", *sphinx(folder))
        shutil.rmtree(folder / "_build")
    tell("this archive, -j auto", *sphinx(folder, "-j", "auto"))
    tell("… nothing changed", *sphinx(folder, "-j", "auto"))
    added = add_release(folder)
    tell("… one release added", *sphinx(folder, "-j", "auto"))
    record = next((folder / "projects").glob("*.md"))
    record.write_text(
        record.read_text(encoding="utf-8").replace("directorate:", "aliases: [Otro Nombre]\ndirectorate:"),
        encoding="utf-8",
    )
    tell("… one alias added", *sphinx(folder, "-j", "auto"))
    added.unlink()
    sphinx(folder, "-j", "auto", search=True)
    index = folder / "_build" / "html" / "pagefind"
    shutil.rmtree(index)
    seconds, memory = sphinx(folder, "-j", "auto", search=True)
    size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
    found.append(Measured("search index alone", count, seconds, memory, size))
    print(f"  {'search index alone':34} {seconds:8.1f} s  {size / 2**20:7.1f} MB", flush=True)
    transferred = first_search(folder / "_build" / "html")
    if transferred:
        found.append(Measured("first search on a cold page", count, 0.0, 0, transferred))
        print(f"  {'first search on a cold page':34} {transferred / 1024:8.0f} KB", flush=True)
    return found


def measure_published(folder: Path, count: int) -> list[Measured]:
    """Build an archive without what only others read, and with all of it; give the sizes of that, too."""
    found = []
    output = folder / "_build" / "html"
    for name, settings in ((BARE, published.BARE), (PUBLISHED, published.PUBLISHED)):
        shutil.rmtree(folder / "_build", ignore_errors=True)
        before = published.processor_seconds()
        seconds, memory = sphinx(folder, "-j", "auto", *settings)
        processor = published.processor_seconds() - before
        found.append(Measured(name, count, seconds, memory, *sizes_of(output), processor))
        print(f"  {name:34} {seconds:8.1f} s  {processor:7.1f} s of the processor", flush=True)
    for kind, size in published.sizes_written(output).items():
        found.append(Measured(f"… {kind}", count, 0.0, 0, size))
        print(f"  … {kind:32} {size / 2**20:8.1f} MB", flush=True)
    return found


def measure_print(folder: Path, count: int) -> list[Measured]:
    """Print an archive with photographs: with Typst, again after a change, and with xelatex where it is installed."""
    found = []

    def tell(name: str, seconds: float, memory: int, *files: Path) -> None:
        found.append(Measured(name, count, seconds, memory, sum(file.stat().st_size for file in files)))
        told = f"  {name:34} {seconds:8.1f} s  {seconds / count * 1000:7.1f} ms a release  {memory / 2**20:6.0f} MB"
        print(told, flush=True)

    def typst(name: str) -> None:
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "typst", "-j", "auto", ".", "_build/pdf"]
        tell(name, *run(command, folder), *(folder / "_build" / "pdf").rglob("*.pdf"))

    typst(PRINTED)
    typst("… PDF, nothing changed")
    add_release(folder)
    typst(PRINTED_AGAIN)
    if count <= LARGEST_BY_XELATEX and shutil.which("latexmk") and shutil.which("xelatex"):
        latex = [sys.executable, "-m", "sphinx", "-q", "-b", "latex", "-D", "latex_engine=xelatex", "-j", "auto"]
        first, memory = run([*latex, ".", "_build/latex"], folder)
        source = next((folder / "_build" / "latex").glob("*.tex"))
        compile_ = ["latexmk", "-xelatex", "-interaction=nonstopmode", "-f", "-quiet", source.name]
        seconds, peak = run(compile_, source.parent, accept_failure=True)
        tell(PRINTED_BY_XELATEX, first + seconds, max(memory, peak), source.with_suffix(".pdf"))
    return found


def table(rows: list[Measured]) -> str:
    """Give the rows as a Markdown table."""
    lines = [
        "| build | releases | seconds | ms a release | peak memory | output | largest page |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {row.name} | {row.releases:,} | {row.seconds:.1f} | {row.seconds / row.releases * 1000:.1f} | "
        f"{row.memory / 2**20:.0f} MB | {row.size / 2**20:.1f} MB | {row.largest / 1024:.0f} KB |"
        for row in rows
    ]
    return "\n".join(lines)


def ratios(rows: list[Measured]) -> str:
    """Give the figures that the project set itself, each with what was measured."""
    seconds = {(row.name, row.releases): row.seconds for row in rows}
    processor = {(row.name, row.releases): row.processor for row in rows}
    serial, parallel, basic = "this archive", "this archive, -j auto", "Sphinx, MyST, basic theme"
    wanted: list[tuple[str, str, float | None]] = []

    def ratio(first: tuple[str, int], second: tuple[str, int]) -> float | None:
        return seconds[first] / seconds[second] if first in seconds and second in seconds else None

    def added(count: int) -> float | None:
        bare, all_ = (processor.get((name, count)) for name in (BARE, PUBLISHED))
        return all_ / bare - 1 if bare and all_ else None

    cost = ratio((parallel, 10_000), (parallel, 1_000))
    clean = (parallel, 1_000)
    printed = ratio((PRINTED, 3_000), (PRINTED, 1_000))
    memory = max((row.memory for row in rows if row.name in {PRINTED, PRINTED_AGAIN}), default=None)
    wanted += [
        ("cost per release at 10,000 against 1,000", "≤ 1.25", cost / 10 if cost else None),
        ("against Sphinx with the basic theme, 1,000", "≤ 2", ratio((serial, 1_000), (basic, 1_000))),
        ("gain of -j auto at 1,000", "≥ 1.5", ratio((serial, 1_000), clean)),
        ("Material for MkDocs against this, 1,000", "> 1", ratio(("Material for MkDocs", 1_000), clean)),
        ("plain Sphinx and furo against this, 300", "", ratio(("Sphinx, MyST, furo", 300), (parallel, 300))),
        ("nothing changed, 1,000", "< 10 %", ratio(("… nothing changed", 1_000), clean)),
        ("one release added, 1,000", "< 15 %", ratio(("… one release added", 1_000), clean)),
        ("heads, cards, feeds, exports add at 1,000, of the processor", "≤ 15 %", added(1_000)),
        ("heads, cards, feeds, exports add at 10,000, of the processor", "≤ 15 %", added(10_000)),
        ("PDF against xelatex, 100", "< 0.35", ratio((PRINTED, 100), (PRINTED_BY_XELATEX, 100))),
        ("PDF against xelatex, 1,000", "< 0.20", ratio((PRINTED, 1_000), (PRINTED_BY_XELATEX, 1_000))),
        ("PDF, one release added, 1,000", "< 12 %", ratio((PRINTED_AGAIN, 1_000), (PRINTED, 1_000))),
        ("PDF, cost per release at 3,000 against 1,000", "≤ 1.1", printed / 3 if printed else None),
        ("PDF, peak memory of a process in GB", "< 1.2", memory / 1e9 if memory else None),
    ]
    lines = ["| figure | wanted | measured |", "|---|---|--:|"]
    lines += [f"| {name} | {limit} | {value:.2f} |" for name, limit, value in wanted if value is not None]
    return "\n".join(lines)


def machine() -> str:
    """Say on what this was measured."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main() -> None:
    """Measure, print, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1_000, 10_000])
    parser.add_argument("--printed", type=int, nargs="*", default=[100, 1_000, 3_000])
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        for count in options.sizes:
            print(f"{count:,} releases", flush=True)
            archive = prepare(work / f"archive-{count}", count)
            if not options.without_peers:
                for peer in peers.PEERS:
                    if count <= peer.most:
                        seconds, memory = peer.build(archive / "sessions", work / f"{peer.key}-{count}", run)
                        size, largest = sizes_of(work / f"{peer.key}-{count}" / "out")
                        rows.append(Measured(peer.name, count, seconds, memory, size, largest))
                        print(
                            f"  {peer.name:34} {seconds:8.1f} s  {seconds / count * 1000:7.1f} ms a release", flush=True
                        )
                        shutil.rmtree(work / f"{peer.key}-{count}")
            rows += measure_archive(archive, count)
            rows += measure_published(archive, count)
            shutil.rmtree(archive)
            if options.write:
                write_tables(rows)
        for count in options.printed:
            print(f"{count:,} releases with photographs", flush=True)
            archive = prepare(work / f"printed-{count}", count, photographs=True)
            rows += measure_print(archive, count)
            shutil.rmtree(archive)
            if options.write:
                write_tables(rows)
    print(f"\n{machine()}\n\n{ratios(rows)}\n\n{table(rows)}")


def write_tables(rows: list[Measured]) -> None:
    """Put what was measured so far into the README."""
    readme = Path(__file__).parent / "README.md"
    head = readme.read_text(encoding="utf-8").partition("<!-- results -->")[0]
    tables = f"{ratios(rows)}\n\n{table(rows)}"
    readme.write_text(f"{head}<!-- results -->\n\nMeasured on {machine()}.\n\n{tables}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
