"""What the words around a list say that it is of: the institution's initiatives, somebody else's, or other things.

``La Coordinación de Riberas avanza en los proyectos:`` announces initiatives; ``Los proyectos ganadores son:`` and
``Fechas por recordar:`` do not; ``Todo lo anterior lo lleva la Coordinación de Riberas.`` says it behind the list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING
from council.language.sentences import sentence_spans
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

LOOKED_AT = 400
"""So many characters at the end of what introduces a list tell what it is of."""
_BESIDE_LOOKED_AT = 40
_CLOSED = re.compile(rf"[.!?][{CLOSING}’)]*\s*$")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an introduction says: it *announces* initiatives of the institution, or it *excludes* them."""

    announces: bool = False
    excludes: bool = False


class Announcements:
    """Reads the words around lists, by the words of a language and the names of an institution."""

    def __init__(self, profile: Profile) -> None:
        lexicon, institution = profile.lexicon, profile.institution
        lists, names, units = lexicon.lists, lexicon.names, lexicon.units
        self._lexicon = lexicon
        self._initiatives = _whole(lists.initiatives)
        self._others = _whole(lists.others)
        self._beside = re.compile(rf"(?<!\w){lists.beside.pattern}\s+(?:\w+\s+){{0,2}}$")
        self._surely = _whole(lists.surely_initiatives)
        self._outsiders = _whole(lists.outsiders)
        self._of_outsiders = re.compile(
            rf"(?<!\w){lists.initiatives.pattern}\W+(?:\w+\W+){{0,3}}{lists.outsiders.pattern}(?!\w)"
        )
        own = [*profile.own_names, *words_of(institution.name)[:1]]
        self._own = re.compile(rf"(?<!\w){alternatives(own)}(?!\w)")
        self._foreign = re.compile(rf"(?<!\w)(?:{names.foreign.pattern}|{profile.foreign_bodies.pattern})(?!\w)")
        self._unit = re.compile(
            rf"(?<!\w){units.nouns.pattern}\s+(?:{units.general.pattern}\s+)?{lexicon.grammar.genitive.pattern}\s"
        )
        grammar = lexicon.grammar
        numbered = rf"{grammar.articles.pattern}\s+{grammar.numerals.pattern}"
        self._pointing = re.compile(
            rf"\W*(?:[^\s,.;:]+\s+)??(?:{grammar.prepositions.pattern}\s+)?(?:{lists.pointing.pattern}|{numbered})(?!\w)"
        )

    def before(self, leads: Block, carried: bool, vocabulary: Vocabulary) -> Announcement:
        """Give what *leads*, the block that a list stands behind, says of it.

        *carried* tells that a unit's section holds the list, so that its carrier is known.  A sentence that a full
        stop closes announces only what it gives a carrier.
        """
        text = self._scope(leads.flat)
        folded = fold(text)
        unnamed = vocabulary.without_directorates(text, folded)
        own = self._own.search(folded) is not None or unnamed != folded
        others = self._is_of_others(unnamed) and not self._surely.search(unnamed)
        excludes = others or self._is_of_outsiders(text, folded, carried or own)
        open_ended = leads.kind == "heading" or not _CLOSED.search(leads.flat)
        announces = self._initiatives.search(folded) is not None and (open_ended or own)
        return Announcement(announces and not excludes, excludes)

    def _scope(self, text: str) -> str:
        """Give the last sentence, or all that is looked at where that says nothing: ``Son los siguientes:``."""
        end = text[-LOOKED_AT:]
        start, _end = sentence_spans(end, self._lexicon.shortened)[-1]
        sentence = fold(end[start:])
        telling = (self._initiatives, self._others, self._outsiders)
        return end[start:] if any(pattern.search(sentence) for pattern in telling) else end

    def _is_of_others(self, folded: str) -> bool:
        """``Los objetivos del plan:``; ``ante los asistentes presentó los avances:`` is not of who was there."""
        announces = self._initiatives.search(folded) is not None
        for match in self._others.finditer(folded):
            beside = self._beside.search(folded, max(0, match.start() - _BESIDE_LOOKED_AT), match.start())
            if not (announces and beside):
                return True
        return False

    def _is_of_outsiders(self, text: str, folded: str, carried: bool) -> bool:
        """``Los trabajos inscritos:``, ``La Secretaría de Puertos ejecuta los proyectos:``: others carry what is listed."""
        if self._of_outsiders.search(folded):
            return True
        if carried:
            return False
        unit = any(text[match.start()].isupper() for match in self._unit.finditer(folded))
        return unit or bool(self._outsiders.search(folded) or self._foreign.search(folded))

    def behind(self, block: Block, announced: bool, vocabulary: Vocabulary) -> str | None:
        """Give the directorate to which a sentence behind a list credits the items: ``Estos trabajos los realiza …``.

        It points at the list at its beginning, or goes on with it in lower case.  A list that was not *announced*
        needs a noun for initiatives there.
        """
        if block.kind != "paragraph":
            return None
        start, end = sentence_spans(block.flat[:LOOKED_AT], self._lexicon.shortened)[0]
        sentence = block.flat[start:end]
        if not (sentence[:1].islower() or self._pointing.match(fold(sentence))):
            return None
        named = {id_ for id_, _unit in vocabulary.directorates_in(sentence)}
        named = named or {id_ for id_, _unit in vocabulary.directorates_alone_in(sentence)}
        return named.pop() if len(named) == 1 and (announced or self._initiatives.search(fold(sentence))) else None


def _whole(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.pattern}(?!\w)")


@lru_cache(maxsize=8)
def announcements(profile: Profile) -> Announcements:
    """Give the reader of announcements for a profile, made once."""
    return Announcements(profile)
