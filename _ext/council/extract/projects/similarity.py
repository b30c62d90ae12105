"""Whether two names of one release mean one initiative: one is a shorter or varied form of the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations

from council.authority.anatomy import anatomy
from council.authority.readings import relation
from council.language.capitals import UPPER
from council.language.folding import content_words, fold, words_of
from council.language.naming import without_parentheses
from council.language.stems import stem
from council.profile.profile import Profile

MOSTLY = 0.6
"""Names that share more than this part of their words are forms of one, unless each says what the other does not."""
_OF_A_KEY = 3
"""By so many of its words a name is found among those that hold them all."""

_LETTER = re.compile(rf"(?<=\s)[{UPPER}]$")
"""A letter that tells one of several: ``Zona A``, though the word is a small one."""

_Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Name:
    """A *label* by its stems: the *telling* ones, the others, and the noun that tells its *kind*."""

    label: str
    words: _Stems
    telling: _Stems
    kind: str

    @property
    def key(self) -> _Stems:
        """Some of the words that any longer form of the name has."""
        return frozenset(sorted(self.telling or self.words)[:_OF_A_KEY])

    def keys_within(self) -> Iterator[_Stems]:
        """Give the keys that shorter forms of the name may have."""
        for words in (self.telling, self.words - self.telling):
            for count in range(1, _OF_A_KEY + 1):
                yield from map(frozenset, combinations(sorted(words), count))


class InitiativeNames:
    """The names of a release so far; by their words, so that none is compared with all others."""

    def __init__(self, labels: Iterable[str], profile: Profile) -> None:
        self._profile = profile
        self._by_key: defaultdict[_Stems, list[_Name]] = defaultdict(list)
        self._longer: defaultdict[_Stems, list[_Name]] = defaultdict(list)
        for label in labels:
            self.add(label)

    def add(self, label: str) -> None:
        """Take up a name."""
        name = _read(label, self._profile)
        self._by_key[name.key].append(name)
        for key in name.keys_within():
            self._longer[key].append(name)

    def have_form_of(self, label: str) -> bool:
        """Whether one of the names means the same initiative as *label*."""
        name = _read(label, self._profile)
        shorter = (other for key in name.keys_within() for other in self._by_key.get(key, ()))
        longer = self._longer.get(name.key, ())
        return any(_are_one(name, other, self._profile) for other in chain(shorter, longer))


def same_initiative(first: str, second: str, profile: Profile) -> bool:
    """Whether one of two labels of a release is a shorter or varied form of the other; towns do not count.

    A plan and a workshop on it are two, however much of the name they share; so are the programme of the harbour and
    that of the hills, and a first and a second stage.
    """
    return _are_one(_read(first, profile), _read(second, profile), profile)


def _are_one(first: _Name, second: _Name, profile: Profile) -> bool:
    if first.kind and second.kind and first.kind != second.kind:
        return False
    shared = len(first.words & second.words)
    is_shorter = 0 < shared == min(len(first.words), len(second.words))
    mostly = shared > MOSTLY * max(len(first.words), len(second.words))
    varies = first.telling <= second.telling or second.telling <= first.telling
    if not (is_shorter or (mostly and varies)):
        return False
    return not relation(profile).contradict(anatomy(first.label, profile), anatomy(second.label, profile))


@lru_cache(maxsize=4096)
def _read(label: str, profile: Profile) -> _Name:
    lexicon = profile.lexicon
    bare = label if label.strip().startswith("(") else without_parentheses(label)
    content = {
        *content_words(bare, lexicon.grammar.stop_words),
        *map(fold, _LETTER.findall(bare)),
    } - profile.place_words
    words = frozenset(stem(word, lexicon.language) for word in content or words_of(label))
    first = next(iter(words_of(label)), "")
    kind = stem(first, lexicon.language) if first in lexicon.distinct_nouns else ""
    return _Name(label, words, words - _untelling(profile) if content else words, kind)


@lru_cache(maxsize=8)
def _untelling(profile: Profile) -> _Stems:
    """Words by which no two initiatives are told apart: ``director``, ``plan``, ``update``."""
    lexicon = profile.lexicon
    classes = (*lexicon.generic_nouns, *lexicon.names.qualifiers, *lexicon.names.framing)
    return frozenset(stem(word, lexicon.language) for word in classes)
