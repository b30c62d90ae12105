"""A release of nothing but marks and words: short, so that many are tried, and no two marks that never meet in it."""

from __future__ import annotations

from random import Random

from fuzz.corpus import Text
from fuzz.snippets import BLOCKS, NESTS, RUNS, TAGS

_MARKS = (*TAGS, *RUNS, *BLOCKS, *(mark for pair in NESTS for mark in pair))
_BREAKS = ("\n", "\n", "\n\n", "\n\n", "\n> ", "\n    ", "\n- ")


def composed(chance: Random) -> Text:
    """Give a release that chance has put together."""
    parts = []
    for _ in range(chance.randint(2, 16)):
        parts += [
            chance.choice((chance.choice(_MARKS), chance.choice(_BREAKS))),
            chance.choice(("", _word(chance), f"{_word(chance)} ")),
        ]
    return Text("composed", "".join(parts))


def _word(chance: Random) -> str:
    return "".join(chance.choice("bdflmnprst") + chance.choice("aeiou") for _ in range(3))
