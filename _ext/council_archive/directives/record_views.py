"""Views of projects, directorates and people for a page of the archivist's own.

====================== ===================================================================
``project-index``      projects A to Z; ``:year:``, ``:directorate:``
``directorate-index``  directorates A to Z
``person-index``       people A to Z
``trajectory``         one project through time: its id as argument; ``:year:``, ``:directorate:``
``matrix``             projects by session; ``:year:``, ``:directorate:``
``candidate-list``     names that no record claims
``review``             what deserves a look
====================== ===================================================================
"""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..views.placeholder import placeholder

_FILTERS = {"year": directives.positive_int, "directorate": directives.unchanged_required}


class _ViewDirective(SphinxDirective):
    """A directive that leaves a placeholder for one view."""

    view: ClassVar[str]
    fixed: ClassVar[dict[str, str]] = {}
    option_spec: ClassVar[dict[str, Any]] = _FILTERS

    def run(self) -> list[nodes.Node]:
        """Give the placeholder."""
        return [placeholder(self.env, self.view, **self.fixed, **self.options)]


class ProjectIndex(_ViewDirective):
    """Projects A to Z."""

    view, fixed = "record-index", {"kind": "project"}


class DirectorateIndex(_ViewDirective):
    """Directorates A to Z."""

    view, fixed, option_spec = "record-index", {"kind": "directorate"}, {}


class PersonIndex(_ViewDirective):
    """People A to Z."""

    view, fixed = "record-index", {"kind": "person"}


class Trajectory(_ViewDirective):
    """One project through time."""

    view = "trajectory"
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Give the placeholder for the project that the argument names."""
        return [placeholder(self.env, self.view, project=self.arguments[0], **self.options)]


class Matrix(_ViewDirective):
    """Projects by session."""

    view = "matrix"


class CandidateList(_ViewDirective):
    """Names that no record claims."""

    view, option_spec = "candidates", {}


class Review(_ViewDirective):
    """What deserves a look."""

    view, option_spec = "review", {}


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (
        ("project-index", ProjectIndex),
        ("directorate-index", DirectorateIndex),
        ("person-index", PersonIndex),
        ("trajectory", Trajectory),
        ("matrix", Matrix),
        ("candidate-list", CandidateList),
        ("review", Review),
    ):
        app.add_directive(name, directive)
