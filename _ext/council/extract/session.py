"""Which session of the council a release reports.

``Octava Sesión del Consejo Directivo``, ``8ª. Sesión de Consejo``, ``XII Sesión``, ``11ª. y 12ª.``; ``Sesión
Ordinaria No. 5``, ``04/2021``; ``sesionó por cuarta ocasión``; ``Third Regular Meeting of the Board``.  The number
comes from the text, else from title and description, else from the file name (``2019-03-28-tercera-sesion-consejo``).
The council may stand before the word: ``El Consejo Directivo celebró su Quinta Sesión``.  The session of another body
(``sesión de Cabildo``, ``the committee's meeting``) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.model.releases import Session
from council.profile.profile import Profile

_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\b"
_DATE_IN_SLUG = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:-|$)")
MOST = 60
"""No council meets so often in a year: a larger number is none of a session."""
_SUBJECT = 120
"""So many characters before a session stands who holds it."""
_KINDS = ("before", "kind")
_Numbered = tuple[tuple[int, ...], bool]
"""The numbers, and whether the session was extraordinary."""


def read_session(
    body: Iterable[str], metadata: Iterable[str], slug: str, year: int | None, profile: Profile
) -> Session | None:
    """Give the session that a release reports, or ``None``.

    *body* and *metadata* (title, description) are texts; the first that names a session of the council
    with its number decides.  A release that names one without a number gets it from the file name.
    """
    patterns = _patterns(profile)
    texts = [fold(text) for text in body]
    more = [fold(text) for text in metadata if text]
    reported = extraordinary = False
    for text in (*texts, *more):
        numbered = patterns.numbered(text)
        if numbered is not None and year is not None:
            return Session(year, *numbered)
        if patterns.reports(text):
            reported = True
            extraordinary = extraordinary or patterns.is_extraordinary(text)
    alone = patterns.told_in_slug(slug, others_met=any(map(patterns.tells_of_others, texts)))
    qualified = next((numbered for text in (*texts, *more) if (numbered := patterns.qualified(text))), None)
    reported = reported or (qualified is not None and any(map(patterns.names_council, texts)))
    if year is None or not (reported or alone):
        return None
    numbers, told = qualified or patterns.in_slug(slug) or ((), alone == "extraordinary")
    return Session(year, numbers, extraordinary or told)


class _SessionPatterns:
    """The patterns of sessions, for folded text."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        words, grammar = lexicon.councils, lexicon.grammar
        self._values = lexicon.ordinal_values
        self._extraordinary = words.extraordinary
        ordinal = _ordinal_pattern(self._values, grammar.ordinal_endings)
        article, preposition = grammar.articles.pattern, grammar.prepositions.pattern
        self._link = rf"(?:\s*,\s*|\s+{grammar.copulative.pattern}\s+)(?:{article}\s+)?"
        kind = rf"(?:{words.ordinary.pattern}|{words.extraordinary.pattern})"
        sessions, self._council = words.sessions.pattern, _council_pattern(profile)
        of_council = rf"{preposition}\s+(?:\w{{1,3}}\s+)?\**\s*{self._council}"
        self._session = re.compile(
            rf"(?<![\w.])(?P<numbers>{ordinal}(?:{self._link}{ordinal}){{0,5}})[\s-]*(?P<before>{kind})?\s*"
            rf"{sessions}(?!\w)(?:\s+(?P<kind>{kind}))?(?=(?P<tail>.{{0,90}}))",
            re.DOTALL,
        )
        others, possessive = _other_bodies(profile), lexicon.people.possessives.pattern
        its = rf"{preposition}\s+(?:\w{{1,3}}\s+)?(?:\w+\s+)?{others}(?!\w)"
        self._of_others = re.compile(rf"\s*(?:(?:{kind}|{words.kinds.pattern})\s+)?(?:{its}|{others}(?!\w))")
        self._of_council = re.compile(
            rf"\s*(?:{words.kinds.pattern}|,|\()?(?:(?!(?<!\w)(?:{others}|{grammar.copulative.pattern})(?!\w))[^.;]){{0,25}}?(?<!\w){of_council}"
            rf"|\s*,\s*(?:{article}\s+)?{self._council}"
        )
        self._holding = re.compile(
            rf"(?<!\w){self._council}(?:[^.;]{{0,60}}?(?<!\w){words.held.pattern}[^.;]{{0,15}}|{possessive}\s+)$"
        )
        self._body = re.compile(rf"(?<!\w)(?:(?P<council>{self._council})|{others}(?!\w))")
        self._behind = re.compile(
            rf"(?<!\w){sessions}\s+(?:(?P<kind>{kind})\s+)?(?:{words.numbered.pattern}\s*(?P<marked>\d{{1,2}})(?!\d)"
            rf"|(?P<plain>\d{{1,2}})(?!\d|[:.]\d|\s*{words.units_of_time.pattern}(?!\w)))"
        )
        self._occasion = re.compile(
            rf"(?<!\w){words.met.pattern}\s+(?:{preposition}\s+)?(?:{article}\s+)?(?P<numbers>{ordinal})\s+{words.occasion.pattern}(?!\w)"
            rf"|(?<!\w)(?P<first>{ordinal})\s+{words.occasion.pattern}\s[^.;,]{{0,40}}?(?<!\w){words.met.pattern}(?!\w)"
        )
        self._ordinals_behind = re.compile(
            rf"(?<!\w){sessions}\s+(?P<numbers>{ordinal}(?:{self._link}{ordinal}){{0,5}})(?!\w)(?:\s+(?P<kind>{kind}))?"
            rf"(?=(?P<tail>.{{0,90}}))",
            re.DOTALL,
        )
        self._named = re.compile(
            rf"(?<!\w){sessions}\s+(?:(?:{kind}|{words.kinds.pattern})\s+)?{of_council}"
            rf"|(?<!\w){_full_names(profile)}(?!\w)"
        )
        self._full_name = re.compile(rf"(?<!\w){_full_names(profile)}(?!\w)")
        self._any_session = re.compile(rf"(?<!\w)(?:{sessions}|{words.met.pattern})(?!\w)")
        self._addressed = re.compile(
            rf"(?<!\w){lexicon.verbs.addressing.pattern}(?!\w)[^.]{{0,60}}(?<!\w){preposition}\s+"
            rf"(?:\w{{1,3}}\s+)?(?:{sessions}\s+{preposition}\s+(?:{article}\s+)?)?{self._council}"
        )
        self._special = re.compile(
            rf"(?<!\w)(?:{sessions}\s+{words.extraordinary.pattern}|{words.extraordinary.pattern}\s+{sessions})(?!\w)"
        )
        nouns = alternatives([*words.sessions, *profile.council_nouns])
        self._slug = re.compile(
            rf"(?<![\w-])(?P<numbers>{ordinal}(?:\s{grammar.copulative.pattern}\s{ordinal})*)\s(?:(?P<before>{kind})\s)?{nouns}(?:\s(?P<kind>{kind}))?(?!\w)"
        )
        council_in_slug = rf"(?:\s\w{{1,3}}){{0,2}}\s{alternatives(profile.council_nouns)}(?!\s{words.others.pattern})"
        self._slug_alone = re.compile(
            rf"(?<![\w-])(?:{ordinal}\s)?(?:(?P<before>{kind})\s)?(?:{alternatives(profile.council_nouns)}\s)?{sessions}"
            rf"(?:\s(?P<kind>{kind}))?(?P<council>{council_in_slug})?(?:\s\d{{4}})?(?P<end>$)?(?!\w)"
        )

    def reports(self, text: str) -> bool:
        """Whether a text speaks of a session of the council."""
        if self._addressed.search(text):
            return True
        met = any(self._could_be_councils(text, match) for match in self._any_session.finditer(text))
        return met and self._named.search(text) is not None

    def tells_of_others(self, text: str) -> bool:
        """Whether a text speaks of another body's session, and of none of the council."""
        sessions = [self._could_be_councils(text, match) for match in self._any_session.finditer(text)]
        return bool(sessions) and not any(sessions)

    def names_council(self, text: str) -> bool:
        """Whether a text names the council in full."""
        return self._full_name.search(text) is not None

    def is_extraordinary(self, text: str) -> bool:
        """Whether a text speaks of an extraordinary session."""
        return self._special.search(text) is not None

    def numbered(self, text: str) -> _Numbered | None:
        """Give the number of the session that *text* names as one of the council."""
        joined: list[re.Match[str]] = []
        for match in self._session.finditer(text):
            if not (joined and re.fullmatch(self._link, text[joined[-1].end() : match.start()])):
                joined = []
            joined.append(match)
            if self._of_council.match(match["tail"]) or self._is_held(text, match):
                return self._together(joined)
        for match in self._ordinals_behind.finditer(text):
            if self._of_council.match(match["tail"]):
                return self._together([match])
        return self._numbered_otherwise(text) if self._named.search(text) else None

    def _is_held(self, text: str, session: re.Match[str]) -> bool:
        """Whether the council stands before its session: ``El Consejo Directivo celebró su Quinta Sesión``."""
        before = text[max(0, session.start() - _SUBJECT) : session.start()]
        return self._holding.search(before) is not None and self._could_be_councils(text, session)

    def _could_be_councils(self, text: str, session: re.Match[str]) -> bool:
        """Whether no other body is said to hold a session: behind it, or as the last one named before it."""
        before = re.split(r"[.;]\s", text[max(0, session.start() - _SUBJECT) : session.start()])[-1]
        bodies = list(self._body.finditer(before))
        return (not bodies or bodies[-1]["council"] is not None) and not self._of_others.match(text, session.end())

    def _together(self, sessions: Sequence[re.Match[str]]) -> _Numbered | None:
        """Give the numbers of sessions held at once: those of the first's kind, ordinary or not."""
        kinds = [
            self._is_special(*(session[name] for name in _KINDS if name in session.re.groupindex))
            for session in sessions
        ]
        same = [session for session, kind in zip(sessions, kinds, strict=True) if kind == kinds[0]]
        numbers = tuple(dict.fromkeys(number for session in same for number in self._numbers(session["numbers"])))
        return (numbers, kinds[0]) if numbers else None

    def _numbered_otherwise(self, text: str) -> _Numbered | None:
        """The number behind the word, or told as an occasion, in a text that names the council."""
        behind = self._behind.search(text)
        if behind and self._could_be_councils(text, behind):
            return self._numbers(behind["marked"] or behind["plain"]), self._is_special(behind["kind"])
        occasion = self._occasion.search(text)
        if occasion and self._could_be_councils(text, occasion):
            return self._numbers(occasion["numbers"] or occasion["first"]), False
        return None

    def qualified(self, text: str) -> _Numbered | None:
        """Give the number of what *text* calls an ordinary or extraordinary session, of no other body."""
        for match in self._session.finditer(text):
            if (match["before"] or match["kind"]) and self._could_be_councils(text, match):
                return self._together([match])
        return None

    def told_in_slug(self, slug: str, *, others_met: bool) -> str:
        """Give the kind of session of the council that a file name tells, or nothing: ``2019-05-02-quinta-sesion``.

        ``sesion-de-cabildo`` is another body's; so is a file's that does not name the council where others met.
        """
        match = self._slug_alone.search(_name_in(slug))
        if match is None or not (
            match["council"] or (not others_met and match["end"] is not None and len(words_of(match[0])) > 1)
        ):
            return ""
        return "extraordinary" if self._is_special(match["before"], match["kind"]) else "ordinary"

    def in_slug(self, slug: str) -> _Numbered | None:
        """Give the number that a file name tells behind its date: ``2020-01-10-sesion-consejo`` tells none."""
        match = self._slug.search(_name_in(slug))
        return (self._numbers(match["numbers"]), self._is_special(match["before"], match["kind"])) if match else None

    def _is_special(self, *kinds: str | None) -> bool:
        return any(kind in self._extraordinary for kind in kinds if kind)

    def _numbers(self, text: str) -> tuple[int, ...]:
        parts = re.split(self._link, text)
        values = (self._value(part.strip()) for part in parts)
        return tuple(dict.fromkeys(value for value in values if 0 < value < MOST))

    def _value(self, ordinal: str) -> int:
        if digits := re.match(r"\d{1,2}", ordinal):
            return int(digits[0])
        if roman := re.fullmatch(_ROMAN, ordinal):
            return _value_of_roman(roman[0])
        return sum(self._values.get(word, 0) for word in re.split(r"[ -]+", ordinal))


