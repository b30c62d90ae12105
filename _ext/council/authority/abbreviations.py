"""Acronyms that stand for a name or a part of one: ``Plan de la ZML``, ``PMC``, ``Agenda R2030``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from council.language.folding import fold
from council.language.naming import acronyms, without_parentheses
from council.profile.lexicon import Lexicon

_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"(?<!\w)[A-Z]\w*[A-Z]\w*(?: \d+)?(?!\w)")
_SHORTEST, _LONGEST = 3, 8
"""In letters; two letters are the initials of too much."""


class Abbreviations:
    """What acronyms stand for, where *names* spell them out in one way.

    A name gives its acronym in parentheses, or has words whose initials it is; where two would fit, neither does.
    """

    def __init__(self, names: Iterable[str], lexicon: Lexicon) -> None:
        self._by_initials: dict[str, dict[str, str]] = {}
        self._by_parentheses: dict[str, dict[str, str]] = {}
        for name in names:
            bare = without_parentheses(name).strip()
            for acronym in acronyms(name):
                self._by_parentheses.setdefault(acronym, {}).setdefault(fold(bare), bare)
            for initials, run in _runs(bare, lexicon):
                self._by_initials.setdefault(initials, {}).setdefault(fold(run), run)

    def spelled_out(self, name: str) -> str:
        """Give *name* with its acronyms spelled out; those that it brings in parentheses stay."""
        brought = acronyms(name)

        def meaning(match: re.Match[str]) -> str:
            acronym = match[0].replace(" ", "")
            fitting = self._by_initials.get(acronym.lower()) or self._by_parentheses.get(acronym, {})
            return next(iter(fitting.values())) if len(fitting) == 1 and acronym not in brought else match[0]

        return name if name.isupper() and " " in name else _ACRONYM.sub(meaning, name)


def _runs(name: str, lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    """Give each run of words in capitals and their initials: with the small words among them, and without."""
    small = lexicon.grammar.function_words
    words = [match for match in _WORD.finditer(name) if not match[0].isdigit()]
    without_lower = [word for word in words if word[0][0].isupper()]
    without_small = [word for word in without_lower if fold(word[0]) not in small]
    for telling in (without_lower, without_small):
        for start in range(len(telling)):
            for end in range(start + _SHORTEST, min(start + _LONGEST, len(telling)) + 1):
                run = telling[start:end]
                if any(fold(word[0]) in small for word in (run[0], run[-1])):
                    continue
                yield "".join(fold(word[0])[0] for word in run), name[run[0].start() : run[-1].end()]
