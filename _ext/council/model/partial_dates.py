"""Dates as precise as they are known: a day, a month, a year (ISO 8601 with reduced precision, EDTF level 0)."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Self

PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_SLUG_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?!\d)")


class PartialDate(str):
    """A date, which is its own text: ``2014-01-28``, or ``2014-01`` where no day is known, or ``2014``.

    As texts sort, so do dates: a month stands before its days.  Raises ``ValueError`` for a text that is no date.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Give the date, checked."""
        if not re.fullmatch(PATTERN, text):
            raise ValueError(f"{text!r} is no date; write year-month-day, year-month or year")
        _first_day(text)
        return super().__new__(cls, text)

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """Give the date that is *day*."""
        return cls(day.isoformat())

    @property
    def year(self) -> int:
        """Its year."""
        return int(self[:4])

    @property
    def month(self) -> int | None:
        """Its month, if it is known."""
        return int(self[5:7]) if len(self) > 4 else None

    @property
    def day(self) -> int | None:
        """Its day of the month, if it is known."""
        return int(self[8:]) if len(self) > 7 else None

    @property
    def first(self) -> datetime.date:
        """The first day that it can be."""
        return _first_day(self)

    @property
    def last(self) -> datetime.date:
        """The last day that it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def is_part_of(self, period: PartialDate) -> bool:
        """Whether it lies within the month or year *period*, and is known better."""
        return self != period and self.startswith(period)


def _first_day(text: str) -> datetime.date:
    """Give the first day of a date as it is written; raises ``ValueError`` where there is none, as in a 13th month."""
    return datetime.date.fromisoformat(f"{text}-01-01"[:10])


LAST = PartialDate("9999-12-31")
"""Stands for a date that is still to come."""


def slug_date(slug: str) -> PartialDate | None:
    """Give the date that a file name begins with: ``2020-11-30-octava-sesion-consejo``, ``2014-01-actividades``.

    A year alone may be anything there: ``2040-vision-de-la-ciudad``.
    """
    match = _SLUG_DATE.match(slug)
    try:
        return PartialDate(match[0]) if match else None
    except ValueError:
        return None