def _name_in(slug: str) -> str:
    return _DATE_IN_SLUG.sub("", fold(slug), count=1).replace("-", " ")


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _SessionPatterns:
    return _SessionPatterns(profile)


def _ordinal_pattern(values: dict[str, int], endings: Words) -> str:
    tens = alternatives(word for word, value in values.items() if value % 10 == 0)
    word = alternatives(values)
    digits = rf"\d{{1,2}}(?:\s?(?:[ºª°oa]|{endings.pattern}))?\s?\.?"
    return rf"(?:{tens}[ -]{word}|{word}|{_ROMAN}|{digits})"


def _full_names(profile: Profile) -> str:
    return alternatives(" ".join(words_of(name)) for name in profile.institution.council.names)


def _council_pattern(profile: Profile) -> str:
    """Give the pattern of the council's name, or of its noun where no adjective makes it another council."""
    lexicon, grammar = profile.lexicon, profile.lexicon.grammar
    others = lexicon.councils.others
    own = alternatives([*profile.own_names, *words_of(profile.institution.name)[:1]])
    whose = (
        rf"{grammar.genitive.pattern}\s+(?!(?:{grammar.articles.pattern}\s+)?{own}|{grammar.pronouns.pattern}\s|\d)\w"
    )
    before = (
        "".join(rf"(?<!(?<!\w){re.escape(word)}\s)" for word in others if "*" not in word) if grammar.heads_last else ""
    )
    return rf"(?:{_full_names(profile)}|{before}{alternatives(profile.council_nouns)}(?!\s+(?:{others.pattern}|{whose})))(?!\w)"


def _other_bodies(profile: Profile) -> str:
    """Give the pattern of the nouns of other bodies that meet."""
    institution = profile.institution
    own = {word for name in (*institution.council.names, *profile.own_names) for word in words_of(name)}
    return alternatives(body for body in profile.lexicon.councils.bodies if body not in own)


def _value_of_roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
