"""How texts name sessions: the patterns, for text that :meth:`~council.extract.councils.CouncilNames.read` gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from council.extract.councils import CouncilNames, council_names
from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import alternatives
from council.profile.profile import Profile

_ASIDE = rf"[*{OPENING}{CLOSING}]*"
"""What may stand around a council's name."""


@dataclass(frozen=True, eq=False)
class SessionPatterns:
    """A pattern for each way to name a session; those with a number have it as group ``numbers``.

    The groups ``before`` and ``kind`` hold what tells whether it is an ordinary one, ``tail`` what follows.
    """

    numbered: re.Pattern[str]
    """``Quinta Sesión Ordinaria``, ``the sixth Board meeting``."""
    number_behind: re.Pattern[str]
    """``sesión No. 5``, ``sesión 5``."""
    ordinals_behind: re.Pattern[str]
    """``las sesiones quinta y sexta``."""
    occasion: re.Pattern[str]
    """``sesionó por cuarta ocasión``."""
    occasion_first: re.Pattern[str]
    """``Por segunda ocasión sesionó``."""
    link: str
    """Between the ordinals of sessions that were held at once."""
    of_council: re.Pattern[str]
    """Behind a session: it is the council's."""
    of_others: re.Pattern[str]
    """Behind a session: it is another body's."""
    holding: re.Pattern[str]
    """Up to a session, or its ordinal: the council holds it."""
    body: re.Pattern[str]
    """A body that meets; the council is group ``council``."""
    named: re.Pattern[str]
    """A session of the council, whether it has a number or not."""
    any_session: re.Pattern[str]
    addressed: re.Pattern[str]
    """Something is brought before the council."""
    full_name: re.Pattern[str]
    extraordinary: re.Pattern[str]
    in_slug: re.Pattern[str]
    """A numbered session in the words of a file name."""
    alone_in_slug: re.Pattern[str]
    """A session in the words of a file name: ``sesion ordinaria``; ``end`` tells that nothing follows."""


@dataclass(frozen=True)
class _Parts:
    """The words of a profile that the patterns are made of, as groups of regular expressions."""

    profile: Profile
    names: CouncilNames
    article: str
    preposition: str
    ordinal: str
    ordinals: str
    link: str
    kind: str
    """Ordinary or not."""
    session: str
    of_council: str


@lru_cache(maxsize=8)
def session_patterns(profile: Profile) -> SessionPatterns:
    """Give the patterns of *profile*."""
    parts = _parts_of(profile)
    words = profile.lexicon.councils
    return SessionPatterns(
        numbered=_numbered(parts),
        number_behind=_number_behind(parts),
        ordinals_behind=_ordinals_behind(parts),
        occasion=_occasion(parts),
        occasion_first=_occasion_first(parts),
        link=parts.link,
        of_council=re.compile(_of_council(parts)),
        of_others=_of_others(parts),
        holding=_holding(parts),
        body=re.compile(rf"(?P<council>{parts.names.council})|(?<!\w){parts.names.others}(?!\w)"),
        named=_named(parts),
        any_session=re.compile(rf"(?<!\w)(?:{parts.session}|{words.met.pattern})(?!\w)"),
        addressed=_addressed(parts),
        full_name=re.compile(parts.names.full_name),
        extraordinary=_extraordinary(parts),
        in_slug=_in_slug(parts),
        alone_in_slug=_alone_in_slug(parts),
    )


def _parts_of(profile: Profile) -> _Parts:
    lexicon, names = profile.lexicon, council_names(profile)
    words, grammar = lexicon.councils, lexicon.grammar
    article, preposition = grammar.articles.pattern, grammar.prepositions.pattern
    ordinal = lexicon.numbering.pattern
    link = rf"(?:\s*,\s*|\s+{grammar.copulative.pattern}\s+)(?:{article}\s+)?"
    return _Parts(
        profile=profile,
        names=names,
        article=article,
        preposition=preposition,
        ordinal=ordinal,
        ordinals=rf"{ordinal}(?:{link}{ordinal}){{0,5}}",
        link=link,
        kind=rf"(?:{words.ordinary.pattern}|{words.extraordinary.pattern})",
        session=words.sessions.pattern,
        of_council=rf"{_ASIDE}\s*{preposition}\s+(?:\w{{1,3}}\.?\s+)?{_ASIDE}\s*{names.council}",
    )


def _numbered(parts: _Parts) -> re.Pattern[str]:
    compound = rf"(?P<council>{parts.names.council}\s+)?" if parts.names.heads_last else "(?P<council>(?!))?"
    return re.compile(
        rf"(?<![\w.])(?P<numbers>{parts.ordinals})[\s-]*(?P<before>{parts.kind})?\s*{compound}"
        rf"{parts.session}(?!\w)(?:\s+(?P<kind>{parts.kind}))?(?=(?P<tail>.{{0,90}}))",
        re.DOTALL,
    )


def _number_behind(parts: _Parts) -> re.Pattern[str]:
    words = parts.profile.lexicon.councils
    return re.compile(
        rf"(?<!\w){parts.session}\s+(?:(?P<kind>{parts.kind})\s+)?(?:{words.numbered.pattern}\s*(?P<marked>\d{{1,2}})(?!\d)"
        rf"|(?P<plain>\d{{1,2}})(?!\d|[:.]\d|\s*{words.units_of_time.pattern}(?!\w)))"
    )


