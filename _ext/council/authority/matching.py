"""Which record a name belongs to, and which names without a record are one.

What a record names exactly is that record.  Other names are compared by their anatomies; see
:mod:`council.authority.readings`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz, process

from council.authority.anatomy import Anatomy
from council.authority.name_index import NameIndex
from council.authority.name_keys import name_key
from council.authority.unit_names import unit_core
from council.language.folding import words_of
from council.language.naming import acronyms
from council.model.authorities import Authority
from council.profile.profile import Profile

WORTH_TELLING = 50.0
"""From this likeness on (0 to 100) a record is suggested to who wrote a name that is none."""


class Matcher:
    """Finds records by name; built once for all records of a kind."""

    def __init__(self, records: Mapping[str, Authority], profile: Profile) -> None:
        self.records = records
        self._lexicon = profile.lexicon
        self.claims: dict[str, list[str]] = {}
        self._exact: dict[tuple[str, ...], set[str]] = {}
        claimed: dict[str, dict[str, None]] = {}
        for record in records.values():
            names = list(record.names)
            names += [short for name in record.names for short in acronyms(name)]
            if record.kind == "directorate":
                names += [unit_core(name, self._lexicon) for name in record.names]
            for key in dict.fromkeys(name_key(name, self._lexicon) for name in names):
                self.claims.setdefault(key, []).append(record.id)
            for name in record.names:
                claimed.setdefault(name, {})[record.id] = None
                self._exact.setdefault(tuple(words_of(name)), set()).add(record.id)
        self._index = NameIndex(claimed, profile)
        self._records_of: dict[Anatomy, frozenset[str]] = {
            read: frozenset(id_ for name in names for id_ in claimed[name]) for read, names in self._index.named.items()
        }
        self._known: dict[tuple[str, str | None], str | None] = {}

    def find(self, name: str, parent: str | None = None) -> str | None:
        """Give the id of the record that *name* belongs to; *parent* is the record of the item it is nested in.

        ``None`` where no record claims the name, or where it may mean two: nobody merges those in silence.
        """
        asked = (name, parent)
        if asked not in self._known:
            self._known[asked] = self._find(name, parent)
        return self._known[asked]

    def _find(self, name: str, parent: str | None) -> str | None:
        exact = self._exact.get(tuple(words_of(name)), set())
        if len(exact) == 1:
            return next(iter(exact))
        if parent and (part := self._part_of(name, parent)):
            return part
        meant = self.readings(name)
        return meant[0] if len(meant) == 1 else None

    def readings(self, name: str) -> list[str]:
        """Give the ids of the records that *name* may mean; what they claim wins over what is near."""
        read = self._index.read(name)
        claimed = self.claims.get(name_key(name, self._lexicon), ())
        if claimed := [id_ for id_ in claimed if self._can_be(read, id_)]:
            return claimed
        same = self._records_of.get(read)
        return sorted(same or {id_ for other in self._index.near(read) for id_ in self._records_of[other]})

    def _can_be(self, read: Anatomy, id_: str) -> bool:
        """``1er Foro`` is none of a record ``2º Foro``, though they share a key."""
        known = (self._index.read(name) for name in self.records[id_].names)
        return any(self._index.relation.steps(read, other) is not None for other in known)

    def nearest(self, name: str, limit: int = 3) -> list[str]:
        """Give the ids of the records that are written most like *name*, as suggestions: they decide nothing."""
        written = process.extract(name_key(name, self._lexicon), list(self.claims), scorer=fuzz.token_sort_ratio)
        ids = dict.fromkeys(id_ for key, score, _index in written if score >= WORTH_TELLING for id_ in self.claims[key])
        return list(ids)[:limit]

    def _part_of(self, name: str, parent: str) -> str | None:
        """``Programas Parciales …`` › ``Zona Norte``: a part is known by the words that set it apart."""
        words = set(words_of(name))
        parts = [
            record.id
            for record in self.records.values()
            if record.parent == parent and any(words <= set(words_of(known)) for known in record.names)
        ]
        return parts[0] if len(parts) == 1 else None

    def alike(self) -> Iterator[tuple[str, str]]:
        """Give the pairs of records whose names have one core and do not contradict each other."""
        for records in dict.fromkeys(self._of_one_core()):
            yield from combinations(sorted(records), 2)

    def _of_one_core(self) -> Iterator[frozenset[str]]:
        for read in self._index.named:
            for other in self._index.of_core(read):
                if self._index.relation.steps(read, other) is not None:
                    yield self._records_of[read] | self._records_of[other]
