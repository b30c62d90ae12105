"""The pages of the indices, which the home page leads to: their conventional names, or those that a directive is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docutils.parsers.rst import directives
from sphinx.util.typing import OptionSpec

OPTIONS: OptionSpec = dict.fromkeys(("sessions", "projects", "directorates", "people"), directives.unchanged_required)
"""The options of a directive that names them."""


@dataclass(frozen=True, slots=True)
class IndexPages:
    """The page of each index; a link to one that the archive has not is left out."""

    sessions: str = "indices/sessions"
    projects: str = "indices/projects"
    directorates: str = "indices/directorates"
    people: str = "indices/people"

    @classmethod
    def told(cls, options: dict[str, Any]) -> IndexPages:
        """Give the pages that the *options* of a directive name, and the conventional ones."""
        return cls(**{name: page for name, page in options.items() if name in OPTIONS})


CONVENTIONAL = IndexPages()
INSTITUTION = "indices/institution"
"""The page of the institution itself, by convention."""
