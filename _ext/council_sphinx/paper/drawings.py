"""The drawings of views on paper: a timeline as an SVG picture with looks of its own."""

from __future__ import annotations

from sphinx.application import Sphinx
from typst_builder.literals import string
from typst_builder.translator import TypstTranslator

from council_sphinx.views.timeline import BASE, HEIGHT, WIDTH, drawing, timeline

_PRINTED = (
    f'viewBox="0 {BASE - 16} {WIDTH} {HEIGHT - BASE + 16}" xmlns="http://www.w3.org/2000/svg" fill="#7a1f3d" '
    'stroke="#666" stroke-width="0.5" font-family="Source Sans 3" font-size="12" text-anchor="middle"'
)
"""Looks for print, which has no style sheet."""


def _print(translator: TypstTranslator, node: timeline) -> None:
    picture = drawing(node["dates"], node["label"], _PRINTED)
    translator.add(f'image(bytes({string(picture)}), format: "svg", width: 100%, alt: {string(node["label"])})')


def _depart(translator: TypstTranslator, node: timeline) -> None:
    """Nothing is left open."""


def setup(app: Sphinx) -> None:
    """Print timelines."""
    app.add_node(timeline, override=True, typst=(_print, _depart))
