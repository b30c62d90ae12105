"""Releases whose text is of another year than their file: one of both is mistyped, and the archivist has to say which."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from council.model.partial_dates import PartialDate, slug_date
from council.model.releases import Release

APART = datetime.timedelta(days=330)
"""A year, but for the weeks that lie between what a text tells and the day on which it is filed."""


@dataclass(frozen=True, slots=True)
class OtherDate:
    """The date of the text, and the one that contradicts it: of the file name, or of the front matter."""

    dateline: PartialDate
    date: PartialDate
    in_file_name: bool


def other_date(release: Release) -> OtherDate | None:
    """Give the date that contradicts the dateline of *release*; nothing where none does, or the archivist gave it."""
    if not (release.dateline and release.dateline_line):
        return None
    named = slug_date(release.slug)
    for date, in_file_name in ((named, True), (release.date, False)):
        if date and _are_apart(release.dateline, date):
            return OtherDate(release.dateline, date, in_file_name)
    return None


def _are_apart(first: PartialDate, second: PartialDate) -> bool:
    return max(first.first - second.last, second.first - first.last) >= APART
