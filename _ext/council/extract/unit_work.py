"""Whether a sentence tells the work of a unit that it names, by the rule that says so; silence says no.

======================  ==============================================================================
``work-of-unit``        ``los avances de la Dirección de Aguas``: the noun of a work that is the unit's
``unit-is-subject``     ``La Gerencia de Aguas publicó el mapa``; a course that it gives counts
``unit-does-it``        ``el taller que organiza la Gerencia``, ``the map that the Parks Division keeps``
``through-unit``        ``a través de la Gerencia de Aguas se midió el río``
``told-by-unit``        ``según la Gerencia de Aguas``, ``de acuerdo con la gerente de Aguas``
``head-tells``          ``Ana Ruiz, gerente de Aguas, informó …``; her lecture is none, nor that she was there
``head-is-quoted``      ``Ana Ruiz, gerente de Aguas: “Faltan dos pozos”``
``name-tells``          ``Aguas y Drenaje informó que …``: the name of several words alone
``field-of-work``       ``Proyecto: Red de Pozos; área: Aguas``
======================  ==============================================================================
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.authority.unit_names import UnitMention
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.quotation_marks import OPENING
from council.language.word_lists import alternatives
from council.profile.profile import Profile

_BEFORE_THE_UNIT = 60
"""So many characters before a unit hold the noun of its work."""
_AT_ONCE = 20
"""So many characters behind an auxiliary stands the verb: ``ha estado presente``."""
_ITS_OBJECT = 60
"""So many characters behind a verb stands what it is about: ``presentará la conferencia``."""
_Verb = re.Match[str] | None
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)(?![\w.])")
_QUOTATION = re.compile(rf"[^.;:]{{0,60}}:\s*[{OPENING}]")


def work_told(sentence: str, unit: UnitMention, start: int, profile: Profile) -> str:
    """Give the rule by which *sentence*, which begins at *start* of the text, tells the work of *unit*, or nothing."""
    patterns, first, last = _patterns(profile), unit.start - start, unit.end - start
    if unit.rule == "field-of-unit" and patterns.has_field_of_work(sentence):
        return "field-of-work"
    return patterns.rule(sentence, first, last, unit.by_noun)


def speaks_without_noun(sentence: str, vocabulary: Vocabulary) -> str | None:
    """Give the directorate whose name of several words, its noun left out, begins *sentence* before a verb of work."""
    return _patterns(vocabulary.profile).speaker(sentence, vocabulary)


def tells_work(text: str, profile: Profile) -> bool:
    """Whether *text* has a verb of work or a noun of works."""
    return _patterns(profile).tells_work(text)


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _WorkPatterns:
    return _WorkPatterns(profile)


class _WorkPatterns:
    """What stands around a unit that works, in folded text."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        grammar, verbs, people = lexicon.grammar, lexicon.verbs, lexicon.people
        article = rf"(?:{grammar.articles.pattern}\s+)?"
        doing = alternatives([*verbs.doing, *verbs.telling])
        nouns = alternatives([*lexicon.categories, *lexicon.lists.initiatives, *lexicon.names.working])
        agents = alternatives([*lexicon.units.agents, *lexicon.names.cooperation])
        self._offices = people.offices
        self._of = re.compile(rf",?\s+{grammar.genitive.pattern}\s+{article}$")
        self._noun = re.compile(rf"(?<!\w){nouns}(?!\w)")
        self._leading = lexicon.leading_verbs
        self._who = re.compile(rf"(?<!\w){lexicon.names.persons.pattern}\s+$")
        self._field = re.compile(rf"(?<!\w){nouns}\s?:")
        self._work = re.compile(rf"(?<!\w){nouns}(?!\w)[^.;:]*$")
        self._by = re.compile(rf"(?<!\w){agents}\s+{article}$")
        self._told_by = re.compile(
            rf"(?<!\w){verbs.attributing.pattern}\s+{article}(?:\w+\s+{grammar.genitive.pattern}\s+{article})?$"
        )
        own = rf"(?:{profile.own_names.pattern}{people.possessives.pattern}\s+)?"
        self._opens = re.compile(rf"(?:^|[,;]\s+)\W*{article}{own}$")
        self._not_finite = verbs.not_finite
        self._no_verbs = frozenset(
            [
                *grammar.function_words,
                *grammar.pronouns,
                *grammar.relatives,
                *people.copulas,
                *people.adverbs,
                *people.offices,
            ]
        )
        self._governed = re.compile(rf"(?<!\w){grammar.prepositions.pattern}\s+{article}$")
        self._verb = re.compile(rf"(?<!\w)(?:(?P<attending>{verbs.attending.pattern})|(?P<doing>{doing}))(?!\w)")
        self._attending = re.compile(rf"(?<!\w){verbs.attending.pattern}(?!\w)")
        self._personal = re.compile(rf"(?<!\w){verbs.personal.pattern}(?!\w)")
        self._office_behind = re.compile(rf"\s+{people.offices.pattern}(?!\w)")
        self._relative = re.compile(rf"\s*[,)]?\s*(?:{grammar.relatives.pattern}|{people.role_ends.pattern})(?!\w)")
        self._between = re.compile(
            alternatives([*grammar.function_words, *people.offices, *people.honorifics, *people.particles])
        )
        self._at_once = re.compile(rf"\s+{article}")

    def rule(self, sentence: str, start: int, end: int, by_noun: bool) -> str:
        """Give the rule for the unit from *start* to *end* of *sentence*."""
        folded = fold(sentence)
        before = folded[:start]
        verbs = [verb for verb in self._verb.finditer(folded) if verb.start() == 0 or sentence[verb.start()].islower()]
        last = next((verb for verb in reversed(verbs) if verb.end() <= start), None)
        following = next((verb for verb in verbs if verb.start() >= end), None)
        of = self._of.search(before)
        if not by_noun or self._office_behind.match(folded, end) or (of and self._is_person(sentence, of.start())):
            return self._of_head(sentence, (start, end), last, following)
        if self._by.search(before):
            attends = any(verb["attending"] for verb in verbs) and not any(verb["doing"] for verb in verbs)
            return "" if attends else "through-unit"
        if self._told_by.search(before):
            return "told-by-unit"
        if of:
            return "work-of-unit" if self._work.search(before[-_BEFORE_THE_UNIT:]) else ""
        if last and last["doing"] and self._at_once.fullmatch(before, last.end()):
            led = self._is_led(sentence, last)
            return self._of_head(sentence, (start, end), None, following) if led else "unit-does-it"
        if self._governed.search(before):
            return ""
        is_guest = last is not None and last["attending"] is not None
        if not is_guest and self._opens.search(before) and self._goes_on_with_verb(sentence, end):
            return "unit-is-subject"
        if not following or not self._is_work(folded, following):
            return ""
        return "" if is_guest and folded[end : following.start()].strip() else "unit-is-subject"

    def _is_led(self, sentence: str, verb: re.Match[str]) -> bool:
        """Whether a *verb* before a unit is what a person does who leads it: ``quien encabeza``, ``Ana Ruiz heads``."""
        before = sentence[: verb.start()]
        by_person = self._who.search(fold(before)) is not None or self._is_person(sentence, verb.start())
        return by_person and verb[0] in self._leading

    def speaker(self, sentence: str, vocabulary: Vocabulary) -> str | None:
        """Give the directorate whose name alone begins *sentence*, before a verb."""
        folded = fold(sentence)
        verb = self._verb.search(folded)
        if verb is None or not verb["doing"]:
            return None
        name = sentence[: verb.start()].strip()
        return vocabulary.directorate_called(name) if " " in name else None

    def has_field_of_work(self, text: str) -> bool:
        """Whether a field of a form names a work: ``Proyecto: …``."""
        return self._field.search(fold(text)) is not None

    def tells_work(self, text: str) -> bool:
        """Whether a verb of work or a noun of works stands in *text*."""
        folded = fold(text)
        verb = self._verb.search(folded)
        return self._noun.search(folded) is not None or (verb is not None and verb["doing"] is not None)

    def _is_person(self, sentence: str, position: int) -> bool:
        """Whether the word before *position* is that of somebody: an office, or in capitals."""
        words = sentence[:position].split()
        return bool(words) and (fold(words[-1]).strip(".") in self._offices or self._is_proper(words[-1]))

    def _is_proper(self, word: str) -> bool:
        return word[0].isupper() and not self._work.search(fold(word))

    def _of_head(self, sentence: str, unit: tuple[int, int], last: _Verb, following: _Verb) -> str:
        """Give the rule for a unit that is named as that of a person, its head or another."""
        folded, (start, end) = fold(sentence), unit
        before = folded[:start]
        if self._told_by.search(before):
            return "told-by-unit"
        if last and last["doing"] and self._leads_to_a_person(sentence[last.end() : start]):
            return "" if self._personal.match(folded, last.start()) else "head-tells"
        if self._governed.search(before) and not self._by.search(before) and not self._of.search(before):
            return ""
        is_guest = last is not None and last["attending"] is not None
        quoted = _QUOTATION.match(sentence, end)
        if quoted and not is_guest and not self._personal.search(fold(quoted[0])):
            return "head-is-quoted"
        if not following or not self._is_work(folded, following):
            return ""
        if self._personal.search(folded, following.start(), following.end() + _ITS_OBJECT):
            return ""
        return "head-tells" if not is_guest or self._relative.match(folded, end) else ""

    def _leads_to_a_person(self, text: str) -> bool:
        """Whether nothing but a person with titles and offices stands in *text*: ``la Lic. Ana Ruiz, directora de``."""
        words = text.replace(",", " ").split()
        return all(not word[0].islower() or self._between.fullmatch(fold(word).strip(".")) for word in words)

    def _goes_on_with_verb(self, sentence: str, end: int) -> bool:
        """Whether the word right behind a unit that opens its sentence can only be its verb: ``wrapped up``."""
        behind = _NEXT_WORD.match(sentence, end)
        if behind is None or not behind[1].islower() or self._attending.match(fold(sentence), behind.start(1)):
            return False
        word = fold(behind[1])
        return word not in self._no_verbs and word not in self._not_finite

    def _is_work(self, folded: str, verb: re.Match[str]) -> bool:
        """Whether a verb tells of work, and is no auxiliary of one that does not: ``ha estado presente``."""
        return bool(verb["doing"]) and not self._attending.search(folded, verb.start(), verb.end() + _AT_ONCE)
