"""Given names by country: the sign by which a run of capitalised words is a person.

The names stand in ``given-names/COUNTRY.txt``, the common words of a language in ``common-words/LANGUAGE.txt``: one
folded name or word a line, behind lines of ``#`` that name source and licence.  A name that is a common word too
(``Luz``, ``Grace``) is a weaker sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from council.language.folding import fold

_FIRST = re.compile(r"\w+(?=[\s\u00a0-])")


@dataclass(frozen=True, eq=False)
class GivenNames:
    """Given names, and the common words of the language, folded."""

    names: frozenset[str]
    common_words: frozenset[str]

    def begin(self, name: str) -> bool:
        """Whether the first word of *name* is a given name: that of ``Jean-Paul Renaud`` is, of ``Jane’s Walk`` not."""
        first = _FIRST.match(fold(name))
        return first is not None and first[0] in self.names

    def is_common(self, word: str) -> bool:
        """Whether the folded *word* is a common word of the language."""
        return word in self.common_words


@lru_cache(maxsize=8)
def load_given_names(folder: Path, language: str, countries: Sequence[str]) -> GivenNames:
    """Read the names that are usual in *countries* (a tuple), and the common words of *language*."""
    names = frozenset().union(*(_lines(folder / "given-names" / f"{country}.txt") for country in countries))
    return GivenNames(names, _lines(folder / "common-words" / f"{language}.txt"))


def _lines(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
