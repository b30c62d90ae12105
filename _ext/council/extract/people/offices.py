"""The roles that the text gives people: offices before a name, else what :mod:`.appositions` reads behind it.

``El director del Instituto …, Eduardo Holguín``; ``Transit Division manager Marcus Ellery``; ``Its authors are Nora
Castleman …``; ``el carpintero Luis Paz``; ``su esposo, Luis Paz``; ``Rindió protesta como vocal la contadora Ana Ruiz``.
"""

from __future__ import annotations

import re
from itertools import pairwise

from council.extract.people.appositions import role_behind
from council.extract.people.office_words import is_occasional, is_office, is_person_noun, is_plural, is_unit_noun
from council.extract.people.role_ends import trimmed
from council.extract.people.role_patterns import role_patterns
from council.language.folding import fold
from council.profile.profile import Profile

BEFORE = 220
"""So many characters before a name are looked through for its role."""

_BREAK = re.compile(r"\([^)]*\)|\w+\.|[^\w\s’'/-]|\n")
_WORD = re.compile(r"\([^)]*\)|\w[\w’'/-]*\.?")
_BEHIND_THE_OFFICE = 2
"""So many words stand between an office and the name that follows it at once: ``presidente municipal``."""
_BEFORE_A_LINK = 16
"""So many do before a comma, or before ``fueron``."""
_BEFORE_THE_OFFICE = 3
"""So many words qualify the office in an apposition: ``chief transit planner``."""


def role_of(text: str, earliest: int, start: int, end: int, profile: Profile) -> str | None:
    """Give the role of the person whose name, titles with it, stands from *start* to *end*.

    Nothing before *earliest* counts: it is another person's.  Behind a single name, a role in the plural belongs to
    others too: ``el presidente de la Cámara, Eugenio Treviño, representantes de universidades``; one before the name
    is nearer then.  What a copula says wins: ``El vocal saliente es Hugo Lara, socio del club``; a role of an occasion
    gives way: ``la historiadora Ana Ruiz, autora de dos ensayos``, ``designó a la consejera Ana Ruiz como enlace``.
    """
    behind = role_behind(text, end, profile)
    offset = max(earliest, start - BEFORE)
    before = _role_before(text, offset, start, profile)
    if not behind or not before:
        return behind or before
    if is_occasional(before, profile):
        return behind
    capacity = role_patterns(profile).in_capacity.match(fold(text), end)
    passing = capacity is not None and not capacity["starting"]
    nearer = passing or is_plural(behind, profile) or is_occasional(behind, profile)
    return before if nearer or _is_linked_by_copula(text, offset, start, profile) else behind


def _is_linked_by_copula(text: str, offset: int, start: int, profile: Profile) -> bool:
    patterns = role_patterns(profile)
    folded = fold(text)[offset:start]
    lead = patterns.lead.search(folded)
    link = patterns.link.search(folded, 0, lead.start() if lead else len(folded))
    return link is not None and link["copula"] is not None


def _role_before(text: str, offset: int, start: int, profile: Profile) -> str | None:
    patterns = role_patterns(profile)
    folded = fold(text)[offset:start]
    lead = patterns.lead.search(folded)
    linked = patterns.link.search(folded, 0, lead.start() if lead else len(folded))
    if not linked and (capacity := patterns.as_office.search(folded)):
        return trimmed(text[offset + capacity.start("role") : offset + capacity.end("role")])
    end = linked.start() if linked else lead.start() if lead else len(folded)
    words = list(_WORD.finditer(folded, _clause_start(folded, end, profile), end))
    found = _office_at(words, text[offset:start], linked is not None, profile)
    if found is None:
        return _person_noun(words, text[offset : offset + end], linked is not None, profile)
    example = patterns.for_example.match(folded, words[found].start())
    begins = example.end() if example else _qualified(text, offset, words[: found + 1], profile)
    office = words[found].start()
    ends = office + len(patterns.relative.sub("", folded[office:end]))
    return trimmed(text[offset + begins : offset + ends]) or None


