"""A button that copies, on the pages of a site: it needs the script ``_static/citation.js``, and shows with it alone.

It is there from the beginning, so that nothing moves when the script begins; the style sheet hides it where none runs.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import _


class copy_button(nodes.Inline, nodes.Element):  # noqa: N801  (docutils names its nodes so)
    """Copies the text of the element with the id ``copies``, or the address of the page where that is empty."""


def copy_button_for(copies: str, label: str = "", told: str = "", name: str = "") -> copy_button:
    """Give a button that reads *label*, and *told* once it has copied; *name* tells it apart to those who do not see it."""
    label, told = label or str(_("Copy")), told or str(_("Copied"))
    return copy_button("", copies=copies, label=label, told=told, name=name)


def _visit(translator: HTML5Translator, node: copy_button) -> None:
    attributes = {"type": "button", "data-copies": node["copies"], "data-told": node["told"]}
    if node["name"]:
        attributes["aria-label"] = f"{node['label']}: {node['name']}"
    translator.body.append(translator.starttag(node, "button", "", CLASS="button copy-button", **attributes))
    translator.body.append(f"{translator.encode(node['label'])}</button>")


def _depart(translator: HTML5Translator, node: copy_button) -> None:
    """Nothing is left open."""


def _leave_out(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leave buttons out where nothing can be pressed."""
    if app.builder.format != "html":
        for node in list(doctree.findall(copy_button)):
            node.parent.remove(node)


def setup(app: Sphinx) -> None:
    """Register the node."""
    app.add_node(copy_button, html=(_visit, _depart))
    app.connect("doctree-resolved", _leave_out, priority=900)
