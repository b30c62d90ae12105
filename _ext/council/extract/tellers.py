"""People who tell of the work of the unit that the text told them to be of: ``Ruiz Soto explicó que …``.

Also where a text names nobody else, and what is quoted behind the name is told by nobody else (``“…”, afirmó.``), and
where it says what somebody who takes over has to do: ``Tendrá entre sus encargos …``.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

from council.extract.blocks import Block
from council.language.folding import words_of
from council.language.quotation_marks import CLOSING
from council.model.releases import PersonMention
from council.profile.profile import Profile

_LOOKED_AT = 80
"""So many characters before a verb hold the name of who tells."""
_ITS_OBJECT = 60
"""So many characters behind a verb stands what it is about."""
_MOST_WORDS = 6
_WORD = re.compile(r"\w+")


class Tellers:
    """Finds, block by block and in order, whose work is told by those who are of a directorate."""

    def __init__(self, people: Sequence[PersonMention], profile: Profile) -> None:
        self._patterns = _patterns(profile)
        self._by_name = {" ".join(words_of(person.name)): person for person in people}
        self._by_end: dict[str, PersonMention] = {}
        for name, person in sorted(self._by_name.items(), key=lambda pair: pair[1].directorate is None):
            words = name.split()
            for first in range(len(words)):
                self._by_end.setdefault(" ".join(words[first:]), person)
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._by_name:
            words = name.split()
            self._lengths["".join(words[:1])].add(len(words))
        self._last: PersonMention | None = None

    def in_block(self, block: Block) -> Iterator[str]:
        """Give the ids of the directorates whose work *block* tells by somebody's name."""
        named = list(self._named(block))
        telling = list(self._telling(block))
        yield from (person.directorate for _start, person, personal in telling if person.directorate and not personal)
        alone = named[0][1] if len({person.name for _start, person in named}) == 1 else None
        if alone and alone.directorate and self._patterns.quoted.search(block.folded, named[0][0]):
            yield alone.directorate
        led = [pair for pair in named if pair[1].directorate]
        yield from self._by_tasks(block, sorted([*led, *(entry[:2] for entry in telling)], key=lambda pair: pair[0]))

    def _named(self, block: Block) -> Iterator[tuple[int, PersonMention]]:
        """Give where somebody is named in full."""
        words = [(match.start(), match[0]) for match in _WORD.finditer(block.folded)]
        for place, (start, word) in enumerate(words):
            for length in self._lengths.get(word, ()):
                name = " ".join(following for _start, following in words[place : place + length])
                if name in self._by_name:
                    yield start, self._by_name[name]

    def _telling(self, block: Block) -> Iterator[tuple[int, PersonMention, bool]]:
        """``Ruiz Soto explicó``: where somebody tells by the longest end of the name, and whether as a person."""
        for verb in self._patterns.telling.finditer(block.folded):
            start = max(0, verb.start() - _LOOKED_AT)
            words = block.flat[start : verb.start()].split()[-_MOST_WORDS:]
            ends = (words[first:] for first in range(len(words)) if words[first][0].isupper())
            known = (self._by_end.get(" ".join(words_of(" ".join(end)))) for end in ends)
            person = next((person for person in known if person is not None), None)
            personal = self._patterns.personal.search(block.folded, verb.start(), verb.end() + _ITS_OBJECT)
            if person and block.line >= person.line:
                yield verb.start(), person, personal is not None

    def _by_tasks(self, block: Block, named: Sequence[tuple[int, PersonMention]]) -> Iterator[str]:
        """``Tendrá entre sus encargos …``: the tasks of the last one of a directorate who was named."""
        tasks = deque(match.start() for match in self._patterns.tasks.finditer(block.folded))
        for start, person in named:
            while tasks and tasks[0] < start:
                tasks.popleft()
                yield from self._of_last()
            self._last = person
        for _task in tasks:
            yield from self._of_last()

    def _of_last(self) -> Iterator[str]:
        if self._last and self._last.directorate:
            yield self._last.directorate


class _TellingPatterns:
    """What people do who tell, in folded text."""

    def __init__(self, profile: Profile) -> None:
        verbs, units = profile.lexicon.verbs, profile.lexicon.units
        self.telling = re.compile(rf"(?<=\s){verbs.telling.pattern}(?!\w)")
        self.personal = re.compile(rf"(?<!\w){verbs.personal.pattern}(?!\w)")
        self.quoted = re.compile(rf"[{CLOSING}],?\s+{verbs.telling.pattern}(?=\s*(?:[.,;:]|$))")
        self.tasks = re.compile(rf"(?<!\w){units.tasks.pattern}(?!\w)")


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _TellingPatterns:
    return _TellingPatterns(profile)
