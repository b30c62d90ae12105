"""Who carries an initiative that running text names, by what stands around the name.

``el Programa Vive de la Secretaría de Turismo``, ``la Universidad del Norte presentó su Plan Verde``, ``quien
coordinó el Plan Ribera en Bogotá``: another body's, a guest's former work, a contestant's.  A body that acts
(``el Sistema Municipal de Aguas informó``) is no initiative: see :mod:`~council.extract.projects.acting_bodies`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from council.extract.projects.acting_bodies import ActingBodies
from council.extract.projects.adjectives import adjective_pattern
from council.extract.projects.namings import Span
from council.extract.projects.ownership import MODIFIERS
from council.extract.projects.titles import IN_TYPE
from council.extract.vocabulary import Sentence
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import Words, alternatives
from council.profile.profile import Profile

LOOKED_AT = 160
"""So many characters before a name, of its sentence, are looked through for who carries it."""
_PARAGRAPH = 200
"""So many characters before a sentence may say whose it is what it names by its noun."""
SHORT = 24
"""So many characters before a name may belong to it."""
_FOLLOWING = re.compile(rf"\s+(?:\w{{1,3}}\s+){{0,2}}(?P<word>[{UPPER}]\w*)")


class Carriers:
    """Tells whose a name is, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        self._own = re.compile(rf"(?<!\w){profile.own_names.pattern}(?!\w)")
        self._subjects = _Subjects(profile)
        self._foreign = _Foreign(profile)
        self._owners = _Owners(profile)
        self._bodies = ActingBodies(profile)
        self._contestants = _Contestants(profile)
        self._places = _Places(profile)
        lexicon = profile.lexicon
        self._claimed = re.compile(rf"{lexicon.claimed_nouns.pattern}(?!\w)")
        self._forming = re.compile(rf"(?<!\w){lexicon.names.forming.pattern}(?!\w)")
        first = words_of(profile.institution.name)[:1]
        self._ours = re.compile(rf"(?<!\w){alternatives([*lexicon.names.possessives, *first])}(?!\w)")

    def is_claimed(self, folded: str, span: Span, sentence: Sentence, unit_before: bool) -> bool:
        """Whether the text says that the institution carries what others have as well: a survey, a fund, a prize.

        *unit_before* tells that the paragraph has named one of its units before.
        """
        if span.rule != IN_TYPE and (span.closed or not self._claimed.match(folded, span.start)):
            return True
        ours = self._ours.search(folded, sentence.start, sentence.end)
        if sentence.units or ours or self._own.search(folded, sentence.start, sentence.end):
            return True
        if span.rule == IN_TYPE:
            return False
        own_before = self._own.search(folded, max(0, sentence.start - _PARAGRAPH), sentence.start)
        formed = self._forming.search(folded, max(sentence.start, span.start - LOOKED_AT), span.start)
        return bool(unit_before or own_before or formed)

    def is_others(self, text: str, folded: str, span: Span, sentence: Sentence) -> bool:
        """Whether what stands around a name in *text* says that somebody else carries it, or that it is a body."""
        first = max(sentence.start, span.start - LOOKED_AT)
        before = folded[first : span.start].rstrip(f"{OPENING}*")
        around = before + folded[span.end : min(sentence.end, span.end + LOOKED_AT)]
        own = sentence.units or self._own.search(before)
        return (
            (not own and self._subjects.carry(before, text[first : first + len(before)], text, folded, span.end))
            or self._foreign.is_told(folded, before, span)
            or self._owners.follow(text, folded, span.row_end or span.end)
            or self._owners.stand_apart(text, folded, span.row_end or span.end)
            or self._bodies.is_one(folded, span, before)
            or self._places.are_called(text, folded, span)
            or (not own and self._owners.explain(text, folded, span.row_end or span.end))
            or self._contestants.hand_in(text, around, before, span)
        )


