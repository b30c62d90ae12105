"""``release-cards`` and ``release-list``: releases by date on a page of the archivist's own."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from council_sphinx.views.placeholder import placeholder


def _year(argument: str) -> str:
    """A year of four digits, ``undated``, or ``all``."""
    value = argument.strip()
    if value not in {"all", "undated"} and not (value.isdigit() and len(value) == 4):
        raise ValueError(f"{argument!r} is no year; write four digits, all, or undated")
    return value


class ReleaseCards(SphinxDirective):
    """The newest releases as cards; ``:count:`` how many, ``:sessions-only:`` only council sessions."""

    option_spec: ClassVar[dict[str, Any]] = {
        "count": directives.positive_int,
        "sessions-only": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Give the placeholder of the view."""
        sessions_only = "sessions-only" in self.options
        count = self.options.get("count", 6)
        return [placeholder(self.env, "release-cards", count=count, sessions_only=sessions_only)]


class ReleaseList(SphinxDirective):
    """Releases in order of date; ``:year:`` one year, ``:sessions-only:`` only council sessions."""

    option_spec: ClassVar[dict[str, Any]] = {"year": _year, "sessions-only": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Give the placeholder of the view."""
        year = self.options.get("year", "all")
        sessions_only = "sessions-only" in self.options
        return [placeholder(self.env, "release-list", year=year, sessions_only=sessions_only)]


class SessionList(ReleaseList):
    """The releases that report a session of the council; ``:year:`` one year."""

    option_spec: ClassVar[dict[str, Any]] = {"year": _year}

    def run(self) -> list[nodes.Node]:
        """Give the placeholder of the view."""
        return [placeholder(self.env, "release-list", year=self.options.get("year", "all"), sessions_only=True)]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("release-cards", ReleaseCards)
    app.add_directive("release-list", ReleaseList)
    app.add_directive("session-list", SessionList)
