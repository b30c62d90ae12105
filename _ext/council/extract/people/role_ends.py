"""Where a role that stands behind a name ends: at a mark of punctuation, a verb, or the next person."""

from __future__ import annotations

import re

from council.extract.people.name_patterns import is_title, name_patterns
from council.extract.people.role_patterns import role_patterns
from council.language.folding import fold, words_of
from council.language.quotation_marks import quoted
from council.profile.profile import Profile

LONGEST_ROLE = 120

_TITLE = re.compile(rf"{quoted(1, 60)}(?<![.,!?…].)")
"""The name of a thing as part of a role, ``directora del taller “Voces”``; not what somebody says."""
_SPACE = re.compile(r"[^\S\n]+")


def role_end(text: str, start: int, profile: Profile) -> int:
    """Give where the role that begins at *start* ends."""
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
            if not person_follows(text, match.end() - 1, profile):
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


def person_follows(text: str, position: int, profile: Profile) -> bool:
    """Whether, behind white space, a person is named: by a title, a given name, or words that are names only."""
    patterns = name_patterns(profile)
    space = _SPACE.match(text, position)
    if space is None:
        return False
    article = role_patterns(profile).article.match(fold(text), space.end())
    if article:
        space = article
    title = patterns.honorific.match(fold(text), space.end())
    if title is not None and is_title(text, title, profile):
        return True
    name = patterns.name.match(text, space.end())
    if name is None:
        return False
    words = words_of(name[0])
    uncommon = not any(profile.given_names.is_common(word) or word in patterns.bodies for word in words)
    return uncommon or profile.given_names.begin(name[0])


def trimmed(role: str) -> str:
    """Give a role as written, without the marks around it, and not for ever."""
    short = " ".join(role.split()).strip(" ,.;:*")
    if len(short) > LONGEST_ROLE:
        short = short[:LONGEST_ROLE].rpartition(" ")[0]
    return short if short.count("(") == short.count(")") else short.partition("(")[0].rstrip()