class _Subjects:
    """``la Secretaría lanzó el …``, ``quien coordinó el …``: the body or the guest that stands before a name."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        small = rf"(?:(?:{grammar.articles.pattern}|{names.possessives.pattern})\s+)*"
        body = (
            rf"(?P<preposition>(?<!\w){grammar.prepositions.pattern}\s+{small})?"
            rf"(?<!\w)(?:{_other_bodies(profile)}(?!\w)|{_other_governments(profile)})"
        )
        self._carried = re.compile(rf"{body}[^.;:]{{0,90}}?\s{names.carrying.pattern}\s+{small}(?:\w+\s+)?$")
        self._possessed = re.compile(rf"{body}[^.;:]*\s{names.possessives.pattern}\s+$")
        self._past = re.compile(
            rf"(?<!\w)(?:{names.persons.pattern}\s+(?:\w+\s+)?{names.career.pattern}|{names.careers.pattern}"
            rf"|{names.held.pattern}\s+{small}{lexicon.people.offices.pattern})\s[^.;:,]{{0,50}}$"
        )
        places = profile.institution.places
        here = Words.literally([*places.towns, *places.regions, *names.localities]).pattern
        place = rf"{grammar.locative.pattern}\s+(?!{small}{here}(?!\w))(?P<place>\w)"
        self._elsewhere = re.compile(rf"(?<!\w){names.career.pattern}\s+(?:[^.;:,]{{1,60}}\s)?{place}")
        self._career = re.compile(rf"(?<!\w){names.career.pattern}\s+{small}$")
        self._place_behind = re.compile(rf"\s+{place}")
        units = alternatives([*lexicon.units.nouns, *names.carriers])
        self._where = re.compile(rf"(?<!\w){units}\s[^.;:]{{1,60}},\s+{grammar.locations.pattern}\s[^.;:,]{{1,50}}$")

    def carry(self, before: str, written: str, text: str, folded: str, end: int) -> bool:
        """``la Universidad presenta su …``; not ``con la Universidad se elabora el …``.

        *before* is the text before the name, folded, *written* the same as it is written; the name ends at *end*.
        """
        matches = (pattern.search(before) for pattern in (self._carried, self._possessed))
        carried = any(match is not None and match["preposition"] is None for match in matches)
        elsewhere = self._elsewhere.search(before)
        guest = elsewhere is not None and written[elsewhere.start("place")].isupper()
        past = self._past.search(before) or self._where.search(before)
        return carried or guest or past is not None or self._ends_elsewhere(before, text, folded, end)

    def _ends_elsewhere(self, before: str, text: str, folded: str, end: int) -> bool:
        """``she directed the Mangrove Plan in Port Lindero``: the place stands behind the name."""
        behind = self._place_behind.match(folded, end)
        return behind is not None and text[behind.start("place")].isupper() and self._career.search(before) is not None


def _other_bodies(profile: Profile) -> str:
    """Give the pattern of bodies by their noun, but those that the own town has too."""
    names = profile.lexicon.names
    return alternatives([*(form for form in names.carriers if form not in names.governments), *profile.foreign_bodies])


def _other_governments(profile: Profile) -> str:
    """Give the pattern of a government that another place, or an adjective, tells from the own town's."""
    lexicon, grammar = profile.lexicon, profile.lexicon.grammar
    places = alternatives(profile.place_words)
    elsewhere = rf"{grammar.genitive.pattern}\s+(?!(?:{grammar.articles.pattern}\s+)?{places})"
    return rf"{lexicon.names.governments.pattern}\s+(?!{places})(?:{elsewhere}|{adjective_pattern(lexicon)})"


class _Foreign:
    """``el programa federal “…”``, ``la Nueva Agenda Urbana``: what makes it another's stands before the name."""

    def __init__(self, profile: Profile) -> None:
        lexicon, foreign = profile.lexicon, profile.lexicon.names.foreign.pattern
        self._qualified = re.compile(rf"(?<!\w){lexicon.initiative_nouns.pattern}\s+(?:\w+\s+)?{foreign}[\s:,]*$")
        self._name = re.compile(rf"(?<!\w){foreign}(?!\w)")

    def is_told(self, folded: str, before: str, span: Span) -> bool:
        """Whether a word for somebody else's leads up to the name, or into it."""
        names = self._name.finditer(folded, max(0, span.start - SHORT), span.end)
        return self._qualified.search(before) is not None or any(match.end() > span.start for match in names)


