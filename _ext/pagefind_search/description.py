"""What a project tells of a page for the search."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx.application import Sphinx

EVERY_PAGE = "zzeverypage"
"""A word that every page has: to search for it is to search for all, at the cost of one index file."""


@dataclass(frozen=True, slots=True)
class Description:
    """A page: its type, its date (ISO 8601, as precise as it is known), its facets, the names it is known by, words that find it too."""

    type: str = ""
    date: str = ""
    summary: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)


def describe(app: Sphinx, pagename: str) -> Description:
    """Ask the project for the description of a page."""
    found = app.events.emit_firstresult("pagefind-describe", pagename)
    return found if isinstance(found, Description) else Description()
