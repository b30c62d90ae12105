"""Phrases that several views share."""

from __future__ import annotations

from council.model.releases import Session

from council_sphinx.core.interface_strings import _


def session_name(session: Session) -> str:
    """Give the name of a session: ``Sesión 8 de 2020``."""
    numbers = ", ".join(map(str, session.numbers))
    if session.extraordinary:
        return str(_("Extraordinary session %(numbers)s of %(year)s")) % {"numbers": numbers, "year": session.year}
    if not numbers:
        return str(_("Council session of %(year)s")) % {"year": session.year}
    return str(_("Session %(numbers)s of %(year)s")) % {"numbers": numbers, "year": session.year}
