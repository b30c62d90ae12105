"""The few words that reading the dialect depends on; handed to the rules in the markdown-it environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from council.language.dates import DateGrammar
from council.language.sentences import shortening_pattern
from council.language.word_lists import Words

_KEY = "dialect_words"


@dataclass(frozen=True, eq=False)
class DialectWords:
    """How dates are written, which headings only name a part of a release (``Boletín de prensa``), and what a full
    stop shortens (``Lic.``).
    """

    dates: DateGrammar
    parts: Words
    shortened: re.Pattern[str]


NO_WORDS = DialectWords(DateGrammar({}, Words(), Words(), Words()), Words(), shortening_pattern(Words(), Words()))
"""For text of an unknown language: no line is a dateline, every heading may be a title."""


def environment_for(slug: str, words: DialectWords) -> dict[str, Any]:
    """Give the markdown-it environment in which the release of the file name *slug* is read."""
    return {"slug": slug, _KEY: words}


def words_in(environment: Mapping[str, Any]) -> DialectWords:
    """Give the words that an environment was made with."""
    words: DialectWords = environment.get(_KEY, NO_WORDS)
    return words
