"""Dates in words, in the order of any language: ``30 de noviembre de 2020``, ``November 30, 2020``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from babel.dates import get_day_names, get_month_names

from council.language.folding import fold
from council.language.word_lists import Words, alternatives


@dataclass(frozen=True)
class WrittenDate:
    """A date in a text, from *start* to *end*; *day* is ``None`` for one that cannot be: the 31st of June."""

    start: int
    end: int
    day: datetime.date | None


@dataclass(frozen=True)
class WrittenMonth:
    """A month of a year in a text, with no day, from *start* to *end*."""

    start: int
    end: int
    year: int
    month: int


@dataclass(frozen=True, eq=False)
class DateGrammar:
    """How a language writes dates: months by name, weekdays, and the small words between day, month and year."""

    months: Mapping[str, int]
    weekdays: Words
    before: Words
    between: Words

    @classmethod
    def of(cls, language: str, more_months: Mapping[str, int], before: Words, between: Words) -> DateGrammar:
        """Give the grammar of a language, with the names that the Unicode CLDR has for months and weekdays."""
        months = {fold(name): number for name, number in more_months.items()}
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                names = get_month_names(width, context, language)
                months |= {fold(name).rstrip("."): number for number, name in names.items()}
        weekdays = Words(str(name) for name in get_day_names("wide", "format", language).values())
        return cls(months, weekdays, before, between)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        month, between = alternatives(self.months), rf"(?:{self.between.pattern}\s+)?"
        weekday = rf"(?:{self.weekdays.pattern},?\s+)?"
        day = r"(?<!\d)(?P<day{0}>\d{{1,2}})(?:[ºª°]|[a-z]{{1,2}}(?!\w))?"
        year = r"(?P<year{0}>\d{{4}})(?!\d)"
        day_first = rf"{day.format(1)}\.?\s+{between}(?P<month1>{month})(?!\w)\.?\s*,?\s+{between}{year.format(1)}"
        month_first = rf"(?<!\w)(?P<month2>{month})(?!\w)\.?\s+{day.format(2)},?\s+{between}{year.format(2)}"
        return re.compile(rf"{weekday}(?:{day_first}|{month_first})")

    def dates_in(self, text: str) -> Iterator[WrittenDate]:
        """Give the dates that *text* writes in words, in order."""
        if not self.months:
            return
        for match in self._pattern.finditer(fold(text)):
            order = "1" if match["day1"] else "2"
            year, day = int(match[f"year{order}"]), int(match[f"day{order}"])
            month = self.months[match[f"month{order}"]]
            try:
                yield WrittenDate(match.start(), match.end(), datetime.date(year, month, day))
            except ValueError:
                yield WrittenDate(match.start(), match.end(), None)

    @cached_property
    def _month_pattern(self) -> re.Pattern[str]:
        between = rf"(?:{self.between.pattern}\s+)?"
        return re.compile(
            rf"(?<!\w)(?P<month>{alternatives(self.months)})(?!\w)\.?,?\s+{between}(?P<year>\d{{4}})(?!\d)"
        )

    def months_in(self, text: str) -> Iterator[WrittenMonth]:
        """Give the months that *text* writes with a year, in order; those of whole dates among them."""
        if not self.months:
            return
        for match in self._month_pattern.finditer(fold(text)):
            yield WrittenMonth(match.start(), match.end(), int(match["year"]), self.months[match["month"]])
