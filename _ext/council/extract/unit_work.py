"""Whether a sentence tells the work of a unit that it names, by the rule that says so; silence says no.

======================  ==============================================================================
``work-of-unit``        ``los avances de la Dirección de Aguas``: the noun of a work that is the unit's
``unit-is-subject``     ``La Gerencia de Aguas publicó el mapa``; a course that it gives counts
``unit-does-it``        ``el taller que organiza la Gerencia``, ``the map that the Parks Division keeps``
``through-unit``        ``a través de la Gerencia de Aguas se midió el río``
``unit-is-charged``     ``se instruye a la Gerencia de Aguas para que mida el río``, ``told the Parks Division to count``,
                        ``a la Gerencia de Aguas le corresponde el mapa``
``told-by-unit``        ``según la Gerencia de Aguas``, ``de acuerdo con la gerente de Aguas``
``head-tells``          ``Ana Ruiz, gerente de Aguas, informó …``; her lecture is none, nor that she was there
``head-is-quoted``      ``Ana Ruiz, gerente de Aguas: “Faltan dos pozos”``
``person-tells``        ``Ruiz Soto explicó …``, whom the text told to be its head before: see
                        :mod:`~council.extract.tellers`
``answers``             ``¿Quién lo elabora? La Gerencia de Aguas.``
``field-of-work``       ``Proyecto: Red de Pozos; área: Aguas``
======================  ==============================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import takewhile

from council.authority.unit_names import UnitMention
from council.extract.work_patterns import work_patterns
from council.language.folding import fold
from council.language.quotation_marks import OPENING
from council.profile.profile import Profile

_LOOKED_AT = 200
"""So many characters before a unit hold what leads up to it, a person and titles among them."""
_BEFORE_THE_UNIT = 60
"""So many characters before a unit hold the noun of its work."""
_AT_ONCE = 20
"""So many characters behind an auxiliary stands the verb: ``ha estado presente``."""
_ITS_OBJECT = 60
"""So many characters behind a verb stands what it is about: ``presentará la conferencia``."""
_Verb = re.Match[str] | None
_NEXT_WORD = re.compile(r"\s([^\W\d_]+)(?![\w.])")
_BEHIND_COLON = re.compile(r"\s*:\s([^\W\d_]+)(?![\w.])")
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)|,\s[^,;:.]{3,120},")
"""What stands beside a unit: ``(DPU)``, ``, a través de Ana Ruiz,``."""
_PERSON_ASIDE = re.compile(r",\s(?P<name>[^\W\d][^,;:]{3,60}),")
_QUOTATION = re.compile(rf"[^.;:]{{0,60}}:\s*[{OPENING}]")
_NOTHING = re.compile(r"\s*")


def tells_work(text: str, profile: Profile) -> bool:
    """Whether *text* has a verb of work or a noun of works."""
    return work_patterns(profile).noun.search(fold(text)) is not None or tells_deed(text, profile)


def tells_deed(text: str, profile: Profile) -> bool:
    """Whether *text* has a verb of work."""
    verb = work_patterns(profile).verb.search(fold(text))
    return verb is not None and verb["doing"] is not None


class SentenceWork:
    """What a *sentence*, which begins at *start* of its text, tells of the units that it names.

    *asked* tells that the sentence before asks who does something.
    """

    def __init__(self, sentence: str, start: int, profile: Profile, asked: bool = False) -> None:
        self._patterns, self._asked = work_patterns(profile), asked
        if sentence.isupper() and len(sentence.lower()) == len(sentence):
            sentence = sentence.lower()
        self._sentence, self._folded, self._start = sentence, fold(sentence), start
        verbs = self._patterns.verb.finditer(self._folded)
        self._verbs = [verb for verb in verbs if verb.start() == 0 or sentence[verb.start()].islower()]
        self._attends_only = any(verb["attending"] for verb in self._verbs) and not any(
            verb["doing"] for verb in self._verbs
        )

    def told_of(self, unit: UnitMention) -> str:
        """Give the rule by which the sentence tells the work of *unit*, or nothing."""
        start, end = unit.start - self._start, unit.end - self._start
        if unit.rule == "field-of-unit" and self._patterns.field.search(self._folded):
            return "field-of-work"
        of = self._leads_to(start, self._patterns.of)
        behind = self._patterns.office_behind.match(self._folded, end)
        led = self._leads_to(start, self._patterns.leading)
        leads = led is not None and self._is_led_by_person(led.start())
        if not unit.by_noun or behind or leads or (of and self._is_person(of.start())):
            return self._of_head(start, end, last_told=not leads)
        if led and led["phrase"].split()[-1] in self._patterns.genitive:
            return "unit-does-it"
        return self._charged(start, end) or self._of_unit(start, end, of is not None)

    def _charged(self, start: int, end: int) -> str:
        """Give the rule for a unit that somebody has do something, or that is in charge of it."""
        folded, patterns = self._folded, self._patterns
        told = self._leads_to(start, patterns.charging) and patterns.charge.match(folded, end)
        beside = patterns.in_charge.match(folded, end) and not self._leads_to(start, patterns.of)
        return "unit-is-charged" if told or beside or patterns.falls_to.match(folded, end) else ""

    def goes_on_with(self, unit: UnitMention) -> bool:
        """Whether a unit shares the verb of the one before it: ``…; la Gerencia de Parques, en el Inventario de Árboles``."""
        start, end = unit.start - self._start, unit.end - self._start
        shares = self._leads_to(start, self._patterns.next_clause) and self._patterns.shared_verb.match(
            self._folded, end
        )
        return unit.by_noun and shares is not None

    def _of_unit(self, start: int, end: int, of: bool) -> str:
        """Give the rule for a unit that is named itself, from *start* to *end*; *of* tells that it is something's."""
        folded, patterns = self._folded, self._patterns
        if self._leads_to(start, patterns.by):
            return "" if self._attends_only else "through-unit"
        if self._leads_to(start, patterns.told_by):
            return "told-by-unit"
        if of and self._is_told_by_one_of_it(end):
            return "head-tells"
        if of:
            return "work-of-unit" if patterns.work.search(folded[max(0, start - _BEFORE_THE_UNIT) : start]) else ""
        if self._asked and self._leads_to(start, patterns.begins):
            return "answers"
        last, following = self._verb_before(start), self._verb_behind(end)
        if last and last["doing"] and patterns.at_once.fullmatch(folded, last.end(), start):
            return self._of_head(start, end, last_told=False) if self._is_led(last) else "unit-does-it"
        if self._leads_to(start, patterns.governed):
            return ""
        is_guest = last is not None and last["attending"] is not None
        if not is_guest and self._leads_to(start, patterns.opens) and self._goes_on_with_verb(end):
            return "unit-is-subject"
        if not following or not self._is_work(following):
            return ""
        apart = _NOTHING.fullmatch(folded, end, following.start()) is None
        elsewhere = folded.find(";", end, following.start()) >= 0
        return "" if elsewhere or (is_guest and apart) else "unit-is-subject"

    def _is_told_by_one_of_it(self, end: int) -> bool:
        """``La técnica de la Gerencia de Aguas, Ana Ruiz, explicó …``: a person stands beside the unit, and tells."""
        aside = _PERSON_ASIDE.match(self._sentence, end)
        if aside is None or not self._patterns.given_names.begin(aside["name"]):
            return False
        return self._patterns.tells.match(self._folded, aside.end()) is not None

    def _is_led(self, verb: re.Match[str]) -> bool:
        """Whether a *verb* before a unit is what a person does who leads it: ``quien encabeza``, ``Ana Ruiz heads``."""
        who = self._leads_to(verb.start(), self._patterns.who) is not None or self._is_person(verb.start())
        return who and verb[0] in self._patterns.leading_verbs

    def _of_head(self, start: int, end: int, last_told: bool = True) -> str:
        """Give the rule for a unit that is named as that of a person, its head or another."""
        folded, patterns = self._folded, self._patterns
        if self._leads_to(start, patterns.told_by):
            return "told-by-unit"
        last, following = self._verb_before(start), self._verb_behind(end)
        if last and last_told and last["doing"] and self._is_person_between(last.end(), start):
            return "" if patterns.personal.match(folded, last.start()) else "head-tells"
        if self._leads_to(start, patterns.governed) and not (
            self._leads_to(start, patterns.by) or self._leads_to(start, patterns.of)
        ):
            return ""
        is_guest = last is not None and last["attending"] is not None
        quoted = _QUOTATION.match(self._sentence, end)
        if quoted and not is_guest and not patterns.personal.search(fold(quoted[0])):
            return "head-is-quoted"
        if not following or not self._is_work(following):
            return ""
        if patterns.personal.search(folded, following.start(), following.end() + _ITS_OBJECT):
            return ""
        if patterns.occasional.search(folded, end, following.start()):
            return ""
        return "head-tells" if not is_guest or patterns.relative.match(folded, end) else ""

    def _leads_to(self, position: int, pattern: re.Pattern[str]) -> _Verb:
        return pattern.search(self._folded, max(0, position - _LOOKED_AT), position)

    def _verb_before(self, position: int) -> _Verb:
        place = bisect_right(self._verbs, position, key=lambda verb: verb.end())
        return self._verbs[place - 1] if place else None

    def _verb_behind(self, position: int) -> _Verb:
        place = bisect_left(self._verbs, position, key=lambda verb: verb.start())
        return self._verbs[place] if place < len(self._verbs) else None

    def _is_led_by_person(self, position: int) -> bool:
        """Whether somebody stands before what leads a unit from *position* on: ``Ana Ruiz, al frente de``, ``quien dirige``."""
        who = self._patterns.who_leads.search(self._folded, max(0, position - _LOOKED_AT), position)
        return who is not None or self._ends_with_person(position)

    def _ends_with_person(self, position: int) -> bool:
        """Whether the words in capitals before *position* are somebody's name: ``la arquitecta Ana Ruiz Soto``."""
        words = self._sentence[max(0, position - _LOOKED_AT) : position].rstrip(" ,").split()
        particles = self._patterns.particles
        name = list(takewhile(lambda word: word[0].isupper() or fold(word) in particles, reversed(words)))
        return bool(name) and self._patterns.given_names.begin(" ".join(reversed(name)))

    def _is_person(self, position: int) -> bool:
        """Whether the word before *position* is that of somebody: an office, or in capitals."""
        words = self._sentence[max(0, position - _LOOKED_AT) : position].split()
        if not words:
            return False
        word = fold(words[-1])
        return word.strip(".") in self._patterns.offices or (
            words[-1][0].isupper() and not self._patterns.work.search(word)
        )

    def _is_person_between(self, start: int, end: int) -> bool:
        """Whether nothing but a person with titles and offices stands there: ``la Lic. Ana Ruiz, directora de``."""
        if end - start > _LOOKED_AT:
            return False
        words, between = self._sentence[start:end].replace(",", " ").split(), self._patterns.between
        return all(not word[0].islower() or between.fullmatch(fold(word).strip(".")) for word in words)

    def _goes_on_with_verb(self, end: int) -> bool:
        """Whether the word behind a unit that opens its sentence can only be its verb: ``wrapped up``.

        Whose the unit is, and what stands in brackets or between commas, is passed: ``del Instituto``, ``, que …,``.
        """
        folded, patterns = self._folded, self._patterns
        owner = patterns.own_behind.match(folded, end)
        end = owner.end() if owner else end
        aside = _ASIDE.match(self._sentence, end)
        behind = _NEXT_WORD.match(self._sentence, aside.end() if aside else end)
        behind = behind or _BEHIND_COLON.match(self._sentence, end)
        if behind is None or not behind[1].islower() or patterns.attending.match(folded, behind.start(1)):
            return False
        word = fold(behind[1])
        return word not in patterns.no_verbs and word not in patterns.not_finite

    def _is_work(self, verb: re.Match[str]) -> bool:
        """Whether a verb tells of work that is done, and is no auxiliary of one that does not: ``ha estado presente``."""
        if self._patterns.negation.search(self._folded, max(0, verb.start() - _AT_ONCE), verb.start()):
            return False
        attends = self._patterns.attending.search(self._folded, verb.start(), verb.end() + _AT_ONCE)
        return bool(verb["doing"]) and not attends
