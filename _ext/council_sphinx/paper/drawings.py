"""The drawings of views on paper: a timeline as an SVG picture, in the colours of the book."""

from __future__ import annotations

from sphinx.application import Sphinx
from typst_builder.literals import string
from typst_builder.translator import TypstTranslator

from council_sphinx.views.charts.timeline import BASE, HEIGHT, WIDTH, drawing, timeline

_ACCENT = "ACCENT"
"""Stands for the colour that the book is set in, which Typst knows: so a document is translated once for all colours."""
_PRINTED = (
    f'viewBox="0 {BASE - 12} {WIDTH} {HEIGHT - BASE + 12}" xmlns="http://www.w3.org/2000/svg" fill="{_ACCENT}" '
    'stroke="#666" stroke-width="0.5" font-family="Source Sans 3" font-size="12" text-anchor="middle"'
)
"""Looks for print, which has no style sheet."""


def _print(translator: TypstTranslator, node: timeline) -> None:
    before, _, after = drawing(node["marks"], node["last"], root=_PRINTED, linked=False).partition(_ACCENT)
    picture = f"bytes({string(before)} + accent.to-hex() + {string(after)})"
    translator.add(f'image({picture}, format: "svg", width: 100%, alt: {string(node["label"])})')


def _depart(translator: TypstTranslator, node: timeline) -> None:
    """Nothing is left open."""


def setup(app: Sphinx) -> None:
    """Print timelines."""
    app.add_node(timeline, override=True, typst=(_print, _depart))
