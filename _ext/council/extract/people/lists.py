"""People in lists: the role that they share, and those who go by a pseudonym.

``Hugo Lara Mora y Rosa Cano Vega, integrantes del colectivo``: both are.  ``Los artistas urbanos fueron: «Vela»,
Hugo Lara «Rayo» y Rosa Cano``: three people, whose role stands before the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from council.extract.people.offices import is_plural, role_of
from council.extract.people.person_names import PART
from council.language.capitals import UPPER

_PSEUDONYM = re.compile(rf"[«“](?:[{UPPER}][\w’'-]*)(?:\s[{UPPER}a-z][\w’'-]*){{0,2}}[»”](?:\s{PART})?")
_ASIDE = r"(?:\s*(?:\([^)]*\)|«[^»]*»|“[^”]*”))?"
_GAP = re.compile(
    rf"{_ASIDE}\s*(?:,\s*(?:y|e)\s|,|;|\sy\s|\se\s|\s+en (?:el )?lugar de\s+)\s*(?:el\s+|la\s+|los\s+|las\s+)?$"
)


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person in a text: name from *start* to *end*, titles before it from *title*."""

    title: int
    start: int
    end: int
    name: str
    role: str | None

    def ends_in(self, text: str) -> int:
        """Give where the person ends, with the role if that stands behind the name."""
        if self.role and self.role in text[self.end : self.end + len(self.role) + 8]:
            return text.index(self.role, self.end) + len(self.role)
        return self.end


def follows_in_list(text: str, previous: FoundPerson, start: int) -> bool:
    """Whether nothing but what joins a list stands between a person and *start*."""
    end = previous.ends_in(text)
    return end <= start and _GAP.fullmatch(text[end:start]) is not None


def read_lists(text: str, people: Sequence[FoundPerson]) -> list[FoundPerson]:
    """Give the people in order, with the pseudonyms between them and the roles that they share."""
    return [one for group in _groups(text, _with_pseudonyms(text, people)) for one in _sharing(text, group)]


def _with_pseudonyms(text: str, people: Sequence[FoundPerson]) -> list[FoundPerson]:
    """Add what stands in quotation marks in a list of two people or more that a role in the plural opens."""
    quoted = [
        FoundPerson(found.start(), found.start(), found.end(), found[0], role_of(text, found.start(), found.end()))
        for found in _PSEUDONYM.finditer(text)
        if not any(one.start < found.end() and found.start() <= one.end + 1 for one in people)
    ]
    if not quoted:
        return list(people)
    kept, names = list(people), {one.start for one in people}
    for group in _groups(text, sorted([*people, *quoted], key=lambda one: one.start)):
        pseudonyms = [one for one in group if one.start not in names]
        if len(group) - len(pseudonyms) > 1 and group[0].role and is_plural(group[0].role):
            kept += pseudonyms
    return sorted(kept, key=lambda one: one.start)


def _groups(text: str, people: Sequence[FoundPerson]) -> Iterator[list[FoundPerson]]:
    group: list[FoundPerson] = []
    for one in people:
        if group and not follows_in_list(text, group[-1], one.title):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _sharing(text: str, group: list[FoundPerson]) -> list[FoundPerson]:
    """Give a role in the plural to all it is said of: before a name to those that follow, behind one to those before."""
    onward = _carry(group, lambda one: one.ends_in(text) == one.end)
    return _carry(onward[::-1], lambda one: one.ends_in(text) > one.end)[::-1]


def _carry(people: Sequence[FoundPerson], is_said: Callable[[FoundPerson], bool]) -> list[FoundPerson]:
    """Give a role in the plural for which *is_said* holds to the people without one up to the next role."""
    carried: str | None = None
    told = []
    for one in people:
        if one.role:
            carried = one.role if is_plural(one.role) and is_said(one) else None
        told.append(one if one.role or not carried else replace(one, role=carried))
    return told
