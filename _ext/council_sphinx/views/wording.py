"""Phrases that several views share."""

from __future__ import annotations

from council.model.releases import Session
from council.model.tenures import Tenure

from council_sphinx.core.interface_strings import _, long_date


def session_name(session: Session) -> str:
    """Give the name of a session: ``Sesión 8 de 2020``."""
    told = {"numbers": ", ".join(map(str, session.numbers)), "year": session.year}
    if session.extraordinary:
        name = (
            _("Extraordinary session %(numbers)s of %(year)s")
            if session.numbers
            else _("Extraordinary session of %(year)s")
        )
    else:
        name = _("Session %(numbers)s of %(year)s") if session.numbers else _("Council session of %(year)s")
    return str(name) % told


def tenure_term(tenure: Tenure, language: str) -> str:
    """Give when an office was held, by its bounds and the days on which it was seen: ``en el cargo el 3 de mayo de 2020``.

    Where the record has the bounds, it alone is told.
    """
    seen = () if tenure.recorded and (tenure.start or tenure.end) else tenure.seen
    last = (_("in office on %s"), seen[-1]) if seen else None
    bounds = [(_("since %s"), tenure.start), last, (_("until %s"), tenure.end), (_("before %s"), tenure.over_by)]
    told = [str(phrase) % long_date(day, language) for phrase, day in filter(None, bounds) if day]
    if len(seen) > 1 and not tenure.start:
        days = {"first": long_date(seen[0], language), "last": long_date(seen[-1], language)}
        told[0] = str(_("in office on %(first)s and on %(last)s")) % days
    return ", ".join(told)
