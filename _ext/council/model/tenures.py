"""Offices through time: who headed the institution or a directorate when, as an interval that is built from evidence."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.entries import Mention
from council.model.partial_dates import LAST, PartialDate
from council.model.releases import Standing


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one *mention* shows of an office on its date."""

    kind: Standing
    mention: Mention

    @property
    def date(self) -> PartialDate | None:
        """The date of the release that says it."""
        return self.mention.date


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person at the head of a directorate, or of the institution itself where *directorate* is empty.

    *start* and *end* are its bounds where the record or a release tells them; *over_by* is a day on which it is known
    to be over; *seen* are the days on which releases show the person in office.  *recorded* tells that the bounds stand
    in the authority record, and so win; *contradictions* is the evidence that the record does not agree with.
    """

    person: str
    directorate: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    over_by: PartialDate | None = None
    seen: tuple[PartialDate, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    recorded: bool = False
    contradictions: tuple[Evidence, ...] = ()

    @property
    def held(self) -> tuple[PartialDate, PartialDate] | None:
        """The first and the last date on which the person is known to have been in office.

        A record without an end holds on; of evidence, only the days on which it was seen or begun do.
        """
        days = [day for day in (self.start, *self.seen) if day]
        if self.recorded:
            days += [self.end or LAST] if self.start or self.end else []
        return (min(days, key=lambda day: day.last), max(days, key=lambda day: day.first)) if days else None

    @property
    def order(self) -> tuple[PartialDate, str]:
        """What tenures are sorted by: the first date known of each."""
        dates = (*(self.held or ()), *filter(None, (self.end, self.over_by)))
        return min(dates, default=LAST), self.person
