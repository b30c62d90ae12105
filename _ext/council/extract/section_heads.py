"""What heads a directorate's section: a heading, a paragraph or an item that is but its name, or words run in.

``###Dirección de Proyectos Estratégicos:``, ``**Competitividad Sectorial**``, ``**Proyectos Estratégicos:** Se
presentó …``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.unit_work import tells_work
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.profile.profile import Profile

_AROUND = " \u00a0.,:;-–—"
"""Marks that stand around a head and are no part of it."""
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Za-z])[.)–—-]+\s+(?=[^\W\d])")
"""``II. Dirección de Aguas``, ``b) Dirección de Aguas``."""
_PARTING = re.compile(r"\s?:\s|\s[–—-]{1,2}\s|\.\s?[–—-]{1,2}\s")
LONGEST_HEAD = 120
"""So many characters may stand before the mark that parts a name from what is told."""
SAYS_MORE = 30
"""So many characters beside the name may stand in a heading, or in a strong paragraph: ``de este Instituto``."""


def headed(block: Block, vocabulary: Vocabulary) -> str | None:
    """Give the directorate whose name is all that *block* says, ``None`` for a sentence that mentions one.

    In a heading or in strong letters the noun for a unit may be absent, and a few words may be added.
    """
    text = _NUMBER.sub("", block.flat.strip(_AROUND), count=1).strip(_AROUND)
    stands_out = block.kind == "heading" or _is_strong(block, text)
    if stands_out and (exact := vocabulary.directorate_called(text)):
        return exact
    named = vocabulary.directorates_in(text)
    if len({id_ for id_, _unit in named}) != 1:
        return None
    id_, unit = named[0]
    if unit.rule == "field-of-unit" and block.kind == "paragraph":
        return None
    if unit.by_noun and unit.start == 0 and _names_head(text[unit.end :], vocabulary.profile):
        return id_
    rest = len(text) - (unit.end - unit.start)
    return id_ if unit.by_noun and rest <= (SAYS_MORE if stands_out else 0) else None


def _names_head(text: str, profile: Profile) -> bool:
    """Whether *text*, behind a unit, only says who leads it: ``, a cargo de la Lic. Ana Ruiz Soto``."""
    lexicon = profile.lexicon
    leading = re.match(rf"\s*[,(:–—-]+\s*(?:{_leading(profile)})(?!\w)", fold(text))
    words = text[leading.end() :].strip(_AROUND + "()").split() if leading else []
    small = lexicon.grammar.function_words, lexicon.people.honorifics, lexicon.people.offices
    return bool(words) and all(
        word[0].isupper() or any(fold(word).strip(".,") in known for known in small) for word in words
    )


@lru_cache(maxsize=8)
def _leading(profile: Profile) -> str:
    units, tenures = profile.lexicon.units, profile.lexicon.tenures
    return "|".join(words.pattern for words in (tenures.leading, tenures.led_by, units.in_charge, units.heads))


def run_in(block: Block, vocabulary: Vocabulary) -> str | None:
    """Give the directorate whose name begins a paragraph or item that goes on: in strong letters, or before a mark.

    Without its noun or strong letters the name stands in capitals: ``AGUAS — Se midió …``.
    """
    start = len(block.flat) - len(block.flat.lstrip(_AROUND))
    for first, last in block.strong[:1]:
        text = block.flat[first:last]
        behind = block.flat[last:]
        parted = text.rstrip().endswith((":", ".")) or behind.lstrip().startswith((":", ".", "-", "–", "—"))
        if first <= start and parted and behind.strip(_AROUND):
            return _name_alone(text.strip(_AROUND), vocabulary)
    parting = _PARTING.search(block.flat, start, start + LONGEST_HEAD)
    if parting is None or not tells_work(block.flat[parting.end() :], vocabulary.profile):
        return None
    name = block.flat[start : parting.start()]
    return _name_alone(name, vocabulary) if name.isupper() or not vocabulary.directorate_called(name) else None


def _name_alone(text: str, vocabulary: Vocabulary) -> str | None:
    named = vocabulary.directorates_in(text)
    if named and named[0][1].by_noun and named[0][1].end - named[0][1].start == len(text):
        return named[0][0]
    return vocabulary.directorate_called(text)


def _is_strong(block: Block, text: str) -> bool:
    return any(last - first >= len(text) for first, last in block.strong)
