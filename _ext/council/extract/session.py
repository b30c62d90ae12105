"""Which session of the council a release reports.

``Octava Sesión del Consejo Directivo``, ``8ª. Sesión de Consejo``, ``XII Sesión``, ``11ª. y 12ª.``; ``Sesión
Ordinaria No. 5``, ``04/2021``; ``sesionó por cuarta ocasión``; ``Third Regular Meeting of the Board``.  The number
comes from the text, else from title and description, else from the file name (``2019-03-28-tercera-sesion-consejo``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.model.releases import Session
from council.profile.profile import Profile

_ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\b"
_DATE_IN_SLUG = re.compile(r"\d{4}(?:-\d{2}){0,2}(?:-|$)")
MOST = 60
"""No council meets so often in a year: a larger number is none of a session."""
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
    if not reported or year is None:
        return None
    numbers, told = patterns.in_slug(slug) or ((), False)
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
        self._of_council = re.compile(rf"\s*(?:{words.kinds.pattern}|,|\()?[^.;]{{0,25}}?(?<!\w){of_council}")
        self._behind = re.compile(
            rf"(?<!\w){sessions}\s+(?:(?P<kind>{kind})\s+)?(?:{words.numbered.pattern}\s*(?P<marked>\d{{1,2}})(?!\d)"
            rf"|(?P<plain>\d{{1,2}})(?!\d|[:.]\d|\s*{words.units_of_time.pattern}(?!\w)))"
        )
        self._occasion = re.compile(
            rf"(?<!\w){words.met.pattern}\s+(?:{preposition}\s+)?(?:{article}\s+)?(?P<numbers>{ordinal})\s+{words.occasion.pattern}(?!\w)"
        )
        self._named = re.compile(
            rf"(?<!\w){sessions}\s+(?:(?:{kind}|{words.kinds.pattern})\s+)?{of_council}"
            rf"|(?<!\w){_full_names(profile)}(?!\w)"
        )
        self._any_session = re.compile(rf"(?<!\w)(?:{sessions}|{words.met.pattern})(?!\w)")
        self._addressed = re.compile(
            rf"(?<!\w){lexicon.verbs.addressing.pattern}(?!\w)[^.]{{0,60}}(?<!\w){preposition}\s+"
            rf"(?:\w{{1,3}}\s+)?(?:{sessions}\s+{preposition}\s+(?:{article}\s+)?)?{self._council}"
        )
        self._special = re.compile(
            rf"(?<!\w)(?:{sessions}\s+{words.extraordinary.pattern}|{words.extraordinary.pattern}\s+{sessions})(?!\w)"
        )
        nouns = alternatives([*words.sessions, *_head_nouns(profile)])
        self._slug = re.compile(
            rf"(?<![\w-])(?P<numbers>{ordinal}(?:\s\w\s{ordinal})*)\s(?:(?P<before>{kind})\s)?{nouns}(?:\s(?P<kind>{kind}))?(?!\w)"
        )

    def reports(self, text: str) -> bool:
        """Whether a text speaks of a session of the council."""
        met = self._any_session.search(text) and self._named.search(text)
        return bool(met) or self._addressed.search(text) is not None

    def is_extraordinary(self, text: str) -> bool:
        """Whether a text speaks of an extraordinary session."""
        return self._special.search(text) is not None

    def numbered(self, text: str) -> _Numbered | None:
        """Give the number of the session that *text* names as one of the council."""
        for match in self._session.finditer(text):
            if self._of_council.match(match["tail"]):
                numbers = self._numbers(match["numbers"])
                if numbers:
                    return numbers, self._is_special(match["before"], match["kind"])
        return self._numbered_otherwise(text) if self._named.search(text) else None

    def _numbered_otherwise(self, text: str) -> _Numbered | None:
        """The number behind the word, or told as an occasion, in a text that names the council."""
        behind = self._behind.search(text)
        if behind:
            return self._numbers(behind["marked"] or behind["plain"]), self._is_special(behind["kind"])
        occasion = self._occasion.search(text)
        return (self._numbers(occasion["numbers"]), False) if occasion else None

    def in_slug(self, slug: str) -> _Numbered | None:
        """Give the number that a file name tells behind its date: ``2020-01-10-sesion-consejo`` tells none."""
        name = _DATE_IN_SLUG.sub("", fold(slug), count=1).replace("-", " ")
        match = self._slug.search(name)
        return (self._numbers(match["numbers"]), self._is_special(match["before"], match["kind"])) if match else None

    def _is_special(self, *kinds: str | None) -> bool:
        return any(kind in self._extraordinary for kind in kinds if kind)

    def _numbers(self, text: str) -> tuple[int, ...]:
        parts = re.split(rf"{self._link}|\s\w\s(?=\S)", text)
        values = (self._value(part.strip()) for part in parts)
        return tuple(dict.fromkeys(value for value in values if 0 < value < MOST))

    def _value(self, ordinal: str) -> int:
        if digits := re.match(r"\d{1,2}", ordinal):
            return int(digits[0])
        if roman := re.fullmatch(_ROMAN, ordinal):
            return _value_of_roman(roman[0])
        return sum(self._values.get(word, 0) for word in re.split(r"[ -]+", ordinal))


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _SessionPatterns:
    return _SessionPatterns(profile)


def _ordinal_pattern(values: dict[str, int], endings: Words) -> str:
    tens = alternatives(word for word, value in values.items() if value % 10 == 0)
    word = alternatives(values)
    digits = rf"\d{{1,2}}(?:\s?(?:[ºª°oa]|{endings.pattern}))?\s?\.?"
    return rf"(?:{tens}[ -]{word}|{word}|{_ROMAN}|{digits})"


def _head_nouns(profile: Profile) -> list[str]:
    """``Consejo`` stands for ``Consejo Directivo``."""
    return [words_of(name)[0] for name in profile.institution.council.names if words_of(name)]


def _full_names(profile: Profile) -> str:
    return alternatives(" ".join(words_of(name)) for name in profile.institution.council.names)


def _council_pattern(profile: Profile) -> str:
    """Give the pattern of the council's name, or of its noun where no adjective makes it another council."""
    others = profile.lexicon.councils.others.pattern
    return rf"(?:{_full_names(profile)}|{alternatives(_head_nouns(profile))}(?!\s+{others}))(?!\w)"


def _value_of_roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
