"""When a release of a foreign tree appeared: dates in its front matter, its text, and its file's name.

A tree may be in another language than the archive: the words of every language with a profile are known.  A month
without a day stays a month, ``YYYY-MM``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import cached_property
from pathlib import PurePath

from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format

from council.dialect.dateline import opening_dateline
from council.importers.dated_names import DatedNames
from council.importers.short_years import ShortYears, day_or_nothing
from council.importers.text_signs import TextSigns
from council.language.dates import DateGrammar
from council.profile.loader import languages, load_lexicon

_ISO = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_ISO_MONTH_OR_YEAR = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
_DAYS = re.compile(r"(?<![\w/.-])(\d{1,2})\s*[-–—&/]\s*\d{1,2}(?![\w/.-])")
"""Two days of a month."""
_LONGEST_LINE = 120
_HEADINGS = 3
_FIRST_LINES = 12


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, and where it stands: ``text`` where the archive finds it as well, else ``title``, ``lines`` or ``name``."""

    value: str
    place: str


@dataclass(frozen=True, eq=False)
class Dating:
    """Reads dates for an archive in *language*, whose own way of writing ``5/1/2013`` counts.

    *latest_year* is the last year that two digits can mean.
    """

    language: str
    latest_year: int = field(default_factory=lambda: datetime.date.today().year)

    @cached_property
    def grammars(self) -> tuple[DateGrammar, ...]:
        """How dates are written, in the archive's language first."""
        codes = sorted(languages(), key=lambda code: (code != self.language, code))
        return tuple(load_lexicon(code).dialect.dates for code in codes)

    @cached_property
    def names(self) -> DatedNames:
        """The reader of file names."""
        months = {name: number for grammar in reversed(self.grammars) for name, number in grammar.months.items()}
        return DatedNames(months, self._day_first, self._short_years)

    @cached_property
    def _short_years(self) -> ShortYears:
        return ShortYears(self._day_first, self.latest_year)

    @cached_property
    def _day_first(self) -> bool:
        try:
            pattern = get_date_format("short", Locale.parse(self.language)).pattern
        except (UnknownLocaleError, ValueError):
            return True
        return pattern.index("d") < pattern.index("M")

    def of_value(self, written: str) -> str:
        """Give the day, month or year that the *written* value of a field is, or the day it begins with, else nothing."""
        written = written.strip()
        for pattern in (_ISO, _COMPACT):
            if match := pattern.match(written):
                return day_or_nothing(int(match[1]), int(match[2]), int(match[3]))
        if _ISO_MONTH_OR_YEAR.fullmatch(written):
            return written
        for date in self.in_text(written):
            return date
        try:
            return parsedate_to_datetime(written).date().isoformat()
        except ValueError:
            return self.names.own_date(f"{written.replace('/', '-')}.md")

    def in_text(self, text: str) -> Iterator[str]:
        """Give the dates that *text* holds: days in words and in numbers first, then months; of ``28-30`` the first."""
        text = _DAYS.sub(r"\1", text)
        days = [
            *((match.start(), day_or_nothing(*map(int, match.groups()))) for match in _ISO.finditer(text)),
            *((match.start(), self._in_order(match)) for match in _NUMBERS.finditer(text)),
            *self._short_years.in_text(text),
            *(
                (date.start, date.day.isoformat())
                for grammar in self.grammars
                for date in grammar.dates_in(text)
                if date.day
            ),
        ]
        yield from (day for _start, day in sorted(days) if day)
        yield from (
            f"{month.year:04}-{month.month:02}" for grammar in self.grammars for month in grammar.months_in(text)
        )

    def _in_order(self, match: re.Match[str]) -> str:
        first, second, year = map(int, match.groups())
        day, month = (first, second) if self._day_first else (second, first)
        return day_or_nothing(year, month, day) or day_or_nothing(year, day, month)

    def of_release(self, signs: TextSigns, title: str, path: PurePath) -> FoundDate:
        """Give the date of a release without one in its front matter, by its text and its *path* in its tree."""
        own, *others = self.grammars
        if date := self._dateline(signs.paragraphs, [own]):
            return FoundDate(date, "text")
        places: tuple[tuple[str, Iterable[str]], ...] = (
            ("text", [self._dateline(signs.paragraphs, others)]),
            ("title", [title]),
            ("title", signs.headings[:_HEADINGS]),
            ("lines", [line for line in signs.lines[:_FIRST_LINES] if len(line) <= _LONGEST_LINE]),
        )
        found = [FoundDate(date, place) for place, texts in places for text in texts for date in self._only(text)]
        found += [FoundDate(date, "name")] if (date := self.names.date_of(path)) else []
        return next(
            (date for date in found if len(date.value) > len("YYYY-MM")), found[0] if found else FoundDate("", "")
        )

    def _only(self, text: str) -> Iterator[str]:
        """Give the date that *text* has; of several days none is its own."""
        dates = list(dict.fromkeys(self.in_text(text)))
        days = [date for date in dates if len(date) > len("YYYY-MM")]
        yield from days if len(days) == 1 else dates[:1] if not days else ()

    @staticmethod
    def _dateline(paragraphs: Iterable[str], grammars: Iterable[DateGrammar]) -> str:
        for paragraph in paragraphs:
            for line in paragraph.split("\n"):
                for grammar in grammars:
                    dateline = opening_dateline(line, grammar)
                    if dateline is not None and dateline.date is not None:
                        return str(dateline.date)
        return ""
