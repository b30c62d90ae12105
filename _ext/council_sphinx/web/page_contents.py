"""What "On this page" lists: the sections of a page as it is shown, those of its views included.

Sphinx makes its list when a page is read, when views are placeholders still.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import compact_paragraph
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxContentsFilter

from council_sphinx.views.elements import PART

ENOUGH = 2
"""So many sections below the title are worth a list."""


def _contents(document: nodes.document, parent: nodes.Element) -> list[nodes.list_item]:
    return [_item(document, section) for section in _sections(parent)]


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    """Give the sections of a part of the page, also those that a view has put into a container."""
    for child in parent.children:
        if isinstance(child, nodes.section):
            yield child
        elif isinstance(child, nodes.container):
            yield from _sections(child)


def _item(document: nodes.document, section: nodes.section) -> nodes.list_item:
    title = SphinxContentsFilter(document)
    section[0].walkabout(title)
    text = cast("list[nodes.Node]", title.get_entry_text())
    link = nodes.reference("", "", *text, internal=True, refuri=f"#{section['ids'][0]}")
    item = nodes.list_item("", compact_paragraph("", "", link))
    below = _contents(document, section)
    if below:
        item += nodes.bullet_list("", *below)
    return item


def _list_parts(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Make the list anew where a view has a part."""
    if doctree is None or not any(PART in section["classes"] for section in doctree.findall(nodes.section)):
        return
    title = next(doctree.findall(nodes.section))
    items = _contents(doctree, title)
    page = nodes.bullet_list(
        "", nodes.list_item("", compact_paragraph("", "", _top(title)), nodes.bullet_list("", *items))
    )
    context["toc"] = cast("StandaloneHTMLBuilder", app.builder).render_partial(page)["fragment"]
    context["display_toc"] = len(items) >= ENOUGH
    context["furo_hide_toc"] = "hide-toc" in (context.get("meta") or {}) or len(items) < ENOUGH


def _top(title: nodes.section) -> nodes.reference:
    return nodes.reference("", title[0].astext(), internal=True, refuri="#")


def setup(app: Sphinx) -> None:
    """Make the list after the theme has decided whether it shows one."""
    app.connect("html-page-context", _list_parts, priority=900)
