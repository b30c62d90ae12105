"""Which names of an archive are one, and which may mean several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from council.authority.anatomy import Anatomy
from council.authority.name_index import NameIndex


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
