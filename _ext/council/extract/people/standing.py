"""What a role tells of an office at the head of a unit: that it is held, has begun, ends, or is over.

``directora de Agua`` heads it, ``subdirectora de Agua`` does not; ``nuevo director de Agua`` has just begun,
``former Transit Division manager`` is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from council.authority.unit_names import joints_of, unit_core
from council.authority.unit_owners import unit_owners
from council.extract.people.office_words import is_office
from council.extract.people.role_patterns import role_patterns
from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.model.releases import Standing
from council.profile.profile import Profile


def role_standing(role: str, unit_names: Sequence[str], profile: Profile) -> Standing | None:
    """Give what *role* tells of the office at the head of the unit that has *unit_names*; ``None`` where it is no such.

    A role without the name of a unit (``directora``, ``coordinador de esta área``) is that of the unit spoken of.
    """
    folded = fold(role)
    for match in _head_pattern(tuple(unit_names), profile).finditer(folded):
        before = folded[: match.start()]
        if unit_owners(profile).follow(role, match.end()):
            return None
        once = role_patterns(profile).holding_once.search(before)
        if _leads(match, profile) and (once or _may_stand_before(before, profile)):
            if once:
                return "over"
            return standing_of_words([*words_of(_behind_joint(before, profile)), *words_of(match[0])], profile)
    return standing_of_words(words_of(role), profile) if leads_this_unit(role, profile) else None


def leads_this_unit(role: str, profile: Profile) -> bool:
    """Whether a role says but that one leads the unit spoken of: ``nueva coordinadora``, ``Division manager``."""
    units, grammar = profile.lexicon.units, profile.lexicon.grammar
    joining = (units.general, grammar.prepositions, grammar.articles, profile.lexicon.tenures.adjectives, units.this)
    nouns = (*units.nouns, *profile.institution.units.nouns)
    words = [word for word in words_of(role) if not _is_former(word, profile)]
    offices = [word for word in words if _without_former(word, profile) in units.leaders]
    return bool(offices) and all(
        word in offices or word in nouns or any(word in joined for joined in joining) for word in words
    )


def standing_of_words(words: Iterable[str], profile: Profile) -> Standing:
    """Give what folded *words* around an office tell of it; without any that tells otherwise, it is held."""
    tenures = profile.lexicon.tenures
    for word in words:
        if word in tenures.new:
            return "started"
        if word in tenures.outgoing:
            return "ended"
        if word in tenures.past or _is_former(word, profile) or _without_former(word, profile) != word:
            return "over"
    return "seen"


def _is_former(word: str, profile: Profile) -> bool:
    return word in profile.lexicon.people.former


def _without_former(word: str, profile: Profile) -> str:
    """Give the office in ``exdirectora``; any other word as it is."""
    for prefix in profile.lexicon.people.former:
        rest = word.removeprefix(prefix).lstrip("-")
        if rest != word and is_office(rest, profile):
            return rest
    return word


def _leads(match: re.Match[str], profile: Profile) -> bool:
    """Whether the office heads the unit: any of ``[units] heads`` does, another only the unit of its own name.

    ``Coordinadora de Agua`` heads a ``Coordinación``; ``coordinadora de la Dirección de Agua`` may be anybody there.
    """
    lexicon = profile.lexicon
    office = match["office"] or match["last"]
    return office in lexicon.units.heads or office in lexicon.units.in_charge or not match["noun"]


def _may_stand_before(before: str, profile: Profile) -> bool:
    """Whether what stands before the office of a role leaves it that office: ``nueva``, ``académica y``, not ``asistente de la``."""
    lexicon = profile.lexicon
    allowed = Words(
        (*lexicon.people.modifiers, *lexicon.people.former, *lexicon.tenures.adjectives, *lexicon.grammar.articles)
    )
    words = words_of(_behind_joint(before, profile))
    return all(word in allowed and word not in lexicon.tenures.under for word in words)


def _behind_joint(before: str, profile: Profile) -> str:
    """Give what stands behind the last ``y`` or comma of *before*."""
    return re.split(rf",|(?<!\w){profile.lexicon.grammar.copulative.pattern}(?!\w)", before)[-1]


@lru_cache(maxsize=128)
def _head_pattern(unit_names: tuple[str, ...], profile: Profile) -> re.Pattern[str]:
    """Give the pattern, in folded text, of an office with the unit that it heads."""
    lexicon = profile.lexicon
    units, tenures, joints = lexicon.units, lexicon.tenures, joints_of(lexicon)
    nouns = Words((*units.nouns, *profile.institution.units.nouns)).pattern
    names = alternatives(" ".join(words_of(unit_core(name, lexicon))) for name in unit_names)
    former = rf"(?:{lexicon.people.former.pattern}[\s-]*)?"
    offices = Words((*units.leaders, *units.in_charge)).pattern
    between = rf"(?:\s+(?:{tenures.adjectives.pattern}|{units.general.pattern}))?\s+{joints}"
    post = rf"(?:{tenures.posts.pattern}\s+{joints})?"
    noun = rf"(?P<noun>{nouns}\s+(?:{units.general.pattern}\s+)?{joints})?"
    return re.compile(
        rf"(?<!\w){former}(?P<office>{offices})\.?{between}{post}{noun}{names}(?!\w)"
        rf"|(?<!\w){names}\s+(?:{nouns}\s+)?(?:{units.general.pattern}\s+)?(?P<last>{offices})(?!\w)"
    )
