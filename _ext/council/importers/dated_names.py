"""The date in the name of a file and of the folders that lead to it: ``2014_01_minutes``, ``2014-01/jan-28``, ``20130128``.

Words of any language with a profile count as months, next to a number.  A full date in the name itself comes first, then
one that its folders complete, then a month without a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from council.importers.short_years import ShortYears, day_or_nothing
from council.language.folding import fold
from council.language.word_lists import alternatives

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_SEPARATORS = re.compile(r"[^\w]+|_+")
_FOLDER_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")


@dataclass(frozen=True, eq=False)
class DatedNames:
    """Reads names with the *months* of some languages, by folded name; *day_first* tells ``5-1-2013`` from ``1-5-2013``."""

    months: Mapping[str, int]
    day_first: bool
    short_years: ShortYears

    def date_of(self, path: PurePath) -> str:
        """Give the date of a file by its *path* in its tree, its ending left out; a month as ``YYYY-MM``."""
        name = self._words(path.stem)
        folders = [self._words(part) for part in path.parent.parts]
        whole = " ".join([*folders, name])
        years = [match["y"] for folder in folders for match in _FOLDER_YEAR.finditer(folder)]
        completed = [f"{years[-1]} {name}"] if years and not _FOLDER_YEAR.search(name) else []
        for read, texts in (
            (self._days, [name]),
            (lambda stem: self.short_years.in_name(stem, years), [path.stem]),
            (self._days, [whole, *completed] if completed else [" ".join(folders)]),
            (self._whole_months, [name]),
            (self._whole_months, [*completed, whole] if folders else []),
        ):
            for date in (date for text in texts for date in read(text)):
                return date
        return ""

    def own_date(self, name: str) -> str:
        """Give the date that a *name* has without its folders."""
        return self.date_of(PurePath(PurePath(name).name))

    def day_of(self, path: PurePath) -> str:
        """Give the day that the names of *path* tell, a month being none."""
        date = self.date_of(path)
        return date if len(date) > len("YYYY-MM") else ""

    def own_day(self, name: str) -> str:
        """Give the day that a *name* has without its folders."""
        return self.day_of(PurePath(PurePath(name).name))

    @staticmethod
    def _words(name: str) -> str:
        return " ".join(_SEPARATORS.sub(" ", fold(name)).split())

    def _days(self, text: str) -> Iterator[str]:
        yield from self._matches(self._day_patterns, text, lambda y, m, d: day_or_nothing(y, m, d))

    def _whole_months(self, text: str) -> Iterator[str]:
        yield from self._matches(self._month_patterns, text, lambda y, m, _d: f"{y:04}-{m:02}" if 1 <= m <= 12 else "")

    def _matches(
        self, patterns: list[re.Pattern[str]], text: str, read: Callable[[int, int, int], str]
    ) -> Iterator[str]:
        for pattern in patterns:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                month = self.months[groups["w"]] if groups.get("w") else int(groups["m"])
                if date := read(int(groups["y"]), month, int(groups.get("d") or 1)):
                    yield date

    @cached_property
    def _day_patterns(self) -> list[re.Pattern[str]]:
        month, day = rf"(?P<w>{alternatives(self.months)})", r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
        first, second = ("d", "m") if self.day_first else ("m", "d")
        return self._bounded(
            rf"{_YEAR} (?P<m>\d{{1,2}}) (?P<d>\d{{1,2}})",
            rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?:t?\d{{4}}(?:\d\d)?z?)?",
            rf"{_YEAR}(?: \d\d)? {month} {day}",
            rf"{_YEAR}(?: \d\d)? {day} (?:\w{{1,3}} )?{month}",
            rf"{day} ?(?:\w{{1,3}} )?{month} ?(?:\w{{1,3}} )?{_YEAR}",
            rf"{month} ?{day} {_YEAR}",
            rf"(?P<{first}>\d{{1,2}}) (?P<{second}>\d{{1,2}}) {_YEAR}",
            rf"(?P<{second}>\d{{1,2}}) (?P<{first}>\d{{1,2}}) {_YEAR}",
        )

    @cached_property
    def _month_patterns(self) -> list[re.Pattern[str]]:
        month = rf"(?P<w>{alternatives(self.months)})"
        return self._bounded(
            rf"{_YEAR} ?(?P<m>\d\d)",
            rf"{_YEAR} (?:\d\d )?{month}",
            rf"{month} ?(?:\w{{1,3}} )?{_YEAR}",
            rf"(?P<m>\d\d) {_YEAR}",
        )

    @staticmethod
    def _bounded(*patterns: str) -> list[re.Pattern[str]]:
        return [re.compile(rf"(?<!\w){pattern}(?!\w)") for pattern in patterns]
