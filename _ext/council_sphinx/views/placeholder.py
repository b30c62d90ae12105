"""Views, and the placeholders that stand for them until the archive is complete.

A view is data, then nodes: it collects a record of all that it shows from the archive, and makes nodes of that
record alone.  So the record tells when the page must be written again (:mod:`.dependencies`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, TypeVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext

Data = TypeVar("Data")


class View(ABC, Generic[Data]):
    """A view with its options, which are the fields of the frozen dataclasses that derive from it."""

    shows_releases: ClassVar[bool] = True
    """Whether a page with it changes with the releases that it asks for."""

    @abstractmethod
    def collect(self, archive: SiteArchive, docname: str) -> Data:
        """Give a frozen record of all that the view shows on *docname*."""

    @staticmethod
    @abstractmethod
    def build(context: ViewContext, data: Data) -> list[nodes.Node]:
        """Make nodes of the record, and of nothing else."""


class view_placeholder(nodes.General, nodes.Element):  # noqa: N801  (docutils names its nodes so)
    """Stands where ``view`` will be, a :class:`View`; ``docname`` is the document that it was read in."""


def placeholder(env: BuildEnvironment, view: View[Any]) -> view_placeholder:
    """Give a placeholder for *view*, and note that the current page shows it."""
    council_domain(env).note_dependency(env.docname, view)
    return view_placeholder("", view=view, docname=env.docname)


def views_on(env: BuildEnvironment, docname: str) -> tuple[View[Any], ...]:
    """Give the views that stand on *docname*."""
    return tuple(shown for shown in council_domain(env).dependencies.get(docname, ()) if isinstance(shown, View))


class ViewDirective(SphinxDirective):
    """A directive that leaves a placeholder for the view that its arguments and options ask for."""

    option_spec: ClassVar[OptionSpec] = {}

    def view(self) -> View[Any]:
        """Give the view, with its options."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Give the placeholder."""
        return [placeholder(self.env, self.view())]


RECORD_FILTERS: OptionSpec = {"year": directives.positive_int, "directorate": directives.unchanged_required}
"""The options of directives that show the mentions of one year, or of one directorate, alone."""


def _fill_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the nodes of each view in the place of its placeholder.

    *doctree* may hold several documents (LaTeX, single HTML): a placeholder knows its own.
    """
    for node in list(doctree.findall(view_placeholder)):
        view, page = node["view"], node["docname"]
        context = ViewContext(app.builder, docname, page)
        content = view.build(context, view.collect(archive_of(app.env), page))
        node.replace_self(content)
        _keep_anchors_apart(doctree, content)


def _keep_anchors_apart(doctree: nodes.document, content: list[nodes.Node]) -> None:
    """Give the sections of a view anchors that nothing else on the page has: what the archivist wrote comes first."""
    for section in (section for node in content for section in node.findall(nodes.section)):
        key, number = section["ids"][0], 1
        while section["ids"][0] in doctree.ids:
            number += 1
            section["ids"] = [f"{key}-{number}"]
        doctree.ids[section["ids"][0]] = section


def setup(app: Sphinx) -> None:
    """Register placeholders and their filling."""
    app.add_node(view_placeholder)
    app.connect("doctree-resolved", _fill_placeholders)
