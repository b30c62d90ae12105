"""The dateline: a line of its own with the place and the full date of a release.

``Torreón, Coahuila a 30 de noviembre de 2020.``; also ``… a 22 de noviembre del 2021.`` and
``… a 01 de mayo de 2020``.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("enero",), ("febrero",), ("marzo",), ("abril",), ("mayo",), ("junio",), ("julio",),
            ("agosto",), ("septiembre", "setiembre"), ("octubre",), ("noviembre",), ("diciembre",),
        ),
        1,
    )
    for name in names
}  # fmt: skip

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\d:;!?]{2,60}?)[\s,.]*(?:,|\s|\.-)\s*(?:a|al)?\s*"
    r"(?:(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),?\s+)?"
    r"(?P<day>\d{1,2})[ºo°]?\.?\s+(?:de\s+)?(?P<month>[a-z]+)\s*,?\s+(?:del?\s+(?:año\s+)?)?(?P<year>\d{4})\s*[.,;]?\s*[-–—]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and date that a release bears; *date* is ``None`` for one that cannot be."""

    place: str
    date: datetime.date | None
    text: str


def read_dateline(text: str) -> Dateline | None:
    """Give the dateline that *text* (a whole paragraph, or its first line) is, or ``None``."""
    line = " ".join(text.split())
    if len(line) > 120:
        return None
    match = _DATELINE.fullmatch(line)
    if match is None:
        return None
    month = MONTHS.get(match["month"].lower())
    if month is None:
        return None
    try:
        date = datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        date = None
    return Dateline(match["place"].strip(" ,."), date, unicodedata.normalize("NFC", line))
