"""Whole builds: an archive with many inputs at once, made to pages, rebuilt after a change, and printed.

Each build is a process of its own with limits, so that none takes the machine with it.  What fails is looked for
among the inputs by halves, and then made small.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from council.language.decoding import decode
from sites import Site, small_project
from sphinx.cmd.build import build_main

from fuzz.checks import active_parts, inline_scripts, lost_words, shown_by_page
from fuzz.failures import Failure, Figures, failure_told
from fuzz.inputs import Input, changing, inputs_of
from fuzz.shrinking import Tries, smallest, smallest_bytes

PATIENCE = 400
"""Seconds after which a build hangs, however busy the machine; it takes a few."""
WARM = get_context("forkserver")
WARM.set_forkserver_preload(
    ["fuzz.builds", "council_sphinx", "typst_builder", "pagefind_search", "furo", "sphinx_design"]
)
MEMORY = 6 << 30
"""Bytes that a build has at most."""
TRIES = 40
"""How many builds may be spent on making a failing input small."""
ROUNDS = 4
"""How many failures are looked for in one batch; what fails is left out of the next round."""
_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|Exception occurred|^Extension error", re.MULTILINE)


@dataclass(frozen=True)
class Built:
    """An archive that was built: what failed while building, else the site."""

    site: Site
    failure: Failure | None


def start(source: Path, builder: str, *settings: str) -> subprocess.Popen[str]:
    """Start building the archive at *source* in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "sphinx", *_arguments(source, builder, *settings)],
        cwd=source, text=True, errors="replace", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_limit_memory,
    )  # fmt: skip


def _arguments(source: Path, builder: str, *settings: str) -> list[str]:
    build = source / "_build"
    options = ["-q", "-b", builder, "-d", str(build / "doctrees"), "-D", "pagefind_enabled=0", *settings]
    return [*options, str(source), str(build / builder)]


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def build(source: Path, builder: str, *settings: str) -> Built:
    """Build the archive at *source*, to the end or to the end of all patience.

    The process is forked from one that has imported what a build needs, and has built nothing: that is half the time.
    """
    with NamedTemporaryFile() as told:
        process = WARM.Process(target=_build, args=(source, told.name, _arguments(source, builder, *settings)))
        process.start()
        process.join(PATIENCE)
        site, failure = Site(source, source / "_build" / builder, []), None
        if hangs := process.is_alive():
            os.killpg(process.pid or 0, 9)
            process.join()
        text = Path(told.name).read_text(encoding="utf-8", errors="replace")
    if hangs:
        return Built(site, Failure("time", f"the {builder} build hangs", text))
    if process.exitcode or _TRACEBACK.search(text):
        failure = failure_told(f"{text[-8000:]}\nexit status {process.exitcode} of {builder}")
    return Built(replace(site, warnings=text.splitlines()), failure)


def _build(source: Path, told: str, arguments: list[str]) -> None:
    """Build in the process that was forked, as the command does, with *told* for what it tells."""
    os.setsid()
    _limit_memory()
    os.chdir(source)
    with (
        open(os.devnull, "w") as sys.stdout,
        open(told, "w", encoding="utf-8", errors="backslashreplace") as sys.stderr,
    ):
        try:
            status = build_main(arguments)
        except BaseException:
            traceback.print_exc()
            raise
    os._exit(status)


def put(source: Path, inputs: Sequence[Input]) -> None:
    """Put the inputs into the archive at *source*."""
    for each in inputs:
        each.put(source)


def pages_failure(site: Site, inputs: Sequence[Input]) -> Failure | None:
    """Give the first failure of a page; what the archivist writes in a record may be HTML, as on any page of Sphinx."""
    scripts = inline_scripts(site.page("index"))
    own = {each.path for each in inputs if not each.path.startswith("sessions/")}
    for file in sorted(site.output.rglob("*.html")):
        name = file.relative_to(site.output).with_suffix(".md").as_posix()
        if name == "search.md" or name in own:  # the elements of the search page are the site's own
            continue
        if parts := list(active_parts(file.read_text(encoding="utf-8"), scripts)):
            return Failure("active", re.sub(r"[^<>\w ]+.*", "", parts[0]), f"{name}: {parts}")
    for each in inputs:
        page = site.output / Path(each.path).with_suffix(".html")
        if not each.is_plain_release:
            continue
        if not page.is_file():
            return Failure("page missing", "of a release", f"{each.path}: {site.warnings}")
        text = decode(each.data).replace("\r\n", "\n")
        if lost := lost_words(text, shown_by_page(page.read_text(encoding="utf-8"))):
            return Failure("words lost", "on a page of a build", f"{each.path}: {' '.join(lost)}")
    return None


