"""Who is there for a unit: people of it, and neither its report nor its initiatives.

``Por la Dirección de Aguas asistieron: Ana Ruiz y Luis Paz``; ``On behalf of the Parks Division:`` before a list.
Without a word of attendance, people must follow: ``Por la Dirección de Aguas:`` may open anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.authority.unit_names import UnitMention
from council.extract.blocks import Block
from council.extract.people.person_names import begins_with_person
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.profile.profile import Profile

_LOOKED_AT = 80
"""So many characters before a unit hold the words by which somebody stands for it."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """The *directorate* that people attend for, and where in the text they begin."""

    directorate: str
    names_from: int


def attendances_in(block: Block, following: Block | None, vocabulary: Vocabulary) -> list[Attendance]:
    """Give the units of *block* for which those who are named behind them attend; in the list that *following* opens, too."""
    found = []
    for id_, unit in vocabulary.directorates_in(block.flat):
        names_from = _names_from(block.flat, unit, vocabulary.profile)
        if names_from is not None and _people_follow(block.flat, unit, names_from, following, vocabulary.profile):
            found.append(Attendance(id_, names_from))
    return found


def attendance_of_list(leads: Block, item: Block, vocabulary: Vocabulary) -> str | None:
    """Give the directorate for which the people attend who are listed behind *leads*, *item* among them."""
    attendances = attendances_in(leads, item, vocabulary) if item.item is not None else []
    return next((one.directorate for one in attendances if not leads.flat[one.names_from :].strip()), None)


def _names_from(text: str, unit: UnitMention, profile: Profile) -> int | None:
    """Give where the names begin behind a unit that is represented; ``None`` where it is not."""
    before, behind = _patterns(profile)
    folded = fold(text)
    if not unit.by_noun or not before.search(folded, max(0, unit.start - _LOOKED_AT), unit.start):
        return None
    opened = behind.match(folded, unit.end)
    return opened.end() if opened else None


def _people_follow(text: str, unit: UnitMention, names_from: int, following: Block | None, profile: Profile) -> bool:
    sentence = re.split(r"[.]\s", text[max(0, unit.start - _LOOKED_AT) : names_from])[-1]
    if _attending(profile).search(fold(sentence)):
        return True
    names = text[names_from:] or (following.flat if following and following.item is not None else "")
    return text[unit.end : names_from].rstrip().endswith(":") and begins_with_person(names, profile)


@lru_cache(maxsize=8)
def _attending(profile: Profile) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){profile.lexicon.verbs.attending.pattern}(?!\w)")


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give what stands before a represented unit, and between it and the names, in folded text."""
    lexicon = profile.lexicon
    grammar, attending = lexicon.grammar, lexicon.verbs.attending.pattern
    article = rf"(?:{grammar.articles.pattern}\s+)?"
    opening = rf"(?:^|[.;:,]\s+|\s{grammar.copulative.pattern}\s+|(?<!\w){attending}\s*:?\s+)\W*"
    return (
        re.compile(rf"{opening}{lexicon.people.representing.pattern}\s+{article}$"),
        re.compile(rf"(?:\s*\([^)]*\))?,?(?:\s+{attending})?\s*[:,]?\s*(?=\S|$)"),
    )
