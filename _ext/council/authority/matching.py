"""Which record a name belongs to, and which names without a record are one.

Two names are the same where they differ in nothing but case, accents, quotation marks, spacing and a leading
noun of action (``Actualización del …``).  Near names are compared with rapidfuzz; see :data:`LIKENESS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from council.authority.name_keys import name_key
from council.authority.unit_names import unit_core
from council.language.folding import content_words, words_of
from council.language.naming import acronyms
from council.language.stems import stem
from council.model.authorities import Authority
from council.profile.profile import Profile

LIKENESS = 93.0
"""From this likeness on (0 to 100) two names are taken for one.

Of all pairs of names in the gold clusters that are different projects, none reaches 93 (the nearest, 92.5, is a
programme beside the group of programmes that it is part of; the next, 87.3); of 106 pairs that are one, 43 do.
"""

MARGIN = 2.0
"""How much nearer the best record must be than the second best; else nobody decides but the archivist."""


@lru_cache(maxsize=65536)
def _comparable(key: str, profile: Profile) -> str:
    """Give what of a key tells names apart: its the stems of its content words, without towns."""
    lexicon, places = profile.lexicon, profile.place_words
    words = content_words(key, lexicon.grammar.stop_words)
    return " ".join(stem(word, lexicon.language) for word in words if word not in places) or key


def likeness(first: str, second: str, profile: Profile) -> float:
    """Give how alike two names are, 0 to 100: the order of words, plural and the town do not count."""
    lexicon = profile.lexicon
    a, b = (_comparable(name_key(name, lexicon), profile) for name in (first, second))
    return 0.0 if _contradict(a, b) else fuzz.token_sort_ratio(a, b)


def _contradict(first: str, second: str) -> bool:
    """Whether one word sets the two apart for certain: a number, a letter, or one word in place of another."""
    a, b = first.split(), second.split()
    if {word for word in a if word.isdigit() or len(word) < 3} != {
        word for word in b if word.isdigit() or len(word) < 3
    }:
        return True
    only_a, only_b = [word for word in a if word not in b], [word for word in b if word not in a]
    return any(max((fuzz.ratio(word, other) for other in only_b), default=100.0) < 70 for word in only_a if only_b)


@dataclass(frozen=True, slots=True)
class Match:
    """The record that a name belongs to, and how alike the names are."""

    record: str
    likeness: float


class Matcher:
    """Finds records by name; built once for all records of a kind."""

    def __init__(self, records: Mapping[str, Authority], profile: Profile) -> None:
        self.records = records
        self._profile = profile
        lexicon = profile.lexicon
        self.claims: dict[str, list[str]] = {}
        for record in records.values():
            keys = [name_key(name, lexicon) for name in record.names]
            keys += [name_key(short, lexicon) for name in record.names for short in acronyms(name)]
            if record.kind == "directorate":
                keys += [name_key(unit_core(name, lexicon), lexicon) for name in record.names]
            for key in dict.fromkeys(keys):
                self.claims.setdefault(key, []).append(record.id)
        self._comparables = {key: _comparable(key, profile) for key in self.claims}
        self._known: dict[tuple[str, str | None], Match | None] = {}

    def find(self, name: str, parent: str | None = None) -> Match | None:
        """Give the record that *name* belongs to; *parent* is the record of the item it is nested in.

        ``None`` where no record claims the name, or where two are as near: nobody merges those in silence.
        """
        asked = (name, parent)
        if asked not in self._known:
            self._known[asked] = self._find(name, parent)
        return self._known[asked]

    def _find(self, name: str, parent: str | None) -> Match | None:
        if parent and (part := self._part_of(name, parent)):
            return part
        key = name_key(name, self._profile.lexicon)
        claimed = self.claims.get(key)
        if claimed:
            return Match(claimed[0], 100.0) if len(claimed) == 1 else None
        return self._near(key)

    def _part_of(self, name: str, parent: str) -> Match | None:
        """``Programas Parciales …`` › ``Zona Norte``: a part is known by the words that set it apart."""
        words = set(words_of(name))
        parts = [
            record.id
            for record in self.records.values()
            if record.parent == parent and any(words <= set(words_of(known)) for known in record.names)
        ]
        return Match(parts[0], 100.0) if len(parts) == 1 else None

    def _near(self, key: str) -> Match | None:
        near = self.nearest(key, limit=4)
        best = near[0] if near else None
        if best is None or best.likeness < LIKENESS:
            return None
        others = [match.likeness for match in near if match.record != best.record]
        return best if not others or others[0] + MARGIN <= best.likeness else None

    def nearest(self, name: str, limit: int = 3, at_least: float = LIKENESS) -> list[Match]:
        """Give the records whose names are nearest to *name*, the nearest first."""
        query = _comparable(name_key(name, self._profile.lexicon), self._profile)
        found = process.extract(
            query, self._comparables, scorer=fuzz.token_sort_ratio, limit=limit * 4, score_cutoff=at_least
        )
        best: dict[str, float] = {}
        for comparable, score, key in found:
            if at_least < LIKENESS or not _contradict(query, comparable):
                for record in self.claims[key]:
                    best[record] = max(best.get(record, 0.0), score)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        return [Match(record, score) for record, score in ranked[:limit]]


def group_names(names: Iterable[str], profile: Profile) -> list[list[str]]:
    """Put near-identical names together: each group in order of first appearance, as are the groups."""
    groups: list[list[str]] = []
    keys: list[str] = []
    exact: dict[str, int] = {}
    for name in dict.fromkeys(names):
        key = name_key(name, profile.lexicon)
        comparable = _comparable(key, profile)
        index = exact.get(key)
        if index is None:
            index = _near_group(comparable, keys)
        if index is None:
            index = len(groups)
            groups.append([])
            keys.append(comparable)
        exact[key] = index
        groups[index].append(name)
    return groups


def _near_group(comparable: str, keys: Sequence[str]) -> int | None:
    found = process.extract(comparable, keys, scorer=fuzz.token_sort_ratio, limit=3, score_cutoff=LIKENESS)
    return next((index for key, _score, index in found if not _contradict(comparable, key)), None)
