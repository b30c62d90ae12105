"""The time that a figure is of, as an axis has it: a year, a quarter or a month, read from how a release writes it.

``cuarto trimestre de 2020``, ``January 2021``, ``2014``; of half-years and the like nothing is read.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from council.language.folding import fold
from council.profile.lexicon import Lexicon

PeriodKind = Literal["year", "quarter", "month"]
_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_QUARTERS = range(1, 5)
_MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a quarter or a month of one, which begins with the day *first*."""

    kind: PeriodKind
    first: datetime.date


@lru_cache(maxsize=4096)
def period_of(text: str, lexicon: Lexicon) -> Period | None:
    """Give the period that *text* tells, ``None`` where it tells none, more than one, or one of another length."""
    words = _WORD.findall(fold(text))
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    if len(years) != 1:
        return None
    year = years[0]
    months = [lexicon.dialect.dates.months[word] for word in words if word in lexicon.dialect.dates.months]
    if months:
        return Period("month", datetime.date(year, months[0], 1)) if len(months) == 1 else None
    figures = lexicon.figures
    if any(word in figures.quarters for word in words):
        numbers = [lexicon.ordinal_values[word] for word in words if word in lexicon.ordinal_values]
        if len(numbers) != 1 or numbers[0] not in _QUARTERS:
            return None
        return Period("quarter", datetime.date(year, (numbers[0] - 1) * _MONTHS_OF_QUARTER + 1, 1))
    if any(word in figures.periods and word not in figures.years for word in words):
        return None
    return Period("year", datetime.date(year, 1, 1))
