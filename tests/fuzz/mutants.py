"""A mutant: a release or a record that chance has changed, made again from a seed and a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from fuzz.composed import composed
from fuzz.corpus import RECORDS, Text, records, releases
from fuzz.encodings import encoded
from fuzz.mutations import MUTATIONS, mutated

COMPOSED = 0.25
"""The share of releases that are nobody's."""
WHOLE = 0.2
"""The share of releases that are changed whole."""


@dataclass(frozen=True)
class Mutant:
    """The bytes of a changed text, and how they came to be."""

    origin: Text
    mutations: tuple[str, ...]
    data: bytes

    def __str__(self) -> str:
        return f"{self.origin.name} with {', '.join(self.mutations)}"


def release_mutant(seed: str, *, real: bool) -> Mutant:
    """Give the changed release of a seed."""
    chance = Random(f"release {seed}")
    origin = composed(chance) if chance.random() < COMPOSED else chance.choice(releases(real))
    return _mutant(chance, origin, passage(chance, origin.text))


def record_mutant(seed: str, folder: str = "") -> Mutant:
    """Give the changed record of a seed."""
    chance = Random(f"record {seed}")
    origin = chance.choice(records(folder or chance.choice(RECORDS)))
    return _mutant(chance, origin, origin.text)


def passage(chance: Random, text: str) -> str:
    """Give a part of a text that begins with a line, often the first, or now and then all of it.

    What fails does so in a short text as in a long one, and of short ones many more are tried.
    """
    if chance.random() < WHOLE:
        return text
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    begin = 0 if chance.random() < 0.3 else chance.choice(lines)
    return text[begin : begin + chance.randint(100, 1500)]


def _mutant(chance: Random, origin: Text, text: str) -> Mutant:
    names = tuple(chance.choices(list(MUTATIONS), k=chance.choice((1, 1, 2, 3, 5))))
    return Mutant(origin, names, encoded(chance, mutated(chance, text, names)))
