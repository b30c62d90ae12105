"""What stands at the head of an item before the name: status, field, connective, verb, determiner, numeral.

``[En proceso] Plan de Riberas``, ``Proyecto: Aulas Abiertas``, ``Así como la Ruta del Maíz``,
``En mayo, la Feria del Agua``, ``Se concluyó la Guía
de Fachadas``, ``3 talleres de cartografía``, ``Work began on the Harbor Plan``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from council.extract.projects.initiative_nouns import InitiativeNouns, initiative_nouns
from council.language.capitals import UPPER
from council.language.folding import bears_accent, fold
from council.language.quotation_marks import OPENING
from council.profile.lexicon import Lexicon

Part = Literal["status", "field", "connective", "adverbial", "verb", "infinitive", "determiner", "numeral", "container"]

_BRACKETED = re.compile(r"(?:\[[^\]\n]{0,40}\]|\([^)\n]{3,40}\))[\s\u00a0]*[-–—:.]?[\s\u00a0]*(?=[^\s(])")
_COLON_OR_DASH = r"(?:\s*:\s*|\s+[-–—]\s+)"
_MOST_WORDS_BEHIND_VERB = 3
_LONGEST_ADVERBIAL = 80
_OPENING_OR_ASKED = f"{OPENING}¿¡"


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the name at the head of an item begins, and which *parts* stand before it, in order."""

    end: int
    parts: tuple[Part, ...] = ()

    @property
    def is_sentence(self) -> bool:
        """Whether a verb stands before the name, so that the item is a sentence about it."""
        return "verb" in self.parts or "infinitive" in self.parts