class _Owners:
    """``… de la Secretaría de Turismo``, ``… del Instituto Nacional``; not ``… del Instituto``, ``… de IMPLAN``."""

    def __init__(self, profile: Profile) -> None:
        grammar, names = profile.lexicon.grammar, profile.lexicon.names
        self._governments, self._places = names.governments, profile.place_words
        self._foreign = names.foreign
        words = MODIFIERS if grammar.heads_last else ""
        body = alternatives([*names.governments, *names.carriers])
        articles = rf"(?:{grammar.articles.pattern}\s+)?"
        units = profile.lexicon.units.nouns
        self._clause = re.compile(
            rf",?\s+(?:{grammar.relatives.pattern}\s+(?:(?!{profile.own_names.pattern})[^.;:,]){{0,30}}?(?<!\w)"
            rf"(?:{_other_bodies(profile)}(?!\w)|{_other_governments(profile)}|(?P<unit>{units.pattern})\s)"
            rf"|(?:\w+\s+)?{names.owned.pattern}\s+(?P<owner>{units.pattern})\s)"
        )
        self._apart = re.compile(rf",\s+{grammar.genitive.pattern}\s+{articles}")
        self._own = re.compile(
            rf"{alternatives([*profile.own_names, *names.governments, *profile.place_words, *units])}(?!\w)"
        )
        self._behind = re.compile(
            rf"(?:\s+{names.adjectives.pattern})?\s+(?:{names.owned.pattern}\s+(?!{profile.own_names.pattern})"
            rf"{words}(?P<body>{body})"
            rf"|{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?{profile.foreign_bodies.pattern})(?!\w)"
        )

    def explain(self, text: str, folded: str, end: int) -> bool:
        """Whether a clause behind a name gives it an owner: ``…, que financia el Banco Mundial``, ``… organizado por la Dirección …``."""
        clause = self._clause.match(folded, end)
        if clause is None:
            return False
        unit = max(clause.start("unit"), clause.start("owner"))
        return unit < 0 or text[unit].isupper()

    def stand_apart(self, text: str, folded: str, end: int) -> bool:
        """Whether a name behind a comma does: ``…, del Ejército``."""
        owner = self._apart.match(folded, end)
        if owner is None or not text[owner.end() : owner.end() + 1].isupper():
            return False
        return not self._own.match(folded, owner.end())

    def follow(self, text: str, folded: str, end: int) -> bool:
        """Whether one stands behind a name that ends at *end*."""
        behind = self._behind.match(folded, end)
        if behind is None:
            return False
        if behind["body"] not in self._governments or behind["body"] in self._foreign:
            return True
        following = _FOLLOWING.match(text, behind.end())
        return following is not None and not set(words_of(following["word"])) <= self._places


class _Places:
    """``la calle Plan de Ayala``, ``la Escuela Proyecto de Vida``, ``Dirección de Catastro``: what is called like an initiative."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        self._genitive = lexicon.grammar.genitive
        self._place = re.compile(rf"(?<!\w){lexicon.people.places.pattern}\s+(?P<between>(?:\w+\s+){{0,3}})$")
        genitive = rf"{lexicon.grammar.genitive.pattern}\s+(?:{lexicon.grammar.articles.pattern}\s+)?"
        self._unit = re.compile(
            rf"(?<!\w){lexicon.units.nouns.pattern}\s+(?:{lexicon.units.general.pattern}\s+)?{genitive}$"
        )

    def are_called(self, text: str, folded: str, span: Span) -> bool:
        """Whether a noun for a place leads up to a name, with nothing but words in capitals between, or that for a unit."""
        unit = self._unit.search(folded, max(0, span.start - LOOKED_AT), span.start)
        if unit is not None and text[unit.start()].isupper():
            return True
        place = self._place.search(folded, max(0, span.start - LOOKED_AT), span.start)
        if place is None:
            return False
        between = text[place.start("between") : place.end("between")].split()
        joints = [word for word in between if fold(word) in self._genitive]
        named = all(word[0].isupper() or word in joints for word in between)
        return named and (span.rule == IN_TYPE or not between or len(joints) < len(between))


class _Contestants:
    """``el equipo ganador, con el proyecto “…”``, ``el proyecto “…”, de Ana Ruiz``: what a contestant hands in."""

    def __init__(self, profile: Profile) -> None:
        names = profile.lexicon.names
        self._given_names = profile.given_names
        self._author = re.compile(rf"[{CLOSING}]?\s*,?[{CLOSING}]?\s*{profile.lexicon.grammar.prepositions.pattern}\s+")
        self._contestant = re.compile(rf"(?<!\w){names.contestants.pattern}(?!\w)")
        self._work = re.compile(rf"(?<!\w){names.works.pattern}[\s:,(]*$")

    def hand_in(self, text: str, around: str, before: str, span: Span) -> bool:
        """Whether the name is that of such a work."""
        if not span.closed or not self._work.search(before):
            return False
        author = self._author.match(text, span.end)
        named = author is not None and self._given_names.begin(text[author.end() : author.end() + SHORT])
        return named or self._contestant.search(around) is not None


@lru_cache(maxsize=8)
def carriers(profile: Profile) -> Carriers:
    """Give what *profile* says of who carries initiatives, made once."""
    return Carriers(profile)
