"""A short run of the machine that looks for inputs that break the archive: fixed seeds, the project's own releases."""

from __future__ import annotations

import pytest

from fuzz.builds import html_failure, pdf_failure, rebuild_failure, run_batch
from fuzz.edits import run_edits
from fuzz.failures import Figures
from fuzz.kills import run_kills
from fuzz.library import run_library

ENDLESS = 60
"""Seconds of the processor: what takes more has no end; how long the rest takes is for ``make fuzz`` to tell."""


def told(figures: Figures) -> list[tuple[str, str, str, dict[str, bytes]]]:
    return [(each.kind, each.origin, each.message, dict(each.files)) for each in figures.failures]


@pytest.mark.parametrize("seed", ["one", "two"])
def test_no_mutant_ends_anything_or_loses_a_word(seed: str) -> None:
    assert told(run_library(seed, 80, real=False, tries=0, limit=ENDLESS)) == []


def test_many_inputs_in_a_whole_build() -> None:
    assert told(run_batch("short", 20, (html_failure, pdf_failure, rebuild_failure), real=False, tries=0)) == []


def test_a_rebuild_after_any_edits_is_a_clean_build() -> None:
    assert told(run_edits("short", 2, steps=6, shrink=False)) == []


def test_killed_runs_heal() -> None:
    assert told(run_kills("short", 2)) == []
