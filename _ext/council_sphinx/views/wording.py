"""Phrases that several views share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from council.model.authorities import Kind
from council.model.partial_dates import PartialDate
from council.model.releases import Session
from council.model.tenures import Tenure

from council_sphinx.core.interface_strings import _, counted, listed, long_date


def session_name(session: Session) -> str:
    """Give the name of a session, or of several: ``Sesión 8 de 2020``, ``Sesiones 11 y 12 de 2018``."""
    ordinary = (
        _("Council session of %(year)s"),
        _("Session %(numbers)s of %(year)s"),
        _("Sessions %(numbers)s of %(year)s"),
    )
    extraordinary = (
        _("Extraordinary session of %(year)s"),
        _("Extraordinary session %(numbers)s of %(year)s"),
        _("Extraordinary sessions %(numbers)s of %(year)s"),
    )
    name = (extraordinary if session.extraordinary else ordinary)[min(len(session.numbers), 2)]
    return str(name) % {"numbers": listed(session.numbers), "year": session.year}


def kind_name(kind: Kind) -> str:
    """Give what a record is: ``Proyecto``."""
    names: dict[Kind, str] = {"project": _("Project"), "directorate": _("Directorate"), "person": _("Person")}
    return str(names[kind])


def release_count(count: int) -> str:
    """Give how many releases there are: ``12 comunicados``."""
    return counted("%d release", "%d releases", count)


def span_of_years(years: Sequence[int]) -> str:
    """Give ``2018–2022``, ``2020``, or nothing."""
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def counted_by_year(what: str, counts: Mapping[int, int]) -> str:
    """Give what a chart by years shows: ``Comunicados: 2019: 2; 2020: 5``."""
    return f"{what}: " + "; ".join(f"{year}: {count}" for year, count in sorted(counts.items()))


def tenure_term(tenure: Tenure, language: str) -> str:
    """Give when an office was held, by its bounds and the days on which it was seen: ``en el cargo el 3 de mayo de 2020``.

    Where the record has the bounds, it alone is told.
    """
    seen = () if tenure.recorded and (tenure.start or tenure.end) else tenure.seen
    told = [
        dated(tenure.start, _("since %s"), _("since %(period)s"), language),
        _in_office(seen[-1:] if tenure.start else seen, language),
        dated(tenure.end, _("until %s"), _("until %(period)s"), language),
        dated(tenure.over_by, _("before %s"), _("until %(period)s at the latest"), language),
    ]
    return ", ".join(filter(None, told))


def up_to(newest: PartialDate, language: str) -> str:
    """Give which releases an edition has, by the date of the *newest*."""
    return dated(newest, _("With the releases up to %s"), _("With the releases up to %(period)s"), language)


def _in_office(seen: Sequence[PartialDate], language: str) -> str:
    """Give the first and the last date on which somebody was seen in office."""
    dates = [dated(date, _("on %s"), _("in %(period)s"), language) for date in seen]
    if len(dates) > 1:
        return str(_("in office %(first)s and %(last)s")) % {"first": dates[0], "last": dates[-1]}
    return str(_("in office %s")) % dates[0] if dates else ""


def dated(date: PartialDate | None, of_day: str, of_period: str, language: str) -> str:
    """Give a phrase with *date*: *of_day*, or *of_period* where but the month or the year is known."""
    if date is None:
        return ""
    told = long_date(date, language)
    return str(of_day) % told if date.day else str(of_period) % {"period": told}
