"""A mutant: a release or a record that chance has changed, made again from a seed and a number."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from fuzz.corpus import RECORDS, Text, records, releases
from fuzz.encodings import encoded
from fuzz.mutations import MUTATIONS, mutated


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
    return _mutant(chance, chance.choice(releases(real)))


def record_mutant(seed: str, folder: str = "") -> Mutant:
    """Give the changed record of a seed."""
    chance = Random(f"record {seed}")
    return _mutant(chance, chance.choice(records(folder or chance.choice(RECORDS))))


def _mutant(chance: Random, origin: Text) -> Mutant:
    names = tuple(chance.choices(list(MUTATIONS), k=chance.choice((1, 1, 2, 3, 5))))
    return Mutant(origin, names, encoded(chance, mutated(chance, origin.text, names)))
