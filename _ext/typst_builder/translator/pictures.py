"""Pictures and figures."""

from __future__ import annotations

import re

from docutils import nodes
from docutils.nodes import Element
from safe_pictures.raster_pictures import PictureError

from ..literals import length, string, truth
from ..print_pictures import SHOWN_AT
from .code_writer import block, classes_of
from .node_kinds import is_picture, words_for
from .text import TextTranslator

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|cm|mm|in|%)?")
_POINTS = {"px": 72 / SHOWN_AT, "": 72 / SHOWN_AT, "pt": 1.0, "cm": 28.3465, "mm": 2.83465, "in": 72.0}
"""Points in each unit that a width may have."""
LONG_CAPTION = 600
"""A caption of more letters may go on on the next page; others stay with their picture."""


class PictureNodes(TextTranslator):
    """Visitors of pictures; every one bears a text for those who do not see it."""

    def visit_figure(self, node: Element) -> None:
        captions = [child for child in node.children if isinstance(child, nodes.caption | nodes.legend)]
        shown = [child for child in node.children if child not in captions]
        before = len(self.translation.pictures)
        body = block(self.statements(*shown))
        function = "pictured" if len(self.translation.pictures) > before else "captioned"
        said = block([part for one in captions for part in self.statements(*one.children)]) if captions else "none"
        is_long = sum(len(caption.astext()) for caption in captions) > LONG_CAPTION
        name = self.name_of(node)
        settings = f"caption: {said}, width: {_width(node)}, long: {truth(is_long)}"
        made = f"{function}({classes_of(node)}, {body}, {settings})"
        self.add(f"labelled({string(name)}, {made})" if name else made)
        raise nodes.SkipNode

    def visit_image(self, node: Element) -> None:
        """A picture in a line is no taller than it may be there; a broken one is told by its words."""
        if self._in_title:
            self._set_aside.append(node)
            raise nodes.SkipNode
        self._buffer += self.marks(node)
        source = str(node["uri"])
        words = self.printable(words_for(node), node)
        if "://" in source or source.startswith("data:"):
            self.add(f"outward({string(source)}, {string(words)})" if "://" in source else f"emph({string(words)})")
            raise nodes.SkipNode
        try:
            picture = self.pictures.prepare(self.builder.srcdir / source)
        except PictureError as error:
            message = f"the picture {source!r} cannot be read ({error}); save it anew as JPEG or PNG"
            self.problem("picture", message, node)
            self.add(f"missing-picture({string(words)})")
            raise nodes.SkipNode from None
        self.translation.pictures.append(picture.name)
        if source.lower().endswith(".svg") and not picture.name.endswith(".svg"):
            message = f"the drawing {source!r} is printed in pixels, as no book can hold it; save its text as paths"
            self.problem("picture", message, node)
        function = "inline-picture" if _stands_in_a_line(node) else "picture"
        if isinstance(node.parent, nodes.reference) and function == "picture":
            function = "linked-picture"
        size = f"width: {length(picture.width)}, height: {length(picture.height)}, wanted: {_width(node)}"
        self.add(f"{function}({string(f'/pictures/{picture.shown}')}, {string(words)}, {size})")
        raise nodes.SkipNode


def _stands_in_a_line(image: Element) -> bool:
    """Whether there is anything but pictures in the line of text that *image* stands in."""
    around: Element | None = image.parent
    while isinstance(around, nodes.Inline):
        around = around.parent
    return isinstance(around, nodes.TextElement) and not all(map(is_picture, around.children))


def _width(node: Element) -> str:
    """Give the width that the source asks for, as a length or a share; or ``none``."""
    found = _NUMBER.fullmatch(str(node.get("width", "")).strip())
    if found is None or not float(found[1]):
        return "none"
    if found[2] == "%":
        return f"{min(float(found[1]), 100.0):g}%"
    return length(float(found[1]) * _POINTS[found[2] or ""])
