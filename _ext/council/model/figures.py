"""What releases say in numbers: so many of a thing, a rate, a sum of money, a size.

A :class:`FigureMention` is what a release says; a :class:`Figure` the same in an archive, which knows the release's page
and date, and the ids of the project and the directorate that it is said of.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from council.model.partial_dates import PartialDate

FigureKind = Literal["count", "rate", "money", "size", "number"]
"""What a figure is: so many things, a percentage, a sum, a size in a unit of measure, or a value without any unit."""
Qualifier = Literal["", "above", "about", "below"]
"""What stands before a number that is none exactly: ``más de``, ``cerca de``, ``hasta``."""
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number that a release says of a thing.

    *subject* is the noun phrase that it is said of, as written (``artículos de investigación``, ``tasa de desempleo``);
    *unit* is ``%``, the code of a currency (ISO 4217) or the sign of a unit of measure, empty for a count.
    *written* is the number as the release writes it, *period* the time that it says the number is of, *place* where, if
    *subject* does not tell it, *source* the body whose report it tells, *sentence* what it says.  *project* is the label
    of the one project that its paragraph or item names, *directorate* whose section it is.
    """

    value: Decimal
    kind: FigureKind
    unit: str
    subject: str
    written: str
    line: int
    sentence: str
    rule: str
    qualifier: Qualifier = ""
    period: str = ""
    place: str = ""
    source: str = ""
    project: str | None = None
    directorate: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a release says of a thing, and where: its *page*, its *date*, the *anchor* of the place.

    *project* and *directorate* are ids; figures of one subject have one *subject_key*.
    """

    page: str
    date: PartialDate | None
    anchor: str
    said: FigureMention
    project: str | None
    directorate: str | None
    subject_key: str = ""


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """Figures of one subject, in one unit, said of one project or directorate, by date: one of each release.

    *name* is the subject as most releases write it; *key* is made of its words, and names its file.
    """

    key: str
    name: str
    kind: FigureKind
    unit: str
    figures: tuple[Figure, ...]
    project: str | None = None
    directorate: str | None = None
