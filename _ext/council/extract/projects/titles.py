"""Names in quotation marks: titles behind a noun that announces one, or that begin with a noun for an initiative.

``la convocatoria “Diseño Mi Espacio”``, ``the contest “Paint the Crossing”``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from council.language.folding import fold, words_of
from council.profile.profile import Profile

_QUOTED = re.compile(r"[“\"«]\**\s*(?P<title>[^”\"»\n]{3,160}?)\s*\**[”\"»]")
LOOKED_AT = 60
"""So many characters before a title are looked through for what announces it."""
SERIES = 4
"""From so many quoted talks on, a release tells a series, whose talks are no initiatives of their own."""


class TitlePatterns:
    """Finds titles in quotation marks, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        names, articles = lexicon.names, lexicon.grammar.articles.pattern
        between = rf"(?:\s+(?:{names.qualifiers.pattern}|{names.naming.pattern}|{articles}))*[\s:,*(]*$"
        self._announced = re.compile(rf"(?:{lexicon.announcing_nouns.pattern}|{names.naming.pattern}){between}")
        self._noun_behind = (
            re.compile(rf"\s+(?:{names.qualifiers.pattern}\s+)?{lexicon.announcing_nouns.pattern}(?!\w)")
            if lexicon.grammar.heads_last
            else None
        )
        """``the “Paint the Crossing” contest``, in a language whose nouns stand last."""
        self._nouns = lexicon.listed_nouns
        self._telling = re.compile(rf"\s*,?\s*{lexicon.verbs.telling.pattern}(?!\w)")
        """``“…”, señaló``: what somebody says is no title."""
        self._series_nouns = names.series
        series = names.series.pattern
        self._talks = re.compile(
            rf"{series}[^.“\"]{{0,40}}[“\"]|[“\"][^”\"]{{5,120}}[”\"][^.“\"]{{1,20}}\s{series}(?!\w)"
        )

    def tell_a_series(self, texts: Iterable[str]) -> bool:
        """Whether the texts of a release tell a series of talks."""
        return sum(len(self._talks.findall(fold(text))) for text in texts) >= SERIES

    def titles_in(self, text: str, in_series: bool) -> Iterator[tuple[int, str]]:
        """Give the titles in *text* and where each begins; no talks where the release tells a series of them."""
        folded = fold(text)
        for match in _QUOTED.finditer(text):
            announced = self._announced.search(folded[max(0, match.start() - LOOKED_AT) : match.start()])
            title = match["title"].strip(" ,.*")
            first = next(iter(words_of(title)), "")
            if self._telling.match(folded, match.end()):
                continue
            behind = self._noun_behind and self._noun_behind.match(folded, match.end())
            if announced is None and not behind and first not in self._nouns:
                continue
            if announced and in_series and announced[0].split()[0].rstrip(":,*(") in self._series_nouns:
                continue
            if title[:1].isupper() or title[:1] in "+#¿¡" or title[:1].isdigit():
                yield match.start("title"), title


@lru_cache(maxsize=8)
def title_patterns(profile: Profile) -> TitlePatterns:
    """Give the patterns of a profile, made once."""
    return TitlePatterns(profile)
