"""The machine itself: it would find what is wrong, makes it small, and does the same again for the same seed."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from fuzz.__main__ import Run
from fuzz.checks import active_parts, lost_words, shown_by_page
from fuzz.failures import Failure, Figures, Findings, failure_of, failure_told
from fuzz.inputs import ODDITIES, Input, inputs_of
from fuzz.library import limited
from fuzz.mutants import release_mutant
from fuzz.mutations import MOST, MUTATIONS, mutated
from fuzz.shrinking import Tries, smallest, smallest_bytes
from fuzz.turns import TURNS, Known

PAGE = "<html><head><script>own()</script></head><body><article role='main'><p>{}</p></article></body></html>"


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        "<b onclick='x()'>a</b>",
        "<a href='java\tscript:x'>a</a>",
        "<a href='data:text/html,x'>a</a>",
        "<img src='//a.mx/a.png'>",
        "<iframe src='a.html'></iframe>",
        "<form></form>",
        "<svg><a xlink:href='javascript:x'></a></svg>",
    ],
)
def test_what_is_active_is_found(part: str) -> None:
    assert list(active_parts(PAGE.format(part), frozenset({"own()"})))
    assert not list(active_parts(PAGE.format("<a href='https://a.mx'>a</a> <img src='a.png'>"), frozenset({"own()"})))


def test_a_lost_word_is_found() -> None:
    source = "---\ntitle: Nada\n---\n# Uno <b>dos</b> tr**es** [cuatro](cinco.md) <!-- seis --> siete&nbsp;siete\n"
    assert lost_words(source, shown_by_page(PAGE.format("Uno dos tres cuatro siete siete"))) == []
    assert lost_words(source, shown_by_page(PAGE.format("Uno tres cuatro siete"))) == ["dos", "siete"]
    assert lost_words("](<i src=''>uno ](-<i src=''>dos", shown_by_page(PAGE.format("](uno ](-dos"))) == []
    assert lost_words("---\na:\n<!--\n---\nuno -->dos", shown_by_page(PAGE.format("a: dos"))) == []
    assert lost_words('> <img alt=""\n> "uno">dos', shown_by_page(PAGE.format("dos"))) == []


def test_a_failing_input_becomes_small() -> None:
    text = b"".join(b"linea %d\n" % number for number in range(200)) + b"uno <b> dos\n"
    assert smallest_bytes(text, lambda data: b"<b>" in data, Tries(500)) == b"<b>"
    assert smallest(range(100), lambda some: {3, 70} <= set(some), Tries(500)) == [3, 70]
    assert len(smallest(range(100), lambda some: 3 in some, Tries(3))) > 1


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_takes_any_text(name: str) -> None:
    assert MUTATIONS[name].__doc__
    for text in ("", "\n", "a", "<p>uno</p>\n\ndos: tres\n", "ñ" * MOST):
        for seed in range(5):
            assert len(mutated(Random(seed), text, [name])) <= MOST


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert release_mutant("a", real=False) == release_mutant("a", real=False) != release_mutant("b", real=False)
    assert inputs_of("a", 30, real=False) == inputs_of("a", 30, real=False)


@pytest.mark.parametrize("oddity", ODDITIES)
def test_an_oddity_comes_and_goes(tmp_path: Path, oddity: str) -> None:
    each = Input("sessions/a.md", b"a", oddity)
    each.put(tmp_path)
    assert (tmp_path / "sessions" / "a.md").is_symlink() or (tmp_path / "sessions" / "a.md").exists()
    each.remove(tmp_path)
    assert list((tmp_path / "sessions").iterdir()) == []


def test_what_takes_too_long_ends() -> None:
    with pytest.raises(TimeoutError), limited(0.01):
        all(iter(lambda: True, None))


def test_the_smallest_of_each_kind_is_kept(tmp_path: Path) -> None:
    findings = Findings(tmp_path)
    for data in (b"long one", b"short", b"longer one"):
        findings.note(Failure("exception", "ValueError a", "told").of("from", {"sessions/a.md": data}))
    findings.note(failure_told("WARNING: a\nERROR: archivo.pdf is not made: error: missing alt text\n"))
    assert failure_of(ValueError()).kind == "ValueError"
    assert [kind for _check, kind in findings.smallest] == ["ValueError a", "error: missing alt text"]
    assert [file.read_bytes() for file in tmp_path.rglob("input-*")] == [b"short"]
    assert findings.count == 4


def dies(_seed: str, _known: Known) -> Figures:
    os.kill(os.getpid(), signal.SIGKILL)
    return Figures()


def fails(seed: str, _known: Known) -> Figures:
    raise ValueError(seed)


def counts(_seed: str, _known: Known) -> Figures:
    return Figures(mutants=7)


def test_a_turn_that_dies_or_fails_is_told_and_takes_no_other_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"kills": dies, "edits": fails, "library": counts}
    findings = Findings(tmp_path)
    for part, turn in parts.items():
        monkeypatch.setitem(TURNS, part, turn)
        run = Run("a", [part], findings)
        run.until(time.monotonic() + 0.01, 1)
    assert [failure.origin for failure in findings.smallest.values()] == ["kills a.1", "the turn edits a.1 itself"]
    assert run.summary().startswith("      7 mutated releases and records in 0 minutes")
