"""Charts as nodes: drawn in pages, left out by other builders; the words beside each say the same."""

from __future__ import annotations

from html import escape

from sphinx.application import Sphinx

from council_sphinx.views.elements import add_ornament, ornament

TARGET = 13
"""Half of what a finger needs, in pixels, and a little more, as browsers round."""


class chart(ornament):  # noqa: N801  (docutils names its nodes so)
    """A drawing."""


def link(uri: str, title: str, *shapes: str) -> str:
    """Give *shapes* that lead to *uri*; *title* tells where, to eyes and ears."""
    told = escape(title)
    return f'<a href="{escape(uri)}"><title>{told}</title>{"".join(shapes)}</a>'


def drawing(name: str, height: int, label: str, *shapes: str) -> chart:
    """Give a drawing as wide as the text; *label* says in words what it shows, *name* is its class."""
    root = f'role="group" width="100%" height="{height}" aria-label="{escape(label)}"'
    return chart("", html=f'<svg class="{name}" {root}>{"".join(shapes)}</svg>\n')


def setup(app: Sphinx) -> None:
    """Register the node."""
    add_ornament(app, chart)
