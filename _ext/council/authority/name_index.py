"""The names of an archive by their anatomies: which are near a name, and which are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from council.authority.abbreviations import Abbreviations
from council.authority.anatomy import Anatomy, anatomy, first_of_joint
from council.authority.readings import Relation
from council.authority.spelling import Spellings
from council.profile.profile import Profile


class NameIndex:
    """*names* by the words of their cores, so that none is compared with all others."""

    def __init__(self, names: Iterable[str], profile: Profile) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._profile = profile
        self.relation = Relation(profile)
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
        if read.core or not read.modifiers or read.plural:
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


class Groups:
    """The names of *index* that are one, and those that may mean several and so are put with none."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._parent: dict[Anatomy, Anatomy] = {}
        self._doubts: dict[Anatomy, list[Anatomy]] = {}
        for reads in self._by_core():
            self._join_near(reads)
        for read in index.named:
            self._join_if_one(read, index.with_core(read))
        for read in index.named:
            self._join_if_one(read, index.of_one_acronym(read))

    def _by_core(self) -> Iterator[list[Anatomy]]:
        keys = dict.fromkeys(read.key for read in self._index.named)
        first = {read.key: read for read in reversed(self._index.named)}
        return (self._index.of_core(first[key]) for key in keys)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in order of first appearance."""
        return self._index.names

    def lists(self) -> list[list[str]]:
        """Give the names of each group in order of first appearance, as are the groups."""
        groups: dict[Anatomy, list[str]] = {}
        read_of = {name: read for read, names in self._index.named.items() for name in names}
        for name in self._index.names:
            groups.setdefault(self._head(read_of[name]), []).append(name)
        return list(groups.values())

    def doubts(self) -> dict[str, list[str]]:
        """Give each name that may mean several, or a longer one, with a name of each that it may mean."""
        named = self._index.named
        doubts = {**self._longer(), **self._doubts}
        return {named[read][0]: [named[other][0] for other in others] for read, others in doubts.items()}

    def _longer(self) -> dict[Anatomy, list[Anatomy]]:
        """Give the names of which another of their kind says more: ``Monitor de Empleo``, ``… de Empleo y Vivienda``."""
        of_word: dict[str, dict[Anatomy, None]] = {}
        for read in self._index.named:
            for word in read.core:
                of_word.setdefault(word, {})[read] = None
        longer: dict[Anatomy, list[Anatomy]] = {}
        for read in self._index.named:
            rarest = min((of_word[word] for word in read.core), key=len, default={})
            more = (other for other in rarest if read.kinds and not read.plural and set(read.core) < set(other.core))
            same_kind = [other for other in more if (read.kinds, read.modifiers) == (other.kinds, other.modifiers)]
            by_head = {
                self._head(other): other for other in reversed(same_kind) if self._head(other) != self._head(read)
            }
            if len(by_head) == 1:
                longer[read] = list(by_head.values())
        return longer

    def _head(self, read: Anatomy) -> Anatomy:
        while (above := self._parent.get(read, read)) != read:
            self._parent[read] = self._parent.get(above, above)
            read = above
        return read

    def _contradicts(self, read: Anatomy, others: Iterable[Anatomy]) -> bool:
        return any(self._index.relation.steps(read, other) is None for other in others)

    def _join_near(self, reads: list[Anatomy]) -> None:
        """Join names of one core that are near each other, but for what contradicts another that is as near."""
        near = {
            read: [other for other in reads if other != read and self._index.relation.is_near(read, other)]
            for read in reads
        }
        sure = {
            read: [other for other in others if not self._contradicts(other, others)] for read, others in near.items()
        }
        self._doubts |= {read: others for read, others in near.items() if len(sure[read]) < len(others)}
        mutual = {read: [other for other in others if read in sure[other]] for read, others in sure.items()}
        for component in _components(mutual):
            if any(self._contradicts(read, component) for read in component):
                self._doubts |= {read: [other for other in component if other != read] for read in component}
            else:
                for read in component[1:]:
                    self._parent[self._head(read)] = self._head(component[0])

    def _join_if_one(self, read: Anatomy, others: list[Anatomy]) -> None:
        """Join *read* to what it is short for, where all that is one group."""
        heads = {self._head(other) for other in others}
        if len(heads) == 1:
            self._parent[self._head(read)] = heads.pop()
        elif heads:
            self._doubts[read] = list(dict.fromkeys(self._head(other) for other in others))


def _components(near: dict[Anatomy, list[Anatomy]]) -> Iterator[list[Anatomy]]:
    seen: set[Anatomy] = set()
    for start in near:
        if start in seen:
            continue
        component, waiting = [], [start]
        while waiting:
            read = waiting.pop()
            if read not in seen:
                seen.add(read)
                component.append(read)
                waiting += near[read]
        yield component
