"""What "On this page" lists: the sections of a page as it is shown, those of its views included.

Sphinx makes its list when a page is read, when views are placeholders still.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.views.elements import PART

ENOUGH = 2
"""So many sections below the title are worth a list."""


def _list_of(sections: list[nodes.section]) -> str:
    """Give the list of *sections* and of those in them; written by hand, as Sphinx's writer takes a while for each page."""
    items = "".join(_item(section["ids"][0], section) for section in sections)
    return f"<ul>{items}</ul>" if items else ""


def _item(anchor: str, section: nodes.section) -> str:
    link = f'<a class="reference internal" href="#{escape(anchor)}">{escape(_title(section))}</a>'
    return f"<li>{link}{_list_of(list(_sections(section)))}</li>"


def _title(section: nodes.section) -> str:
    """Give the title of *section* without the marks of its notes."""
    texts = section[0].findall(nodes.Text)
    return "".join(text.astext() for text in texts if not isinstance(text.parent, nodes.footnote_reference))


def _sections(parent: nodes.Element) -> Iterator[nodes.section]:
    """Give the sections of a part of the page, also those that a view has put into a container."""
    for child in parent.children:
        if isinstance(child, nodes.section):
            yield child
        elif isinstance(child, nodes.container):
            yield from _sections(child)


def _list_parts(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Make the list anew where a view has a part."""
    if doctree is None or not any(PART in section["classes"] for section in doctree.findall(nodes.section)):
        return
    page = next(doctree.findall(nodes.section))
    count = sum(1 for _section in _sections(page))
    context["toc"] = f"<ul>{_item('', page)}</ul>"
    context["display_toc"] = count >= ENOUGH
    context["furo_hide_toc"] = "hide-toc" in (context.get("meta") or {}) or count < ENOUGH


def setup(app: Sphinx) -> None:
    """Make the list after the theme has decided whether it shows one."""
    app.connect("html-page-context", _list_parts, priority=900)
