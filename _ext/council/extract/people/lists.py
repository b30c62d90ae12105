"""People in lists: the role that they share, and those who go by a pseudonym.

``Hugo Lara Mora y Rosa Cano Vega, integrantes del colectivo``: both are.  ``Los artistas urbanos fueron: «Vela»,
Hugo Lara «Rayo» y Rosa Cano``: three people, whose role stands before the first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from council.extract.people.name_patterns import PART, belonging
from council.extract.people.office_words import is_plural
from council.extract.people.offices import role_of
from council.language.capitals import UPPER, capitalised_run
from council.language.folding import fold
from council.language.quotation_marks import CLOSING, OPENING, quoted
from council.language.word_lists import Words
from council.profile.profile import Profile

_PSEUDONYM = re.compile(rf"[{OPENING}](?:[{UPPER}][\w’'-]*)(?:\s[{UPPER}a-z][\w’'-]*){{0,2}}[{CLOSING}](?:\s{PART})?")
_LONGEST_GAP = 200
"""So many characters may stand between two of a list."""
_AROUND = 8
"""So many characters may stand between a name and its role."""
_LONGEST_LEAD = 40
"""So many characters before a name hold what tells that its bearer is replaced."""
_ASIDE = rf"(?:\s*(?:\([^)]*\)|{quoted()}))?"


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in a text: name from *start* to *end*, titles before it from *title*."""

    title: int
    start: int
    end: int
    name: str
    role: str | None
    rule: str

    def ends_in(self, text: str) -> int:
        """Give where the person ends, with the role if that stands behind the name."""
        if self.role is None or self.role in text[max(0, self.title - len(self.role) - _AROUND) : self.title]:
            return self.end
        if self.role in text[self.end : self.end + len(self.role) + _AROUND]:
            return text.index(self.role, self.end) + len(self.role)
        return self.end


@lru_cache(maxsize=8)
def _gap(profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of what joins two people of a list."""
    lexicon = profile.lexicon
    joints, articles = (
        (lexicon.grammar.copulative + lexicon.grammar.conjunctions).pattern,
        lexicon.grammar.articles.pattern,
    )
    return re.compile(
        rf"{_ASIDE}\s*(?:,\s*{joints}\s|[,;]|(?<=\s){joints}\s|(?<=\s){lexicon.people.replacing.pattern}\s)"
        rf"\s*(?:{articles}\s+)?$"
    )


@lru_cache(maxsize=8)
def _instead_of(profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of what stands before a person whom another replaces."""
    lexicon = profile.lexicon
    return re.compile(rf"(?<!\w){lexicon.people.replacing.pattern}\s+(?:{lexicon.grammar.articles.pattern}\s+)?$")


def _is_replaced(text: str, person: FoundPerson, profile: Profile) -> bool:
    return _instead_of(profile).search(fold(text), max(0, person.title - _LONGEST_LEAD), person.title) is not None


def follows_in_list(text: str, previous: FoundPerson, start: int, profile: Profile) -> bool:
    """Whether nothing but what joins a list, and the body that a person is of, stands between the two."""
    end = previous.ends_in(text)
    gap, folded = _gap(profile), fold(text)
    if end > start or start - end > _LONGEST_GAP:
        return False
    return gap.fullmatch(folded, end, start) is not None or (
        (body := _affiliation(text, end, profile)) > end and gap.fullmatch(folded, body, start) is not None
    )


def _affiliation(text: str, end: int, profile: Profile) -> int:
    """Give where the body ends that somebody is said to be of right behind the name: ``Ana Ruiz, de la Cámara``."""
    of = belonging(profile).match(fold(text), end)
    name = capitalised_run(text, of.end(), len(text), _inside_a_name(profile)) if of else ""
    return of.end() + len(name) if of and name else end


@lru_cache(maxsize=8)
def _inside_a_name(profile: Profile) -> Words:
    return profile.lexicon.grammar.genitive + profile.lexicon.grammar.articles


def forms_pair(text: str, first: FoundPerson, start: int, profile: Profile) -> bool:
    """Whether a copulative joins a person and another at *start*: ``Roam Xolotl y a Ana Ruiz``."""
    grammar = profile.lexicon.grammar
    joint = rf"\s{grammar.copulative.pattern}\s(?:{grammar.prepositions.pattern}\s)?(?:{grammar.articles.pattern}\s)?"
    return re.fullmatch(joint, fold(text)[first.end : start]) is not None


def read_lists(text: str, people: Sequence[FoundPerson], profile: Profile) -> list[FoundPerson]:
    """Give the people in order, with the pseudonyms between them and the roles that they share."""
    groups = _groups(text, _with_pseudonyms(text, people, profile), profile)
    return [person for group in groups for person in _sharing(text, group, profile)]


def _with_pseudonyms(text: str, people: Sequence[FoundPerson], profile: Profile) -> list[FoundPerson]:
    """Add what stands in quotation marks in a list of two people or more that a role in the plural opens."""
    quoted = [
        FoundPerson(match.start(), *match.span(), match[0], role_of(text, 0, *match.span(), profile), "pseudonym")
        for match in _PSEUDONYM.finditer(text)
        if not _overlaps(people, *match.span())
    ]
    if not quoted:
        return list(people)
    kept, names = list(people), {person.start for person in people}
    for group in _groups(text, sorted([*people, *quoted], key=lambda person: person.start), profile):
        pseudonyms = [person for person in group if person.start not in names]
        if len(group) - len(pseudonyms) > 1 and group[0].role and is_plural(group[0].role, profile):
            kept += pseudonyms
    return sorted(kept, key=lambda person: person.start)


def _overlaps(people: Sequence[FoundPerson], start: int, end: int) -> bool:
    """Whether what stands from *start* to *end* is part of one of *people*, who are in order, or right behind one."""
    before = bisect_left(people, end, key=lambda person: person.start)
    return before > 0 and start <= people[before - 1].end + 1


def _groups(text: str, people: Sequence[FoundPerson], profile: Profile) -> Iterator[list[FoundPerson]]:
    group: list[FoundPerson] = []
    for person in people:
        if group and not follows_in_list(text, group[-1], person.title, profile):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _sharing(text: str, group: list[FoundPerson], profile: Profile) -> list[FoundPerson]:
    """Give a role in the plural to all it is said of: before a name to those that follow, behind one to those before.

    It is not said of those whom others replace: ``Ana Ruiz en lugar de Hugo Lara``.
    """
    sharing = {place for place, person in enumerate(group) if not _is_replaced(text, person, profile)}
    holders = [group[place] for place in sorted(sharing)]
    onward = _carry(holders, lambda person: person.ends_in(text) == person.end, profile)
    told = iter(_carry(onward[::-1], lambda person: person.ends_in(text) > person.end, profile)[::-1])
    return [next(told) if place in sharing else person for place, person in enumerate(group)]


def _carry(
    people: Sequence[FoundPerson], is_said: Callable[[FoundPerson], bool], profile: Profile
) -> list[FoundPerson]:
    """Give a role in the plural for which *is_said* holds to the people without one up to the next role."""
    carried: str | None = None
    sharing = []
    for person in people:
        if person.role:
            carried = person.role if is_plural(person.role, profile) and is_said(person) else None
        sharing.append(person if person.role or not carried else replace(person, role=carried))
    return sharing
