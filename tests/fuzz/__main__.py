"""The long run: ``make fuzz MINUTES=30 [SEED=1] [JOBS=2] [PARTS="library builds"]``.

The parts take turns until the time is over.  What fails is told at once, made small, and kept below ``_build/fuzz/``;
figures come at the end.  Exit status 1 where anything failed.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from fuzz.failures import Failure, Figures, Findings, failure_of
from fuzz.turns import COUNTED, SHARES, TURNS, Known


def in_a_process(part: str, seed: str, known: Known) -> Figures:
    """Take a turn in a process of its own, so that one that dies takes no other with it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(TURNS[part], seed, known).result()


class Run:
    """A run of all parts until its time is over."""

    def __init__(self, seed: str, parts: list[str], findings: Findings) -> None:
        self.seed, self.findings = seed, findings
        self.figures = {part: Figures() for part in parts}
        self.spent = dict.fromkeys(parts, 0.0)
        self.turns = dict.fromkeys(parts, 0)

    def until(self, end: float, jobs: int) -> None:
        """Give turns to the parts, several at once; a turn that began in time is taken to its end."""
        running: dict[Future[Figures], tuple[str, str, float]] = {}
        with ThreadPoolExecutor(jobs) as threads:
            while running or time.monotonic() < end:
                while len(running) < jobs and time.monotonic() < end:
                    part, seed = self._next()
                    turn = threads.submit(in_a_process, part, seed, frozenset(self.findings.smallest))
                    running[turn] = (part, seed, time.monotonic())
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    self._note(done, *running.pop(done))

    def _next(self) -> tuple[str, str]:
        """Give the part that has had the least of its share, and a seed for it."""
        part = min(self.spent, key=lambda part: self.spent[part] / SHARES[part])
        self.turns[part] += 1
        self.spent[part] += 5  # that of those that are running is not known yet
        return part, f"{self.seed}.{self.turns[part]}"

    def _note(self, done: Future[Figures], part: str, seed: str, begun: float) -> None:
        """Add what a turn did; one that ends with an exception is a failure of the machine, and is told as all others."""
        figures, total = Figures(), self.figures[part]
        try:
            figures = done.result()
        except BrokenProcessPool as error:
            self._tell(Failure("crash", part, f"its process died: {error}", f"{part} {seed}"))
        except Exception as error:
            self._tell(failure_of(error).of(f"the turn {part} {seed} itself", {}))
        self.spent[part] += time.monotonic() - begun - 5
        total.mutants += figures.mutants
        if figures.slowest > total.slowest:
            total.slowest, total.slowest_name = figures.slowest, figures.slowest_name
        for failure in figures.failures:
            self._tell(failure)

    def _tell(self, failure: Failure) -> None:
        again = "" if self.findings.note(failure) else "again "
        print(f"{again}{failure.check}: {failure.kind}\n    {failure.origin[:200]}", flush=True)

    def summary(self) -> str:
        """Give the figures of all parts."""
        lines = [
            f"{figures.mutants:7} {COUNTED[part]} in {self.spent[part] / 60:.0f} minutes"
            for part, figures in self.figures.items()
        ]
        slowest = max(self.figures.values(), key=lambda figures: figures.slowest)
        lines.append(f"slowest: {slowest.slowest:.2f} s, {slowest.slowest_name}" if slowest.slowest else "")
        kinds = len(self.findings.smallest)
        lines.append(
            f"{self.findings.count} failures of {kinds} kinds" + (f", kept in {self.findings.folder}" if kinds else "")
        )
        return "\n".join(line for line in lines if line)


def main() -> int:
    """Run for so many minutes; give the exit status."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", default=time.strftime("%Y%m%d%H%M%S"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parts", nargs="+", choices=list(TURNS), default=list(TURNS))
    parser.add_argument("--folder", type=Path, default=Path("_build/fuzz"))
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.minutes:g} minutes", flush=True)
    run = Run(options.seed, options.parts, Findings(options.folder / options.seed))
    run.until(time.monotonic() + 60 * options.minutes, options.jobs)
    print(run.summary())
    return 1 if run.findings.count else 0


if __name__ == "__main__":
    sys.exit(main())
