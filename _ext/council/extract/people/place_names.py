"""What tells a place that is named after a person from the person.

``calle Ramón Corona``, ``las escuelas Venustiano Carranza de Lerdo y Raimundo Ríos``, ``Samuel Gantry Park``,
``San Luis Potosí``, ``the Clara Whitfield and Ruth Moss schools``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from council.extract.people.office_words import is_plural_form
from council.extract.people.person_names import NameRun
from council.language.folding import fold, words_of
from council.language.word_lists import Words
from council.profile.profile import Profile

_LOOKED_AT = 220
"""So many characters before and behind a name are looked through for the places in whose list it stands."""
_LONGEST_SHORTENED = 5
"""A longer word with a full stop, the stop too, ends a sentence: ``ejido.``, not ``Blvd.``."""
_TOKEN = re.compile(r"\w[\w’'-]*\.?|[^\w\s]")


def names_a_place(text: str, run: NameRun, profile: Profile) -> bool:
    """Whether a run is a street, a school, a town, by the words around it or at its head."""
    people = profile.lexicon.people
    before = _without_qualifier(_TOKEN.findall(text, max(0, run.title - _LOOKED_AT), run.title), profile)
    within = takewhile(lambda piece: not _ends_sentence(piece, people.places), reversed(before))
    joints = people.particles + profile.lexicon.grammar.articles
    if _leads_to(within, people.places, joints + profile.lexicon.grammar.genitive, profile):
        return True
    shortened = (
        text[run.end : run.end + 1] == "."
        and words_of(text[run.start : run.end])[-1] in profile.lexicon.grammar.abbreviations
    )
    end = run.end + int(shortened)
    behind = (match[0] for match in _TOKEN.finditer(text, end, min(len(text), end + _LOOKED_AT)))
    if _leads_to(behind, people.places_behind, joints, profile):
        return True
    words = words_of(text[run.start : run.end])
    opens = words[0] in people.place_openings or (words[0] in people.places and not run.honored)
    return opens and not run.honored


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
    """Whether, *small* words aside, *pieces*, from a name outwards, reach a noun for places: the next word, or a plural beyond other names."""
    lexicon = profile.lexicon
    listed = joined = False
    for piece in pieces:
        word = fold(piece).rstrip(".") or piece
        if word in places or word in lexicon.people.crossings:
            of_several = is_plural_form(word, profile) or word in lexicon.people.crossings
            return not listed or (of_several and not joined)
        if piece == "(" or word in small:
            continue
        joined = piece == "," or word in lexicon.grammar.copulative
        shortened = len(word) == 1 or word in lexicon.people.honorifics or word in lexicon.people.shortened_names
        if not joined and not ((piece[0].isupper() or piece[0].isdigit()) and (shortened or not piece.endswith("."))):
            return False
        listed = True
    return False
