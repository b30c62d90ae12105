"""The names of an archive by their anatomies: which are near a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from council.authority.abbreviations import Abbreviations
from council.authority.anatomy import Anatomy, anatomy, first_of_joint
from council.authority.readings import relation
from council.authority.spelling import Spellings
from council.profile.profile import Profile


class NameIndex:
    """*names* by the words of their cores, so that none is compared with all others."""

    def __init__(self, names: Iterable[str], profile: Profile) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._profile = profile
        self.relation = relation(profile)
        self._abbreviations = Abbreviations(self.names, profile.lexicon)
        self._spellings = Spellings()
        self._of_core: dict[tuple[object, ...], list[Anatomy]] = {}
        self._without_core: dict[tuple[object, ...], list[Anatomy]] = {}
        self._of_acronym: dict[str, list[Anatomy]] = {}
        self.named: dict[Anatomy, list[str]] = {}
        """The names of each anatomy, in the order in which they were given."""
        plain = {name: self._plain(name) for name in self.names}
        for read in plain.values():
            self._spellings.add(read.core)
            self._of_core.setdefault(self._spelled(read).key, []).append(read)
        self._of_core = {key: list(dict.fromkeys(reads)) for key, reads in self._of_core.items()}
        for name in self.names:
            self.named.setdefault(self.read(name), []).append(name)
        self._of_core = {}
        for read in self.named:
            self._of_core.setdefault(read.key, []).append(read)
            if read.core:
                self._without_core.setdefault((read.kinds, read.modifiers), []).append(read)
            for acronym in read.acronyms:
                self._of_acronym.setdefault(acronym, []).append(read)

    def read(self, name: str) -> Anatomy:
        """Give the anatomy of *name* with its acronyms spelled out, in the usual spelling.

        A joint title is read as what it names first, where that is known by itself.
        """
        first = first_of_joint(self._abbreviations.spelled_out(name), self._profile)
        if first:
            first = self._spelled(first)
            if any(self.relation.is_near(first, other) for other in self._of_core.get(first.key, ())):
                return first
        return self._spelled(self._plain(name))

    def _plain(self, name: str) -> Anatomy:
        return anatomy(self._abbreviations.spelled_out(name), self._profile)

    def _spelled(self, read: Anatomy) -> Anatomy:
        return replace(read, core=self._spellings.usual(read.core))

    def near(self, read: Anatomy) -> list[Anatomy]:
        """Give what *read* may mean: names of its core that differ in no more than one thing, or that it is short for."""
        near = [
            other for other in self._of_core.get(read.key, ()) if other != read and self.relation.is_near(read, other)
        ]
        return near or [*self.with_core(read), *self.of_one_acronym(read)]

    def knows(self, name: str) -> bool:
        """Whether another name has the core of *name*, and can be one with it."""
        read = self.read(name)
        return any(self.relation.is_near(read, other) for other in self.of_core(read))

    def of_core(self, read: Anatomy) -> list[Anatomy]:
        """Give the names of the same core, however they differ."""
        return self._of_core.get(read.key, [])

    def with_core(self, read: Anatomy) -> list[Anatomy]:
        """Give what a name without a core is short for: ``Plan Director`` for ``Plan Director de Desarrollo …``."""
        if read.core or read.plural or not self.relation.is_undertaking(read):
            return []
        longer = self._without_core.get((read.kinds, read.modifiers), ())
        return [other for other in longer if self.relation.steps(read, other) is not None]

    def of_one_acronym(self, read: Anatomy) -> list[Anatomy]:
        """Give the names that bring the same acronym and say more or less: ``Red de Agua (RA)``, ``Red Local de Agua (RA)``."""
        others = dict.fromkeys(other for acronym in read.acronyms for other in self._of_acronym.get(acronym, ()))
        return [
            other
            for other in others
            if other != read
            and (read.words <= other.words or other.words <= read.words)
            and self.relation.steps(read, other) is not None
        ]
