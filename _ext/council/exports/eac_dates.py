"""Dates in EAC-CPF: days, spans, and offices whose bounds are known but by the days on which somebody was seen in one.

Such an office began not after the first of these days, and ended not before the last.
"""

from __future__ import annotations

from collections.abc import Iterable

from council.exports.eac_sources import eac
from council.exports.standard_values import iso_date
from council.exports.statements import Statement
from council.exports.xml_elements import Element
from council.model.authorities import Span
from council.model.tenures import Tenure


def days(shown: Iterable[Statement]) -> Element | None:
    """Give the dates of the releases that *shown* stand in, each once."""
    dates = dict.fromkeys(iso_date(statement.mention.date) for statement in shown if statement.mention.date)
    elements = [eac("date", date, standardDate=date) for date in dates]
    return eac("dateSet", *elements) if len(elements) > 1 else next(iter(elements), None)


def span(valid: Span) -> Element | None:
    """Give a stretch of time that a record tells; an end that is open is unknown."""
    start = _exactly("fromDate", valid.start) if valid.start else eac("fromDate", status="unknown")
    end = _exactly("toDate", valid.end) if valid.end else None
    return eac("dateRange", start, end) if valid.start or valid.end else None


def period(tenure: Tenure) -> Element:
    """Give when an office was held."""
    return eac("dateRange", _start(tenure), _end(tenure))


def _start(tenure: Tenure) -> Element:
    if tenure.start:
        return _exactly("fromDate", tenure.start)
    if tenure.seen:
        seen = iso_date(tenure.seen[0])
        return eac("fromDate", seen, notAfter=seen)
    return eac("fromDate", status="unknown")


def _end(tenure: Tenure) -> Element:
    """Give the end; an office that a record begins and does not end goes on."""
    if tenure.end:
        return _exactly("toDate", tenure.end)
    if tenure.recorded and tenure.start:
        return eac("toDate", status="ongoing")
    seen = iso_date(tenure.seen[-1]) if tenure.seen else ""
    over = iso_date(tenure.over_by) if tenure.over_by else ""
    if seen or over:
        return eac("toDate", over or seen, notBefore=seen, notAfter=over)
    return eac("toDate", status="unknown")


def _exactly(element: str, date: object) -> Element:
    return eac(element, iso_date(date), standardDate=iso_date(date))
