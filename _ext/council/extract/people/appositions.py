"""The roles that stand behind a name: appositions, and what somebody is said to be or to become.

``Jorge Zermeño Infante, Alcalde de Torreón``; ``Norma Iverson, a retired teacher``; ``Luis Paz, locatario del
Mercado``; ``Ana Ruiz, al frente de la Dirección de Agua``; ``ratificó a Ana Ruiz como directora``.
"""

from __future__ import annotations

import re

from council.extract.people.office_words import is_person_noun, office_pattern
from council.extract.people.role_ends import person_follows, role_end, trimmed
from council.extract.people.role_patterns import role_patterns
from council.language.folding import fold
from council.profile.profile import Profile

_WORD = re.compile(r"\w[\w’'/-]*\.?")
_SIGNATURE = re.compile(r"[^.,;:]{1,80}$")
_SPACE = re.compile(r"[^\S\n]+")
_BEFORE_THE_OFFICE = 3
"""So many words qualify the office in an apposition: ``chief transit planner``."""


def role_behind(text: str, end: int, profile: Profile) -> str | None:
    """Give the role that stands behind the name that ends at *end*, if any does."""
    patterns, folded = role_patterns(profile), fold(text)
    if capacity := patterns.in_capacity.match(folded, end):
        return _office_from(text, capacity.end(), profile)
    opened = patterns.apposition.match(folded, end)
    if opened is None:
        return _at_once(text, end, profile)
    if charge := patterns.in_charge.match(folded, opened.start()):
        return trimmed(text[charge.start("role") : role_end(text, charge.end(), profile)])
    return _apposed(text, opened, profile) or _person_noun(text, opened, profile)


def _office_from(text: str, start: int, profile: Profile) -> str:
    return trimmed(text[start : role_end(text, start, profile)])


def _at_once(text: str, end: int, profile: Profile) -> str | None:
    """Give the office right behind a name that no mark parts from it, if it goes on: ``Héctor Rivera Director de Obras``."""
    folded = fold(text)
    office = office_pattern(profile).match(folded, end + 1) if folded[end : end + 1].isspace() else None
    follows = _WORD.match(folded, office.end() + 1) if office else None
    if office is None or follows is None or not _goes_on(text, office, follows, profile):
        return None
    return _office_from(text, office.start(), profile)


def _goes_on(text: str, office: re.Match[str], follows: re.Match[str], profile: Profile) -> bool:
    """Whether an office right behind a name has more: ``Director de``, or ends the line that a person signs."""
    if follows[0] in profile.lexicon.grammar.prepositions:
        return True
    in_capitals = text[office.start()].isupper() and text[follows.start()].isupper()
    return in_capitals and _SIGNATURE.match(text, office.end()) is not None


def _apposed(text: str, opened: re.Match[str], profile: Profile) -> str | None:
    """Give the apposition whose first words hold an office: ``, a retired teacher``."""
    patterns, folded = role_patterns(profile), fold(text)
    position = opened.end()
    for _ in range(_BEFORE_THE_OFFICE + 1):
        office = office_pattern(profile).match(folded, position)
        if office:
            return _unless_of_another(text, opened, office, profile)
        word = _WORD.match(folded, position)
        if word is None or word[0] in patterns.unqualifying or word[0] in profile.given_names.names:
            return None
        gap = _SPACE.match(folded, word.end())
        if gap is None:
            return None
        position = gap.end()
    return None


def _unless_of_another(text: str, opened: re.Match[str], office: re.Match[str], profile: Profile) -> str | None:
    """Give the apposition with an *office*, unless that is the one of the person behind it: ``, el regidor Luis Paz``."""
    if person_follows(text, office.end(), profile):
        return None
    ends = role_end(text, opened.end(), profile)
    with_article = role_patterns(profile).lead.search(fold(text), opened.start(), opened.end()) is not None
    if with_article and text[ends : ends + 1] == "," and person_follows(text, ends + 1, profile):
        return None
    return trimmed(text[opened.end() : ends])


def _person_noun(text: str, opened: re.Match[str], profile: Profile) -> str | None:
    """Give the apposition behind a mark that opens with a noun for a person in lower case: ``, mamá de una alumna``."""
    if not opened[0].strip() or opened[0].strip()[0] not in ",(–—-":
        return None
    noun = _WORD.match(text, opened.end())
    if noun is None or not is_person_noun(noun[0], profile) or person_follows(text, noun.end(), profile):
        return None
    return _office_from(text, noun.start(), profile)
