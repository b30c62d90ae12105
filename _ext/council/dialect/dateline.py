"""The dateline: a line of its own with the place and the full date of a release.

``Torreón, Coahuila a 30 de noviembre de 2020.``; ``LAKEPORT, Ohio, March 12, 2019``.  Before a dash the text may
go on in the line, as the agencies write it: ``Torreón, Coahuila, a 30 de mayo de 2017.- En la …``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from council.language.capitals import UPPER
from council.language.dates import DateGrammar
from council.language.folding import fold
from council.model.partial_dates import PartialDate

LONGEST_DATELINE = 120
LONGEST_PLACE = 60
_PLACE = re.compile(r"[^\W\d_][^\d:;!?]{2,}")
_PLACE_IN_CAPITALS = re.compile(rf"(?:[{UPPER}][\w.]*|\w{{1,3}})(?:,?\s+(?:[{UPPER}][\w.]*|\w{{1,3}}))*[\s,.–—-]*")
"""Before running text a place is told by its capitals, small words between them."""
_END_OF_LINE = re.compile(r"\s*[.,;]?\s*[-–—]*$")
_DASH = re.compile(r"\s*\.?\s*[-–—]+(?=\s)")
_MARKS = " ,.-–—"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and date that a release bears; *date* is ``None`` for one that cannot be."""

    place: str
    date: PartialDate | None
    text: str


def read_dateline(text: str, dates: DateGrammar) -> Dateline | None:
    """Give the dateline that *text* (a whole paragraph, or its first line) is, or ``None``."""
    line = " ".join(text.split())
    if len(line) > LONGEST_DATELINE:
        return None
    return _dateline(line, dates, _END_OF_LINE, _PLACE)


def opening_dateline(text: str, dates: DateGrammar) -> Dateline | None:
    """Give the dateline that the line *text* is, or that it begins with before a dash."""
    head = " ".join(text[: 2 * LONGEST_DATELINE].lstrip(" *_").split())[:LONGEST_DATELINE]
    return _dateline(head, dates, _DASH, _PLACE_IN_CAPITALS) or read_dateline(text, dates)


def _dateline(line: str, dates: DateGrammar, behind: re.Pattern[str], before: re.Pattern[str]) -> Dateline | None:
    written = next(dates.dates_in(line), None)
    if written is None or not behind.match(line, written.end):
        return None
    place = line[: written.start].rstrip(_MARKS)
    last = place.rpartition(" ")
    if fold(last[2]) in dates.before:
        place = last[0].rstrip(_MARKS)
    if len(place) > LONGEST_PLACE or not before.fullmatch(place):
        return None
    date = PartialDate.of(written.day) if written.day else None
    return Dateline(place, date, unicodedata.normalize("NFC", line[: written.end].rstrip()))
