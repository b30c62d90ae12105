"""Placeholders for views, and how they are filled.

A view is a pair of functions: one computes plain data from the archive, the other makes nodes of the data.
Pages whose data changed since the last build are written again, and only they.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.site_archive import SiteArchive

Options = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ViewContext:
    """What the node-making half of a view may ask.

    *docname* is the document that is written, *page* the one that the view stands on; they differ where
    a builder puts several documents in one.
    """

    builder: Builder
    docname: str
    page: str
    archive: SiteArchive

    @property
    def language(self) -> str:
        """The language of the archive's pages."""
        return str(self.builder.config.language)

    def reference(
        self, page: str, *content: nodes.Node, anchor: str = "", classes: tuple[str, ...] = ()
    ) -> nodes.Element:
        """Give a link to *page*, to *anchor* on it."""
        uri = self.builder.get_relative_uri(self.docname, page) + (f"#{anchor}" if anchor else "")
        return nodes.reference("", "", *content, internal=True, refuri=uri, classes=list(classes))

    def output_uri(self, path: str) -> str:
        """Give the address of a file by its path from the root of the output."""
        folder = self.builder.get_relative_uri(self.docname, self.builder.config.root_doc).rpartition("/")[0]
        return f"{folder}/{path}" if folder else path

    def text_link(self, page: str, text: str, anchor: str = "", classes: tuple[str, ...] = ()) -> nodes.Element:
        """Give a link to *page* that reads *text*."""
        return self.reference(page, nodes.Text(text), anchor=anchor, classes=classes)


@dataclass(frozen=True, slots=True)
class View:
    """A view by name: *collect* gives data that compare by ``repr``, *build* makes nodes of them."""

    name: str
    collect: Callable[[SiteArchive, str, Options], Any]
    build: Callable[[ViewContext, Any], list[nodes.Node]]


VIEWS: dict[str, View] = {}


def register(view: View) -> None:
    """Make *view* available to placeholders."""
    VIEWS[view.name] = view


class view_placeholder(nodes.General, nodes.Element):  # noqa: N801  (docutils names its nodes so)
    """Stands where a view will be; ``view`` is its name, ``options`` are those of the directive."""


def placeholder(env: BuildEnvironment, name: str, **options: Any) -> view_placeholder:
    """Give a placeholder for the view *name*, and note that the current page holds it."""
    council_domain(env).note_view(env.docname, name, options)
    return view_placeholder("", view=name, options=options, docname=env.docname)


def _fill_placeholders(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the nodes of each view in the place of its placeholder.

    *doctree* may hold several documents (LaTeX, single HTML): a placeholder knows its own.
    """
    found = list(doctree.findall(view_placeholder))
    if not found:
        return
    archive = archive_of(app.env)
    for node in found:
        view = VIEWS[node["view"]]
        context = ViewContext(app.builder, docname, node["docname"], archive)
        node.replace_self(view.build(context, view.collect(archive, node["docname"], node["options"])))


def _pages_with_new_data(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give the pages on which a view shows other data than in the last build by the same builder."""
    domain = council_domain(env)
    domain.archive = None
    state = domain.state()
    known, before = domain.view_states.get(app.builder.name, ("", {}))
    if known == state:
        return []
    archive = archive_of(env)
    after: dict[str, str] = {}
    for docname, views in sorted(domain.views.items()):
        data = [VIEWS[name].collect(archive, docname, options) for name, options in views]
        after[docname] = hashlib.sha256(repr(data).encode()).hexdigest()
    domain.view_states[app.builder.name] = (state, after)
    return [docname for docname, digest in after.items() if before.get(docname) != digest]


def setup(app: Sphinx) -> None:
    """Register placeholders and their filling."""
    app.add_node(view_placeholder)
    app.connect("doctree-resolved", _fill_placeholders)
    app.connect("env-updated", _pages_with_new_data)
