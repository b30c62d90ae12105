"""What tells a place that is named after a person from the person.

``calle Ramón Corona``, ``las escuelas Venustiano Carranza de Lerdo y Raimundo Ríos``, ``Samuel Gantry Park``,
``San Luis Potosí``, ``the Clara Whitfield and Ruth Moss schools``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from council.extract.people.office_words import is_office, is_plural_form
from council.extract.people.person_names import NameRun
from council.language.folding import fold, words_of
from council.language.word_lists import Words
from council.profile.profile import Profile

_LOOKED_AT = 220
"""So many characters before and behind a name are looked through for the places in whose list it stands."""
_LONGEST_PREPOSITION = 12
_LONGEST_SHORTENED = 5
"""A longer word with a full stop, the stop too, ends a sentence: ``ejido.``, not ``Blvd.``."""
_TOKEN = re.compile(r"\w[\w’'-]*\.?|[^\w\s]")


def names_a_place(text: str, run: NameRun, profile: Profile) -> bool:
    """Whether a run is a street, a school, a town, by the words around it or at its head."""
    people, (before, behind) = profile.lexicon.people, _joints(profile)
    return (
        _leads_to(_pieces_before(text, run, profile), people.places, before, profile)
        or _leads_to(_pieces_behind(text, run, profile), people.places_behind, behind, profile)
        or (not run.honored and _opens_as_place(words_of(text[run.start : run.end]), profile))
        or _crosses(text, run, profile)
    )


def _crosses(text: str, run: NameRun, profile: Profile) -> bool:
    """Whether a preposition leads up to a run that is joined to a place: ``entre Feliciano Cobián y Calzada Colón``."""
    before, behind = _crossing(profile)
    folded = fold(text)
    partner = behind.match(folded, run.end)
    leads = before.search(folded, max(0, run.title - _LONGEST_PREPOSITION), run.title)
    return partner is not None and leads is not None and text[partner.start("place")].isupper()


@lru_cache(maxsize=8)
def _crossing(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    grammar = profile.lexicon.grammar
    return (
        re.compile(rf"(?<!\w){grammar.prepositions.pattern}\s+$"),
        re.compile(rf"\s+{grammar.copulative.pattern}\s+(?P<place>{profile.lexicon.people.places.pattern})\s"),
    )


def _opens_as_place(words: list[str], profile: Profile) -> bool:
    return words[0] in profile.lexicon.people.place_openings or words[0] in profile.lexicon.people.places


@lru_cache(maxsize=8)
def _joints(profile: Profile) -> tuple[Words, Words]:
    """Give the small words between a noun for places and the name behind it, and between a name and the noun."""
    grammar, particles = profile.lexicon.grammar, profile.lexicon.people.particles
    examples = Words(word for form in profile.lexicon.people.for_example for word in form.split())
    return particles + grammar.articles + grammar.genitive + examples, particles + grammar.articles


def _pieces_before(text: str, run: NameRun, profile: Profile) -> Iterator[str]:
    """Give the words and marks of the sentence before a run, the nearest first."""
    pieces = _without_qualifier(_TOKEN.findall(text, max(0, run.title - _LOOKED_AT), run.title), profile)
    places = profile.lexicon.people.places
    return takewhile(lambda piece: not _ends_sentence(piece, places), reversed(pieces))


def _pieces_behind(text: str, run: NameRun, profile: Profile) -> Iterator[str]:
    """Give the words and marks behind a run; the full stop of ``Jr.`` ends nothing."""
    last = words_of(text[run.start : run.end])[-1]
    shortened = text[run.end : run.end + 1] == "." and last in profile.lexicon.grammar.abbreviations
    start = run.end + int(shortened)
    return (match[0] for match in _TOKEN.finditer(text, start, min(len(text), start + _LOOKED_AT)))


def _without_qualifier(pieces: list[str], profile: Profile) -> list[str]:
    """Leave out what qualifies a noun for places before the name: ``parque lineal Ana Ruiz``, ``jardín de niños``."""
    people = profile.lexicon.people
    if len(pieces) > 1 and fold(pieces[-1]) in people.place_qualifiers and fold(pieces[-2]) in people.places:
        return pieces[:-1]
    of = len(pieces) > 2 and pieces[-1].islower() and pieces[-2] in profile.lexicon.grammar.genitive
    return pieces[:-2] if of and fold(pieces[-3]) in people.places else pieces


def _ends_sentence(piece: str, places: Words) -> bool:
    return piece.endswith(".") and len(piece) > _LONGEST_SHORTENED and fold(piece) not in places


def ends_in_place(words: list[str], profile: Profile) -> bool:
    """Whether behind a whole name stands what makes it a place's: ``Clara Whitfield Street``."""
    return any(word in profile.lexicon.people.places_behind for word in words[2:])


def _leads_to(pieces: Iterable[str], places: Words, small: Words, profile: Profile) -> bool:
    """Whether *pieces*, from a name outwards, reach a noun for places: the next word, or a plural beyond other names.

    *small* words stand between and do not count, nor what qualifies the plural before a colon: ``las colonias del
    norte: La Joya, Ramón Corona``.
    """
    lexicon = profile.lexicon
    listed = joined = introduced = False
    last = ""
    for piece in pieces:
        word = fold(piece).rstrip(".") or piece
        if word in places or word in lexicon.people.crossings:
            of_several = is_plural_form(word, profile) or word in lexicon.people.crossings
            if of_several or not listed or piece.islower():
                return of_several if introduced else not listed or (of_several and not joined)
        if listed and word in lexicon.people.dwellers and last in lexicon.grammar.genitive:
            return True
        last = word if word in lexicon.grammar.genitive else last if word in small else ""
        introduced = introduced or piece == ":"
        if introduced and is_office(word, profile):
            return False
        if introduced or piece == "(" or word in small:
            continue
        joined = piece == "," or word in lexicon.grammar.copulative
        shortened = len(word) == 1 or word in lexicon.people.honorifics or word in lexicon.people.shortened_names
        if not joined and not ((piece[0].isupper() or piece[0].isdigit()) and (shortened or not piece.endswith("."))):
            return False
        listed = True
    return False
