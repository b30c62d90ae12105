"""The dateline: a line of its own with the place and the full date of a release.

``Torreón, Coahuila a 30 de noviembre de 2020.``; also ``… a 22 de noviembre del 2021.`` and
``… a 01 de mayo de 2020``.  Before a dash the text may go on in the line, as the agencies write it:
``Torreón, Coahuila, a 30 de mayo de 2017.- En la …``.
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

_OPENING = re.compile(
    r"(?:[A-ZÁÉÍÓÚÑ][\w.]*|de|del|la|el|los|las)(?:,?\s+(?:[A-ZÁÉÍÓÚÑ][\w.]*|de|del|la|el|los|las))*,?\s+a\s+\d[^-–—]{8,30}?\d{4}\s*\.?\s*[-–—]+(?=\s)"
)
"""A place of capitalised words, a date, and the dash."""


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


def opening_dateline(text: str) -> Dateline | None:
    """Give the dateline that the line *text* is, or that it begins with before a dash."""
    opening = _OPENING.match(text.lstrip(" *_"))
    return read_dateline(opening[0]) if opening else read_dateline(text)
