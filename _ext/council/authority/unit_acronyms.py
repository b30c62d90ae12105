"""The acronyms of units that a text brings: ``Dirección de Aguas y Drenaje (DAD)``, and then ``la DAD``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from council.authority.unit_names import UnitMention
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.profile.lexicon import Lexicon

RULE = "acronym"
_BRACKETED = re.compile(rf"\s*\((?P<acronym>[{UPPER}]{{2,10}})\)")


def acronym_behind(text: str, unit: UnitMention, lexicon: Lexicon) -> str | None:
    """Give the acronym in brackets right behind *unit*: the initials of its words, with or without the small ones."""
    bracketed = _BRACKETED.match(text, unit.end)
    if bracketed is None:
        return None
    words = words_of(text[unit.start : unit.end])
    telling = [word for word in words if word not in lexicon.grammar.function_words]
    initials = {"".join(word[0] for word in some) for some in (words, telling, words[1:], telling[1:])}
    return bracketed["acronym"] if fold(bracketed["acronym"]) in initials else None


class UnitAcronyms:
    """Finds units by the *acronyms* of their names, given with the names."""

    def __init__(self, acronyms: Mapping[str, str]) -> None:
        self._names = acronyms
        any_of_them = "|".join(map(re.escape, acronyms)) or "(?!)"
        self._pattern = re.compile(rf"(?<![\w(])(?:{any_of_them})(?![\w)])")

    def units_in(self, text: str) -> Iterator[UnitMention]:
        """Give the units that *text* names so."""
        for match in self._pattern.finditer(text) if self._names else ():
            yield UnitMention(self._names[match[0]], *match.span(), RULE)
