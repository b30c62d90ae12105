"""Which pages end with a line of their feeds: the home page, those of years, and those of records."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.pages.authority_pages import record_of
from council_sphinx.views.feed_links import FeedLinks
from council_sphinx.views.placeholder import placeholder


def _links_on(env: BuildEnvironment, docname: str) -> FeedLinks | None:
    folder, _, name = docname.rpartition("/")
    if folder == env.config.archive_years and name.isdecimal():
        return FeedLinks(int(name))
    return FeedLinks() if docname == env.config.root_doc or record_of(env, docname) else None


def _add_line(app: Sphinx, doctree: nodes.document) -> None:
    links = _links_on(app.env, app.env.docname)
    if links is not None:
        section = next(doctree.findall(nodes.section), None)
        (doctree if section is None else section).append(placeholder(app.env, links))


def setup(app: Sphinx) -> None:
    """Register the handler."""
    app.connect("doctree-read", _add_line)
