"""Who carries an initiative that running text names, by what stands around the name.

``el Programa Vive de la Secretaría de Turismo``, ``la Universidad del Norte presentó su Plan Verde``, ``quien
coordinó el Plan Ribera en Bogotá``, ``el Sistema Municipal de Aguas informó``: another body's, a guest's former work, a
body that acts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.projects.adjectives import adjective_pattern
from council.extract.projects.namings import Span
from council.extract.projects.ownership import MODIFIERS
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.language.quotation_marks import OPENING
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

LOOKED_AT = 160
"""So many characters before a name, of its sentence, are looked through for who carries it."""
SHORT = 24
"""So many characters before a name may belong to it."""
_FOLLOWING = re.compile(rf"\s+(?:\w{{1,3}}\s+){{0,2}}(?P<word>[{UPPER}]\w*)")


class Carriers:
    """Tells whose a name is, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        self._given_names = profile.given_names
        self._lexicon, self._places = lexicon, profile.place_words
        articles, genitive = grammar.articles.pattern, grammar.genitive.pattern
        small = rf"(?:(?:{articles}|{names.possessives.pattern})\s+)*"
        known = profile.foreign_bodies.pattern
        self._own = re.compile(rf"(?<!\w){profile.own_names.pattern}(?!\w)")
        self._behind = re.compile(
            rf"(?:\s+{names.adjectives.pattern})?\s+(?:{names.owned.pattern}\s+(?!{profile.own_names.pattern})"
            rf"{MODIFIERS if grammar.heads_last else ''}(?P<body>{alternatives([*names.governments, *names.carriers])})"
            rf"|{genitive}\s+(?:{articles}\s+)?{known})(?!\w)"
        )
        carrying = [form for form in names.carriers if form not in names.governments]
        others = alternatives([*carrying, *profile.foreign_bodies])
        places = alternatives(profile.place_words)
        other_governments = (
            rf"{names.governments.pattern}\s+(?!{places})"
            rf"(?:{genitive}\s+(?!(?:{articles}\s+)?{places})|{adjective_pattern(lexicon)})"
        )
        others = rf"(?:{others}(?!\w)|{other_governments})"
        preposition = rf"(?P<preposition>(?<!\w){grammar.prepositions.pattern}\s+{small})?"
        self._carried = re.compile(
            rf"{preposition}(?<!\w){others}[^.;:]{{0,90}}?\s{names.carrying.pattern}\s+{small}(?:\w+\s+)?$"
        )
        self._possessed = re.compile(rf"{preposition}(?<!\w){others}[^.;:]*\s{names.possessives.pattern}\s+$")
        self._author = re.compile(rf"[”\"»]?\s*,?[”\"»]?\s*{grammar.prepositions.pattern}\s+")
        self._foreign = re.compile(
            rf"(?<!\w){lexicon.initiative_nouns.pattern}\s+(?:\w+\s+)?{names.foreign.pattern}[\s:,]*$"
        )
        self._foreign_name = re.compile(rf"(?<!\w){names.foreign.pattern}(?!\w)")
        offices = lexicon.people.offices.pattern
        self._past = re.compile(
            rf"(?<!\w)(?:{names.persons.pattern}\s+(?:\w+\s+)?{names.career.pattern}|{names.careers.pattern}"
            rf"|{names.held.pattern}\s+{small}{offices})\s[^.;:,]{{0,50}}$"
        )
        self._office = re.compile(rf"(?<!\w){lexicon.people.offices.pattern}\s+{genitive}\s+{small}$")
        joined = rf"(?:[^.;:]{{1,80}}\s{grammar.copulative.pattern}\s+(?:{genitive}\s+)?)?"
        self._partner = re.compile(rf"(?<!\w){names.partners.pattern}\s+{joined}{small}$")
        self._headed = re.compile(
            rf",[^.;]{{0,40}}\s{names.possessives.pattern}\s+{lexicon.people.offices.pattern}(?!\w)"
        )
        self._party = re.compile(
            rf"(?<!\w){names.agreements.pattern}\s(?:[^.;:,]{{0,60}}?\s)?{names.parties.pattern}\s"
            rf"(?:(?!\s{grammar.purpose.pattern}\s)[^.;:,]){{0,80}}$"
        )
        function = alternatives(form for form in grammar.function_words if form not in grammar.genitive)
        self._bearer = re.compile(
            rf"(?<!\w){names.carriers.pattern}(?:\s+(?!{function}\s)[^\s,.;]+){{0,2}}?\s*[:,]?\s*$"
        )
        self._body = _at_either_end(lexicon.body_nouns)
        self._formed_body = _at_either_end(lexicon.formed_nouns)
        self._acts = re.compile(rf"(?:\s*\([^)]*\))?(?:,[^,.;]{{1,80}})?,?\s+{lexicon.verbs.telling.pattern}(?!\w)")
        self._formed = re.compile(rf"(?<!\w){names.forming.pattern}(?!\w)")
        self._contestant = re.compile(rf"(?<!\w){names.contestants.pattern}(?!\w)")
        self._work = re.compile(rf"(?<!\w){names.works.pattern}[\s:,(]*$")

    def is_others(self, text: str, span: Span, sentence: tuple[int, int], own: bool) -> bool:
        """Whether what stands around a name in *text* says that somebody else carries it, or that it is a body.

        *own* tells that its *sentence* names a unit of the institution.
        """
        folded = fold(text)
        before = folded[max(sentence[0], span.start - LOOKED_AT) : span.start].rstrip(OPENING + "*")
        around = before + folded[span.end : min(sentence[1], span.end + LOOKED_AT)]
        others = not (own or self._own.search(before)) and (
            self._is_carried(before) or self._past.search(before) is not None
        )
        return (
            others
            or self._is_foreign(folded, before, span)
            or self._is_anothers(text, folded, span.row_end or span.end)
            or self._is_body(folded, span, before)
            or self._is_contestants(text, around, before, span)
        )

    def _is_carried(self, before: str) -> bool:
        """``la Secretaría lanzó el …``, ``la Universidad presenta su …``; not ``con la Universidad se elabora el …``."""
        matches = (pattern.search(before) for pattern in (self._carried, self._possessed))
        return any(match is not None and match["preposition"] is None for match in matches)

    def _is_foreign(self, folded: str, before: str, span: Span) -> bool:
        """``el programa federal “…”``, ``la Nueva Agenda Urbana``: what makes it another's stands before the name."""
        names = self._foreign_name.finditer(folded, max(0, span.start - SHORT), span.end)
        return self._foreign.search(before) is not None or any(match.end() > span.start for match in names)

    def _is_anothers(self, text: str, folded: str, end: int) -> bool:
        """``… de la Secretaría de Turismo``, ``… del Instituto Nacional``; not ``… del Instituto``, ``… de IMPLAN``."""
        behind = self._behind.match(folded, end)
        if behind is None:
            return False
        following = _FOLLOWING.match(text, behind.end())
        if behind["body"] not in self._lexicon.names.governments:
            return True
        return following is not None and not set(words_of(following["word"])) <= self._places

    def _is_body(self, folded: str, span: Span, before: str) -> bool:
        """``directora del Sistema …``, ``el Sistema … informó``, ``en coordinación con la Red …``."""
        label = fold(span.label)
        if not self._body.search(label):
            return False
        if self._formed_body.search(label) and not self._formed.search(before):
            return True
        before_body = self._office, self._partner, self._party, self._bearer
        return any(pattern.search(before) for pattern in before_body) or any(
            pattern.match(folded, span.end) for pattern in (self._acts, self._headed)
        )

    def _is_contestants(self, text: str, around: str, before: str, span: Span) -> bool:
        """``el equipo ganador, con el proyecto “…”``, ``el proyecto “…”, de Ana Ruiz``: what a contestant hands in."""
        if not span.closed or not self._work.search(before):
            return False
        author = self._author.match(text, span.end)
        named = author is not None and self._given_names.begin(text[author.end() : author.end() + SHORT])
        return named or self._contestant.search(around) is not None


def _at_either_end(nouns: Words) -> re.Pattern[str]:
    """Matches the noun of a name, which stands first or last in it: ``Sistema …``, ``… System (CWS)``."""
    return re.compile(rf"^{nouns.pattern}(?!\w)|(?<!\w){nouns.pattern}(?=$|\s*\()")


@lru_cache(maxsize=8)
def carriers(profile: Profile) -> Carriers:
    """Give what *profile* says of who carries initiatives, made once."""
    return Carriers(profile)