def _ordinals_behind(parts: _Parts) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){parts.session}\s+(?P<numbers>{parts.ordinals})(?!\w)(?:\s+(?P<kind>{parts.kind}))?"
        rf"(?=(?P<tail>.{{0,90}}))",
        re.DOTALL,
    )


def _occasion(parts: _Parts) -> re.Pattern[str]:
    words = parts.profile.lexicon.councils
    return re.compile(
        rf"(?<!\w){words.met.pattern}\s+(?:{parts.preposition}\s+)?(?:{parts.article}\s+)?"
        rf"(?P<numbers>{parts.ordinal})\s+{words.occasion.pattern}(?!\w)"
    )


def _occasion_first(parts: _Parts) -> re.Pattern[str]:
    words = parts.profile.lexicon.councils
    return re.compile(
        rf"(?<!\w)(?P<numbers>{parts.ordinal})\s+{words.occasion.pattern}\s[^.;,]{{0,40}}?"
        rf"(?<!\w){words.met.pattern}(?!\w)"
    )


def _of_council(parts: _Parts) -> str:
    kinds, copulative = parts.profile.lexicon.councils.kinds.pattern, parts.profile.lexicon.grammar.copulative.pattern
    abbreviated = rf"(?<!\w){parts.profile.lexicon.grammar.number_marks.pattern}"
    no_other = rf"(?!(?<!\w)(?:{parts.names.others}|{copulative})(?!\w))"
    return (
        rf"(?:\s*(?:{kinds}|,|\()?(?:{no_other}(?:[^.;]|{abbreviated}\.)){{0,25}}?(?<!\w){parts.of_council}"
        rf"|\s*,\s*(?:{parts.article}\s+)?{parts.names.council})"
    )


def _of_others(parts: _Parts) -> re.Pattern[str]:
    others, kinds = parts.names.others, parts.profile.lexicon.councils.kinds.pattern
    its = rf"{parts.preposition}\s+(?:\w{{1,3}}\s+)?(?:\w+\s+)?{others}(?!\w)"
    return re.compile(rf"\s*(?:(?:{parts.kind}|{kinds})\s+)?(?:{its}|{others}(?!\w))")


def _holding(parts: _Parts) -> re.Pattern[str]:
    lexicon = parts.profile.lexicon
    return re.compile(
        rf"{parts.names.council}(?:[^.;]{{0,60}}?(?<!\w){lexicon.councils.held.pattern}[^.;]{{0,15}}"
        rf"|{lexicon.people.possessives.pattern}\s+)$"
    )


def _named(parts: _Parts) -> re.Pattern[str]:
    words = parts.profile.lexicon.councils
    kinds = rf"(?:(?:{parts.kind}|{words.kinds.pattern})\s+)?"
    compound = rf"|{parts.names.council}\s+{kinds}{parts.session}(?!\w)" if parts.names.heads_last else ""
    return re.compile(
        rf"(?<!\w){parts.session}(?!\w){_of_council(parts)}{compound}|{parts.names.full_name}"
        rf"|{parts.names.council}[^.;]{{0,60}}?(?<!\w)(?:{words.held.pattern}[^.;]{{0,25}}?(?<!\w){parts.session}|{words.met.pattern})(?!\w)"
        rf"|(?<!\w){words.met.pattern}\s+(?:{parts.article}\s+)?{parts.names.council}"
    )


def _addressed(parts: _Parts) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){parts.profile.lexicon.verbs.addressing.pattern}(?!\w)[^.]{{0,60}}(?<!\w){parts.preposition}\s+"
        rf"(?:\w{{1,3}}\s+)?(?:{parts.session}\s+{parts.preposition}\s+(?:{parts.article}\s+)?)?{parts.names.council}"
    )


def _extraordinary(parts: _Parts) -> re.Pattern[str]:
    extraordinary = parts.profile.lexicon.councils.extraordinary.pattern
    return re.compile(rf"(?<!\w)(?:{parts.session}\s+{extraordinary}|{extraordinary}\s+{parts.session})(?!\w)")


def _in_slug(parts: _Parts) -> re.Pattern[str]:
    nouns = alternatives([*parts.profile.lexicon.councils.sessions, *parts.profile.council_nouns])
    return re.compile(
        rf"(?<![\w-])(?P<numbers>{parts.ordinal}(?:{parts.link}{parts.ordinal})*)\s(?:(?P<before>{parts.kind})\s)?{nouns}"
        rf"(?:\s(?P<kind>{parts.kind}))?(?!\w)"
    )


def _alone_in_slug(parts: _Parts) -> re.Pattern[str]:
    nouns = alternatives(parts.profile.council_nouns)
    council = rf"(?:\s\w{{1,3}}){{0,2}}\s{nouns}(?!\s{parts.names.adjectives.pattern})"
    return re.compile(
        rf"(?<![\w-])(?:{parts.ordinal}\s)?(?:(?P<before>{parts.kind})\s)?(?:{nouns}\s)?{parts.session}"
        rf"(?:\s(?P<kind>{parts.kind}))?(?P<council>{council})?(?:\s\d{{4}})?(?P<end>$)?(?!\w)"
    )
