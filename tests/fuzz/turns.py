"""The turns that the parts of a long run take, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Set

from fuzz.builds import html_failure, pdf_failure, rebuild_failure, run_batch
from fuzz.edits import run_edits
from fuzz.failures import Figures
from fuzz.kills import run_kills
from fuzz.library import run_library

Known = Set[tuple[str, str]]
Turn = Callable[[str, Known], Figures]
SHARES = {"library": 0.4, "edits": 0.35, "builds": 0.17, "kills": 0.08}
"""How much of the time goes to each part."""
COUNTED = {
    "library": "mutated releases and records",
    "builds": "inputs in whole builds",
    "edits": "sequences of edits",
    "kills": "kills",
}


def turn_of_library(seed: str, known: Known) -> Figures:
    """Take many mutants."""
    return run_library(seed, 1000, known, real=True)


def turn_of_builds(seed: str, known: Known) -> Figures:
    """Take a batch of inputs: pages always, a book and a rebuild in turn."""
    second = pdf_failure if int(seed.rpartition(".")[2]) % 2 else rebuild_failure
    return run_batch(seed, 40, (html_failure, second), known, real=True)


def turn_of_edits(seed: str, _known: Known) -> Figures:
    """Take a few sequences."""
    return run_edits(seed, 6)


def turn_of_kills(seed: str, _known: Known) -> Figures:
    """Take a few kills."""
    return run_kills(seed, 5)


TURNS: dict[str, Turn] = {
    "library": turn_of_library, "builds": turn_of_builds, "edits": turn_of_edits, "kills": turn_of_kills
}  # fmt: skip