class Openers:
    """Reads what stands before a name, by the words of a language."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar, lists = lexicon.grammar, lexicon.lists
        self._lexicon = lexicon
        self._nouns: InitiativeNouns = initiative_nouns(lexicon)
        articles, prepositions = grammar.articles.pattern, grammar.prepositions.pattern
        joint = rf"{grammar.genitive.pattern}\s+(?:{articles}\s+)?"
        noun = self._nouns.singular
        self._status = re.compile(rf"{lists.statuses.pattern}(?:{_COLON_OR_DASH}|\s+(?={articles}\s))")
        self._status_word = re.compile(rf"{lists.statuses.pattern}(?!\w)")
        container = lexicon.container_nouns.pattern
        announcing = lexicon.announcing_nouns.pattern
        self._field = re.compile(
            rf"(?:(?:\w+\s+)?{lists.fields.pattern}(?:\s+{joint}{noun})?|(?P<noun>{container}(?:\s+\w+)?|{noun}|{announcing}))"
            rf"(?:\s+\d{{1,2}})?{_COLON_OR_DASH}"
        )
        self._connective = re.compile(rf"{lists.connectives.pattern}(?:\s*,)?\s+(?:{prepositions}\s+)?")
        self._adverbial = re.compile(rf"{prepositions}\s[^,.;:]{{2,80}},\s+(?:{articles}\s+)?")
        self._preposition = re.compile(rf"{prepositions}\s")
        self._clause_ends = re.compile(rf"[.;:]|,\s+{articles}\s")
        self._next_verb = re.compile(rf"\s(?P<verb>{lexicon.verbs.beginning.pattern}(?!\w))")
        self._verb = re.compile(rf"{lexicon.verbs.beginning.pattern}(?!\w)")
        self._ambiguous = re.compile(rf"{lexicon.verbs.ambiguous.pattern}(?!\w)")
        infinitive = grammar.infinitives.pattern if grammar.infinitives else rf"{grammar.purpose.pattern}\s+\w+"
        self._infinitive = re.compile(rf"{infinitive}(?!\w)")
        self._determiner = re.compile(rf"(?:{articles}\s+)?(?:{articles}|{lists.determiners.pattern})\s+")
        self._numeral = re.compile(rf"(?:\d{{1,3}}|{grammar.numerals.pattern})\s+(?=[^\W\d]|[{OPENING}])")
        self._work = re.compile(rf"(?P<noun>[^\W\d]\w+)\s+{joint}")
        """``Avanza la consulta del Plan de Riberas``: what is done to it, behind a verb."""
        self._copies = re.compile(rf"{lexicon.names.copies.pattern}\s+{joint}")
        """``Dos números del Boletín del Suelo``: what there are several of, behind a numeral."""
        self._contained = re.compile(rf"{container}\s+(?:{joint})?(?=\w)")
        self._capitals = re.compile(rf"[{UPPER}]\S+\s+(?:\w{{1,3}}\s+)?[{UPPER}]")
        self._word = re.compile(r"\s+[^\W\d]\w*,?")

    def opening(self, text: str, start: int, marked: frozenset[int]) -> Opening:
        """Give what stands before the name in *text* from *start* on; at *marked* places typography begins."""
        folded = fold(text)
        parts: list[Part] = []
        position = start
        if match := _BRACKETED.match(text, position) or self._status.match(folded, position):
            parts.append("status")
            position = match.end()
        if match := self._field_at(text, folded, position):
            parts.append("field")
            position = match.end()
        if match := self._connective.match(folded, position):
            parts.append("connective")
            position = match.end()
        elif verb := self._verb_behind_adverbial(text, folded, position):
            parts.append("adverbial")
            position = verb
        elif (match := self._adverbial.match(folded, position)) and self._nouns.open(text[match.end() :]):
            parts.append("adverbial")
            position = match.end()
        position, verbs = self._behind_verb(text, folded, position, marked)
        parts += verbs
        return self._behind_determiner(text, folded, position, tuple(parts), marked)

    def _verb_behind_adverbial(self, text: str, folded: str, position: int) -> int | None:
        """``En abril se abrió la Ruta del Maíz``: where the verb stands, behind a preposition and what it is of."""
        if not self._preposition.match(folded, position):
            return None
        verb = self._next_verb.search(folded, position, min(len(folded), position + _LONGEST_ADVERBIAL))
        if verb is None or self._clause_ends.search(folded, position, verb.start()):
            return None
        return verb.start("verb")

    def _field_at(self, text: str, folded: str, position: int) -> re.Match[str] | None:
        """``Proyecto: Aulas Abiertas`` is a field and its value; ``Monitores: se actualizaron`` a name and its story."""
        match = self._field.match(folded, position)
        if match is None or match["noun"] is None:
            return match
        value, first = match.end(), text[match.end() : match.end() + 1]
        status = self._status_word.match(folded, value)
        if (status and not text[status.end() :].lstrip()[:1].isupper()) or self.verb(text, folded, value):
            return None
        return match if first and (first.isupper() or first in _OPENING_OR_ASKED) else None

    def _behind_verb(self, text: str, folded: str, start: int, marked: frozenset[int]) -> tuple[int, tuple[Part, ...]]:
        """Give where the object of the verb at *start* begins, its determiner included; *start* where there is none.

        A few words may stand between: ``Quedó lista la``, ``Se avanzó con buen paso en el``.
        """
        kind: Part = "verb"
        verb = self.verb(text, folded, start)
        if verb is None:
            verb, kind = self._infinitive.match(folded, start), "infinitive"
            if verb is None or self._nouns.begins(folded, start) or not _is_plain_infinitive(text, verb, self._lexicon):
                return start, ()
        position = verb.end()
        for _word in range(_MOST_WORDS_BEHIND_VERB + 1):
            behind = position + len(folded[position:]) - len(folded[position:].lstrip())
            determined = self._determiner.match(folded, behind) or self._numeral.match(folded, behind)
            if behind > position and (determined or behind in marked or self._names_at(text, folded, behind)):
                return behind, (kind,)
            word = self._word.match(folded, position)
            if word is None or word[0].strip() in self._lexicon.grammar.genitive:
                break
            position = word.end()
        return start, ()

    def verb(self, text: str, folded: str, start: int) -> re.Match[str] | None:
        """Give the verb that begins a sentence at *start*; ``Firma del convenio`` has none, ``Firmó``, ``Firma el`` have."""
        if match := self._verb.match(folded, start):
            return match
        match = self._ambiguous.match(folded, start)
        if match is None:
            return None
        accented = text[match.end() - 1].lower() != folded[match.end() - 1]
        behind = match.end() + len(folded[match.end() :]) - len(folded[match.end() :].lstrip())
        return match if accented or self._determiner.match(folded, behind) else None

    def _names_at(self, text: str, folded: str, position: int) -> bool:
        """Whether a noun for an initiative with a capital stands at *position*: ``Concluido Plan de Riberas``."""
        if not text[position : position + 1].isupper():
            return False
        last = self._lexicon.grammar.heads_last and self._nouns.ends_a_run(text, position)
        return last or self._nouns.begins(folded, position)

    def _behind_determiner(
        self, text: str, folded: str, position: int, parts: tuple[Part, ...], marked: frozenset[int]
    ) -> Opening:
        """Pass over an article and a numeral that stand before a noun for an initiative or before typography.

        Before another word an article may be part of the name: ``La Caleta``.
        """
        found: tuple[Part, ...] = ()
        behind = position
        if match := self._determiner.match(folded, behind):
            behind, found = match.end(), ("determiner",)
        if match := self._numeral.match(folded, behind):
            behind, found = match.end(), (*found, "numeral")
        if (work := self._work_on(text, folded, behind, (*parts, *found))) is not None:
            return Opening(work, (*parts, *found))
        if found and (contained := self._contained_at(text, folded, behind)) is not None:
            return Opening(contained, (*parts, *found, "container"))
        if found and (behind in marked or text[behind : behind + 1] in OPENING or self._opens_name(text[behind:])):
            return Opening(behind, (*parts, *found))
        return Opening(position, parts)

    def _work_on(self, text: str, folded: str, position: int, parts: tuple[Part, ...]) -> int | None:
        """``la consulta del Plan de Riberas`` behind a verb, ``dos números del Boletín``: where the name begins."""
        work: re.Match[str] | None = None
        if parts[-1:] == ("numeral",):
            work = self._copies.match(folded, position)
        if work is None and "verb" in parts and parts[-1] != "verb" and not self._nouns.begins(folded, position):
            work = self._work.match(folded, position)
            if work and work["noun"] in self._lexicon.names.working:
                return None
        return work.end() if work and self._names_at(text, folded, work.end()) else None

    def _contained_at(self, text: str, folded: str, position: int) -> int | None:
        """``el programa Calles Vivas``: where the name begins behind a noun for it in lower case."""
        noun = self._contained.match(folded, position)
        if noun is None or text[position].isupper():
            return None
        return noun.end() if self._capitals.match(text, noun.end()) else None

    def _opens_name(self, text: str) -> bool:
        return self._nouns.open(text) or self._nouns.is_action(text)

    def is_indefinite(self, text: str) -> bool:
        """Whether *text* ends with an article that introduces something new: ``Elaborar un``."""
        return re.search(rf"(?<!\w){self._lexicon.grammar.indefinite_articles.pattern}\s*$", fold(text)) is not None


def _is_plain_infinitive(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """``Diseñar`` is an infinitive; ``Clúster`` is none, as no infinitive bears an accent there; nor is ``Taller``."""
    return (
        not bears_accent(text[match.start() : match.end()], lexicon.language)
        and match[0] not in lexicon.grammar.like_infinitives
        and re.match(rf"[{UPPER}]", text[match.start() :]) is not None
    )


@lru_cache(maxsize=8)
def openers(lexicon: Lexicon) -> Openers:
    """Give the reader of openers for a language, made once."""
    return Openers(lexicon)
