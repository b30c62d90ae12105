"""Pictures in the sizes in which pages show them: which have copies, and what tells a browser of them.

A figure is as wide as the text, a card's picture narrower (its node says how wide); many screens have two pixels for one.
The first picture of a page is loaded before the others.
"""

from __future__ import annotations

import posixpath
from html import escape
from urllib.parse import quote, unquote

from docutils import nodes
from safe_pictures.smaller_pictures import copy_name, copy_widths
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.views.placeholder import views_on
from council_sphinx.views.release_cards import PICTURE_WIDTH, ReleaseCards

FIGURE_WIDTHS = (640, 1280)
FIGURE_SIZES = "(max-width: 60em) 100vw, 36rem"


def wanted_copies(env: BuildEnvironment) -> dict[str, set[int]]:
    """Give the widths in which each picture that is shown smaller than it is has a copy."""
    domain, archive = council_domain(env), archive_of(env)
    copies: dict[str, set[int]] = {}
    for files in domain.pictures.values():
        for file in files.values():
            copies.setdefault(file.path, set()).update(copy_widths(file.path, file.width, FIGURE_WIDTHS))
    for docname in domain.dependencies:
        for view in views_on(env, docname):
            cards = view.collect(archive, docname) if isinstance(view, ReleaseCards) else ()
            for picture in (card.picture for card in cards if card.picture):
                widths = copy_widths(picture.path, picture.width, [PICTURE_WIDTH])
                copies.setdefault(picture.path, set()).update(widths)
    return copies


def _visit_image(translator: HTML5Translator, node: nodes.image) -> None:
    """Write an image as Sphinx does, with its copies."""
    start = len(translator.body)
    HTML5Translator.visit_image(translator, node)
    attributes = _source_set(node)
    if "loading" not in node and node.get("width"):
        attributes += ' fetchpriority="high"'
    if attributes and start < len(translator.body):
        translator.body[start:] = [piece.replace("<img ", f"<img{attributes} ", 1) for piece in translator.body[start:]]


def _source_set(node: nodes.image) -> str:
    folder, name = posixpath.split(node["uri"])
    width = str(node.get("width", ""))
    widths = copy_widths(name, float(width), node.get("copies", FIGURE_WIDTHS)) if width.isdecimal() else []
    if not widths:
        return ""
    copies = [f"{folder}/{quote(copy_name(unquote(name), narrower))} {narrower}w" for narrower in widths]
    sources = ", ".join([*copies, f"{node['uri']} {width}w"])
    return f' srcset="{escape(sources)}" sizes="{node.get("sizes", FIGURE_SIZES)}"'


def setup(app: Sphinx) -> None:
    """Write images so."""
    app.add_node(nodes.image, override=True, html=(_visit_image, HTML5Translator.depart_image))