def html_failure(inputs: Sequence[Input]) -> Failure | None:
    """Build the inputs to pages, and look at them; give what fails, if anything does."""
    inputs = [each for each in inputs if each.after]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = small_project(Path(folder) / "project", {})
        put(source, inputs)
        built = build(source, "html")
        return built.failure or pages_failure(built.site, inputs)


def pdf_failure(inputs: Sequence[Input]) -> Failure | None:
    """Print the inputs; give what fails, if anything does."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source = small_project(Path(folder) / "project", {})
        put(source, [each for each in inputs if each.after])
        built = build(source, "typst")
        if built.failure:
            return built.failure
        if list(built.site.output.glob("*.pdf")):
            return None
        return failure_told("\n".join(built.site.warnings)[-8000:])


def rebuild_failure(inputs: Sequence[Input]) -> Failure | None:
    """Build, let inputs come and go, and build again: the end must be as if they had been so from the start."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, clean = Path(folder) / "project", Path(folder) / "clean"
        small_project(source, {})
        shutil.copytree(source, clean)
        put(source, [each for each in inputs if each.before])
        built = [build(source, "html")]
        for each in inputs:
            if not each.after:
                each.remove(source)
                each.remove(clean)  # where the archive had one of that name
        put(source, [each for each in inputs if each.after and not each.before])
        put(clean, [each for each in inputs if each.after])
        built += [build(source, "html"), build(clean, "html")]
        for each_built in built:
            if each_built.failure:
                return each_built.failure
        return difference(built[1].site, built[2].site)


def difference(site: Site, clean: Site) -> Failure | None:
    """Give the files that differ from those of a clean build."""
    first, second = site.bytes(), clean.bytes()
    names = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    if not names:
        return None
    told = [
        f"{name}: {'stale' if name not in second else 'missing' if name not in first else 'differs'}" for name in names
    ]
    return Failure("rebuild", re.sub(r"[^/]*\.html: ", ".html ", told[0]), "\n".join(told))


Check = Callable[[Sequence[Input]], Failure | None]


def run_batch(
    seed: str,
    count: int,
    checks: Sequence[Check],
    known: Set[tuple[str, str]] = frozenset(),
    *,
    real: bool,
    tries: int = TRIES,
) -> Figures:
    """Build so many inputs at once, without those that have failed again and again; kinds that are *known* stay large."""
    figures = Figures(mutants=count)
    inputs = list(changing(inputs_of(seed, count, real=real), seed))
    for check in checks:
        for _round in range(ROUNDS if tries else 1):
            failure = check(inputs)
            if failure is None:
                break
            guilty, failure = _small(
                inputs, check, failure, tries, tries * ((failure.check, failure.kind) not in known)
            )
            told = "; ".join(f"{each.path!r}: {each.oddity or each.told}" for each in guilty)
            files = {each.path: each.data for each in guilty}
            figures.failures.append(failure.of(f"batch {seed} of {count}, {told}", files))
            paths = {each.path for each in guilty}
            inputs = [each for each in inputs if each.path not in paths]
    return figures


def _small(
    inputs: Sequence[Input], check: Check, failure: Failure, tries: int, tries_of_text: int
) -> tuple[Sequence[Input], Failure]:
    """Give few inputs that fail the same way, one of them with a short text, and how they fail."""
    last = failure

    def fails(some: Sequence[Input]) -> bool:
        nonlocal last
        other = check(some)
        if other is None or (other.check, other.kind) != (failure.check, failure.kind):
            return False
        last = other
        return True

    guilty = smallest(inputs, fails, Tries(tries))
    if len(guilty) == 1:
        (only,) = guilty
        data = smallest_bytes(only.data, lambda data: fails([replace(only, data=data)]), Tries(tries_of_text))
        guilty = [replace(only, data=data)]
    return guilty, last