def _person_noun(words: list[re.Match[str]], written: str, linked: bool, profile: Profile) -> str | None:
    """Give the noun for a person at the end of *written*, behind what determines it: ``su esposo``, ``del botánico``.

    Before a link it may go on: ``El dibujante de la Dirección de Aguas, Luis Paz``.
    """
    grammar, whose = profile.lexicon.grammar, profile.lexicon.tenures.whose
    opening = [1] if linked and len(words) > 2 and words[2][0] in grammar.genitive else []
    for place in (len(words) - 1, len(words) - 2, *opening):
        if place < 1 or not is_person_noun(written[words[place].start() : words[place].end()], profile):
            continue
        before = words[place - 1][0]
        if before in grammar.articles or before in grammar.genitive or before in whose:
            return trimmed(written[words[place].start() :])
    return None


def _clause_start(folded: str, end: int, profile: Profile) -> int:
    """Give where the words begin that no punctuation parts from *end*; ``Dir.`` and parentheses do not."""
    begins = 0
    for match in _BREAK.finditer(folded, 0, end):
        if match[0].startswith("(") or (
            match[0].endswith(".") and match[0][:-1] in profile.lexicon.grammar.abbreviations
        ):
            continue
        begins = match.end()
    return begins


def _office_at(words: list[re.Match[str]], written: str, linked: bool, profile: Profile) -> int | None:
    """Give the place among *words* of the office whose holder follows: the nearest one, or the first before a link.

    *written* is their text with accents, by which ``Secretaría`` is a unit.  Of two in a row the noun stands first,
    ``secretaria técnica``, unless nouns stand last.
    """
    offices = [
        place
        for place, word in enumerate(words)
        if is_office(word[0].rstrip("."), profile) and not is_unit_noun(written[word.start() : word.end()], profile)
    ]
    if linked:
        begins = max((place for place in offices if _is_object(words, place, profile)), default=0)
        near = max(begins, len(words) - 1 - _BEFORE_A_LINK)
        return next((place for place in offices if place >= near), None)
    if not offices or words[-1][0] in role_patterns(profile).unqualifying:
        return None
    behind = [word[0] for word in words[offices[-1] :]]
    grammar = profile.lexicon.grammar
    parted = any(word in grammar.articles and before not in grammar.genitive for before, word in pairwise(behind))
    if parted or len(behind) - 1 > _BEHIND_THE_OFFICE:
        return None
    nearest = offices[-1]
    while nearest - 1 in offices and not profile.lexicon.grammar.heads_last:
        nearest -= 1
    return nearest


def _is_object(words: list[re.Match[str]], place: int, profile: Profile) -> bool:
    """Whether another holder begins there, as a preposition leads up to the office: ``saludó a la regidora``."""
    grammar = profile.lexicon.grammar
    qualifying = role_patterns(profile).qualifying
    before = [word[0] for word in words[max(0, place - _BEFORE_THE_OFFICE) : place]]
    while before and before[-1] in qualifying:
        before.pop()
    return bool(before) and before[-1] in grammar.prepositions and before[-1] not in grammar.genitive


def _qualified(text: str, offset: int, words: list[re.Match[str]], profile: Profile) -> int:
    """Give where the role begins whose office is the last of *words*: ``Transit Division manager``, ``former mayor``."""
    people, unqualifying = profile.lexicon.people, role_patterns(profile).unqualifying
    dated = profile.lexicon.tenures.adjectives
    begins = words[-1].start()
    for word in reversed(words[:-1]):
        if not text[offset + word.end() : offset + begins].isspace():
            break
        may_precede = profile.lexicon.grammar.heads_last and word[0] not in unqualifying
        capitalised = may_precede and text[offset + word.start()].isupper()
        numbered = word[0] in profile.lexicon.ordinal_values
        if not (capitalised or numbered or word[0] in people.modifiers or word[0] in people.former or word[0] in dated):
            break
        begins = word.start()
    once = role_patterns(profile).holding_once.search(fold(text), offset, offset + begins)
    return once.start() - offset if once else begins
