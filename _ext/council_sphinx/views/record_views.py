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

from council.model.authorities import FOLDERS, Kind
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from council_sphinx.views.placeholder import placeholder

_FILTERS = {"year": directives.positive_int, "directorate": directives.unchanged_required}


class _ViewDirective(SphinxDirective):
    """A directive that leaves a placeholder for one view."""

    view: ClassVar[str]
    fixed: ClassVar[dict[str, str]] = {}
    option_spec: ClassVar[dict[str, Any]] = _FILTERS

    def run(self) -> list[nodes.Node]:
        """Give the placeholder."""
        return [placeholder(self.env, self.view, **self.fixed, **self.options)]


class _RecordIndex(_ViewDirective):
    """An index of records; with ``:toctree:`` the page is also their place in the table of contents."""

    view = "record-index"
    kind: ClassVar[Kind]
    option_spec: ClassVar[dict[str, Any]] = {**_FILTERS, "toctree": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Give the placeholder, and the hidden table of contents where it is asked for."""
        options = {key: value for key, value in self.options.items() if key != "toctree"}
        made: list[nodes.Node] = [placeholder(self.env, self.view, kind=self.kind, **options)]
        if "toctree" in self.options:
            made.append(self._toctree())
        return made

    def _toctree(self) -> nodes.Element:
        """Give what Sphinx's directive gives for a pattern, silent where the folder is still empty."""
        docname = self.env.docname
        pages = sorted(page for page in self.env.found_docs if page.startswith(f"{FOLDERS[self.kind]}/"))
        tree = addnodes.toctree(
            parent=docname, entries=[(None, page) for page in pages], includefiles=pages, maxdepth=-1, caption=None,
            glob=True, hidden=True, includehidden=False, numbered=0, titlesonly=False,
        )  # fmt: skip
        self.env.glob_toctrees.add(docname)
        return nodes.compound("", tree, classes=["toctree-wrapper"])


class ProjectIndex(_RecordIndex):
    """Projects A to Z."""

    kind = "project"


class DirectorateIndex(_RecordIndex):
    """Directorates A to Z."""

    kind = "directorate"


class PersonIndex(_RecordIndex):
    """People A to Z."""

    kind = "person"


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
