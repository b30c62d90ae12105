"""How texts name the units of others: the patterns of a profile, for folded text unless it says otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.authority.unit_names import joints_of
from council.language.capitals import UPPER
from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.profile.institution import Institution
from council.profile.lexicon import Lexicon
from council.profile.profile import Profile

_NAME = rf"[{UPPER}][\w’'-]*(?:\s(?:&\s)?[{UPPER}][\w’'-]*){{0,3}}"


@dataclass(frozen=True, eq=False)
class ExternalPatterns:
    """What stands in and around the names of units."""

    before: re.Pattern[str]
    """A noun up to the name behind it: ``Dirección General de la``."""
    behind: re.Pattern[str] | None
    """A noun behind its name, where nouns stand last: ``Works Department``."""
    inner: re.Pattern[str]
    """A noun and ``and``: what stands before is another unit's."""
    joint: re.Pattern[str]
    """Between a noun and the name."""
    next: re.Pattern[str]
    """``y la``: the run of capitals goes on, the name does not."""
    left_out: re.Pattern[str]
    """``y la de``: the noun of the next unit is left out."""
    joined: re.Pattern[str]
    """``y`` between the names of a row."""
    comma: re.Pattern[str]
    row_before: re.Pattern[str]
    """The names before a noun for several, in the text as it is written."""
    row_joint: re.Pattern[str]
    """Between those."""
    of_a_town: re.Pattern[str]
    home: re.Pattern[str]
    """The institution's own town at the end of a name."""
    of_place: re.Pattern[str]
    own: re.Pattern[str]
    """A name of the institution, or of a body that is none of its municipality."""
    acronym: re.Pattern[str] | None
    """``DGMA``, in the text as it is written."""
    small: frozenset[str]
    """Words that tell no unit from another."""
    singular: dict[str, str]


@lru_cache(maxsize=8)
def external_patterns(profile: Profile) -> ExternalPatterns:
    """Give the patterns of *profile*."""
    lexicon, institution = profile.lexicon, profile.institution
    units, grammar = lexicon.units, lexicon.grammar
    nouns, joint, copulative = institution.units.others or units.nouns, _joint(lexicon), grammar.copulative.pattern
    own = [*profile.own_names, *words_of(institution.name)[:1], *profile.foreign_bodies]
    return ExternalPatterns(
        before=_before(nouns, lexicon),
        behind=re.compile(rf"\s(?P<noun>{nouns.pattern})(?!\w)") if grammar.heads_last else None,
        inner=re.compile(rf"(?<!\w){nouns.pattern}\s+{copulative}\s+"),
        joint=re.compile(joint),
        next=_next(lexicon),
        left_out=re.compile(rf"\s*,?\s+{copulative}\s+{grammar.articles.pattern}\s+(?P<joint>{joint})"),
        joined=re.compile(rf"\s(?:{copulative})\s+"),
        comma=re.compile(rf",\s+(?:(?:{copulative})\s+)?(?:{joint})?"),
        row_before=re.compile(rf"(?<!\w)(?:{_NAME},\s)*{_NAME},?\s{copulative}\s{_NAME}$"),
        row_joint=re.compile(rf",\s(?:{copulative}\s)?|\s{copulative}\s"),
        of_a_town=re.compile(rf"\s+{joint}{alternatives(map(fold, institution.places.towns))}(?!\w)"),
        home=_home(lexicon, institution),
        of_place=re.compile(rf"\s+{grammar.genitive.pattern}\s"),
        own=re.compile(rf"(?<!\w){alternatives(own)}(?!\w)"),
        acronym=_acronym(institution.units.others, units.general),
        small=frozenset([*units.nouns, *units.general, *nouns, *grammar.function_words]),
        singular={fold(several): noun for several, noun in units.singular.items()},
    )


def _joint(lexicon: Lexicon) -> str:
    return rf"{lexicon.grammar.genitive.pattern}\s+(?:{lexicon.grammar.articles.pattern}\s+)?"


def _before(nouns: Words, lexicon: Lexicon) -> re.Pattern[str]:
    widely = rf"(?:{lexicon.units.general.pattern}|{lexicon.names.localities.pattern})"
    general = rf"(?:(?:{lexicon.grammar.genitive.pattern}\s+)?{widely}\s+)?"
    return re.compile(rf"(?<!\w)(?P<noun>{nouns.pattern})\s+{general}(?P<joint>{_joint(lexicon)})")


def _next(lexicon: Lexicon) -> re.Pattern[str]:
    grammar = lexicon.grammar
    return re.compile(
        rf"\s+{grammar.copulative.pattern}\s+(?={joints_of(lexicon)})(?:{grammar.prepositions.pattern}\s+)?"
        rf"{grammar.articles.pattern}\s"
    )


def _home(lexicon: Lexicon, institution: Institution) -> re.Pattern[str]:
    joint, towns = _joint(lexicon), alternatives(fold(town) for town in institution.places.towns[:1])
    governments = rf"(?:{lexicon.names.governments.pattern}|{lexicon.names.localities.pattern})"
    return re.compile(rf"\s+{joint}(?:(?:\w\.\s)?{governments}\s+{joint})?{towns}$")


def _acronym(nouns: Words, general: Words) -> re.Pattern[str] | None:
    """``DGMA``: the initials of a noun for a unit and of *general*, and two to four letters more."""
    initials = {f"{noun[0]}{word[0]}".upper() for noun in nouns for word in general}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(initials))})[{UPPER}]{{2,4}}(?!\w)") if initials else None
