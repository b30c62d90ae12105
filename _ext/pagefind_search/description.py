"""What a project tells of a page for the search."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class Description:
    """A page: its type, its date (ISO 8601, as precise as it is known), its facets, and what it is found by.

    *names* are those that it is known by, *asked_as* other forms in which they are asked for, *aliases* names that find
    it too.  *text* has a paragraph a line, where the project knows it better than the written page tells.
    """

    type: str = ""
    date: str = ""
    summary: str = ""
    facets: dict[str, list[str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    asked_as: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    text: str | None = None


def describe(app: Sphinx, pagename: str) -> Description:
    """Ask the project for the description of a page."""
    found = app.events.emit_firstresult("pagefind-describe", pagename)
    return found if isinstance(found, Description) else Description()
