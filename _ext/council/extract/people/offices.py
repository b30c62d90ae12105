"""The roles that the text gives people: offices before a name, appositions behind it.

``El director del Instituto …, Eduardo Holguín``; ``Transit Division manager Marcus Ellery``; ``Its authors are Nora
Castleman …``; ``Jorge Zermeño Infante, Alcalde de Torreón``; ``Norma Iverson, a retired teacher``.
"""

from __future__ import annotations

import re

from council.extract.people.name_patterns import name_patterns
from council.extract.people.office_words import is_occasional, is_office, is_plural, is_unit_noun, office_pattern
from council.extract.people.role_patterns import role_patterns
from council.language.folding import fold, words_of
from council.language.quotation_marks import quoted
from council.profile.profile import Profile

BEFORE = 220
"""So many characters before a name are looked through for its role."""
LONGEST_ROLE = 120

_BREAK = re.compile(r"\([^)]*\)|\w+\.|[^\w\s’'/-]|\n")
_WORD = re.compile(r"\([^)]*\)|\w[\w’'/-]*\.?")
_TITLE = re.compile(rf"{quoted(1, 60)}(?<![.,!?…].)")
"""The name of a thing as part of a role, ``directora del taller “Voces”``; not what somebody says."""
_SIGNATURE = re.compile(r"[^.,;:]{1,80}$")
_SPACE = re.compile(r"[^\S\n]+")
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
    is nearer then.  What a copula says wins: ``El vocal saliente es Hugo Lara, socio del club``.
    """
    behind = _role_behind(text, end, profile)
    offset = max(earliest, start - BEFORE)
    linked = _is_linked_by_copula(text, offset, start, profile)
    if behind and not is_plural(behind, profile) and not linked:
        return behind
    before = _role_before(text, offset, start, profile)
    return behind if behind and (not before or is_occasional(before, profile)) else before


def _is_linked_by_copula(text: str, offset: int, start: int, profile: Profile) -> bool:
    patterns = role_patterns(profile)
    folded = fold(text)[offset:start]
    lead = patterns.lead.search(folded)
    link = patterns.link.search(folded, 0, lead.start() if lead else len(folded))
    return link is not None and link["copula"] is not None


def _role_behind(text: str, end: int, profile: Profile) -> str | None:
    patterns = role_patterns(profile)
    folded = fold(text)
    opened = patterns.apposition.match(folded, end)
    if opened is None:
        office = office_pattern(profile).match(folded, end + 1) if folded[end : end + 1].isspace() else None
        follows = _WORD.match(folded, office.end() + 1) if office else None
        if office is None or follows is None or not _goes_on(text, office, follows, profile):
            return None
        return _trimmed(text[office.start() : _role_end(text, office.start(), profile)])
    position = opened.end()
    for _ in range(_BEFORE_THE_OFFICE + 1):
        office = office_pattern(profile).match(folded, position)
        if office:
            if _person_follows(text, office.end(), profile):
                return None
            ends = _role_end(text, opened.end(), profile)
            with_article = patterns.lead.search(folded, opened.start(), opened.end()) is not None
            if with_article and text[ends : ends + 1] == "," and _person_follows(text, ends + 1, profile):
                return None
            return _trimmed(text[opened.end() : ends])
        word = _WORD.match(folded, position)
        if word is None or word[0] in patterns.unqualifying or word[0] in profile.given_names.names:
            return None
        gap = _SPACE.match(folded, word.end())
        if gap is None:
            return None
        position = gap.end()
    return None


def _goes_on(text: str, office: re.Match[str], follows: re.Match[str], profile: Profile) -> bool:
    """Whether an office right behind a name has more: ``Director de``, or ends the line that a person signs."""
    if follows[0] in profile.lexicon.grammar.prepositions:
        return True
    in_capitals = text[office.start()].isupper() and text[follows.start()].isupper()
    return in_capitals and _SIGNATURE.match(text, office.end()) is not None


def _role_end(text: str, start: int, profile: Profile) -> int:
    """Give where a role ends: at a mark of punctuation, a verb, or the next person."""
    end = _end_by_marks(text, start, profile)
    return _before_next_title(text, start, end, profile)


def _end_by_marks(text: str, start: int, profile: Profile) -> int:
    folded, limit = fold(text), min(len(text), start + 2 * LONGEST_ROLE)
    copulative, abbreviations = profile.lexicon.grammar.copulative, profile.lexicon.grammar.abbreviations
    inside = start
    for match in role_patterns(profile).end.finditer(folded, start, limit):
        if match.start() < inside:
            continue
        if title := _TITLE.match(text, match.start()):
            inside = title.end()
            continue
        if match[0].startswith("(") or (match[0] == "," and _enumerates(text, match.start(), profile)):
            continue
        if match[0] == "." and re.split(r"\W", folded[start : match.start()])[-1] in abbreviations:
            continue
        if match[0].strip() in copulative:
            if not _person_follows(text, match.end() - 1, profile):
                continue
            return match.start() - 1
        return match.start()
    return limit


def _before_next_title(text: str, start: int, limit: int, profile: Profile) -> int:
    """Give where a title and a name begin behind *start*, though no mark parts them: ``Director de Cultura Dr. Paz``."""
    patterns = name_patterns(profile)
    for title in patterns.honorific.finditer(fold(text), start + 1, limit):
        if text[title.start()].isupper() and title[0].rstrip().endswith(".") and patterns.part.match(text, title.end()):
            return title.start()
    return limit


def _enumerates(text: str, comma: int, profile: Profile) -> bool:
    """Whether a comma parts the words of one title: ``director of Parks, Trails and Recreation``."""
    listed = role_patterns(profile).enumerated.match(text, comma)
    return listed is not None and all(map(profile.given_names.is_common, words_of(listed["words"])))


def _person_follows(text: str, position: int, profile: Profile) -> bool:
    """Whether, behind white space, a person is named: by a title, a given name, or words that are names only."""
    patterns = name_patterns(profile)
    space = _SPACE.match(text, position)
    if space is None:
        return False
    article = role_patterns(profile).article.match(fold(text), space.end())
    if article:
        space = article
    title = patterns.honorific.match(fold(text), space.end())
    if title is not None and text[title.start()].isupper():
        return True
    name = patterns.name.match(text, space.end())
    if name is None:
        return False
    words = words_of(name[0])
    uncommon = not any(profile.given_names.is_common(word) or word in patterns.bodies for word in words)
    return uncommon or profile.given_names.begin(name[0])


def _role_before(text: str, offset: int, start: int, profile: Profile) -> str | None:
    patterns = role_patterns(profile)
    folded = fold(text)[offset:start]
    lead = patterns.lead.search(folded) or patterns.title.search(folded)
    linked = patterns.link.search(folded, 0, lead.start() if lead else len(folded))
    end = linked.start() if linked else lead.start() if lead else len(folded)
    words = list(_WORD.finditer(folded, _clause_start(folded, end, profile), end))
    found = _office_at(words, text[offset:start], linked is not None, profile)
    if found is None:
        return None
    example = patterns.for_example.match(folded, words[found].start())
    begins = example.end() if example else _qualified(text, offset, words[: found + 1], profile)
    role = patterns.relative.sub("", folded[begins:end])
    return _trimmed(text[offset + begins : offset + begins + len(role)]) or None


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
    if len(words) - 1 - offices[-1] > _BEHIND_THE_OFFICE:
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
    return begins


def _trimmed(role: str) -> str:
    short = " ".join(role.split()).strip(" ,.;:*")
    if len(short) > LONGEST_ROLE:
        short = short[:LONGEST_ROLE].rpartition(" ")[0]
    return short if short.count("(") == short.count(")") else short.partition("(")[0].rstrip()
