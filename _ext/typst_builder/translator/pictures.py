"""Pictures and figures."""

from __future__ import annotations

import posixpath
import re

from docutils import nodes
from docutils.nodes import Element

from ..literals import length, string
from ..print_pictures import SHOWN_AT, PictureError
from .text import TextTranslator, block, classes_of, is_picture

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(px|pt|cm|mm|in|%)?")
_POINTS = {"px": 72 / SHOWN_AT, "": 72 / SHOWN_AT, "pt": 1.0, "cm": 28.3465, "mm": 2.83465, "in": 72.0}
"""Points in each unit that a width may have."""


class PictureNodes(TextTranslator):
    """Visitors of pictures; every one bears a text for those who do not see it."""

    def visit_figure(self, node: Element) -> None:
        captions = [child for child in node.children if isinstance(child, nodes.caption | nodes.legend)]
        shown = [child for child in node.children if child not in captions]
        body = block(self.statements(*shown))
        said = block([part for one in captions for part in self.statements(*one.children)]) if captions else "none"
        name = self.name_of(node)
        made = f"pictured({classes_of(node)}, {body}, caption: {said}, width: {_width(node)})"
        self.add(f"labelled({string(name)}, {made})" if name else made)
        raise nodes.SkipNode

    def visit_image(self, node: Element) -> None:
        """A picture in a line is no taller than it may be there; a broken one is told by its words."""
        self._buffer += self.marks(node)
        source = str(node["uri"])
        words = self.printable(_words_for(node), node)
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
        function = "inline-picture" if _stands_in_a_line(node) else "picture"
        if isinstance(node.parent, nodes.reference) and function == "picture":
            function = "linked-picture"
        size = f"width: {length(picture.width)}, height: {length(picture.height)}, wanted: {_width(node)}"
        self.add(f"{function}({string(f'/pictures/{picture.name}')}, {string(words)}, {size})")
        raise nodes.SkipNode


def _stands_in_a_line(image: Element) -> bool:
    """Whether there is anything but pictures in the line of text that *image* stands in."""
    around: Element | None = image.parent
    while isinstance(around, nodes.reference):
        around = around.parent
    return isinstance(around, nodes.TextElement) and not all(map(is_picture, around.children))


def _words_for(image: Element) -> str:
    """Give the alternative text: what the source says, else the caption, else the name of the file."""
    if image.get("alt", "").strip():
        return str(image["alt"])
    figure: nodes.Node | None = image.parent
    while figure is not None and not isinstance(figure, nodes.figure):
        figure = figure.parent
    caption = next(iter(figure.findall(nodes.caption)), None) if figure is not None else None
    return caption.astext() if caption is not None else posixpath.basename(str(image["uri"]))


def _width(node: Element) -> str:
    """Give the width that the source asks for, as a length or a share; or ``none``."""
    found = _NUMBER.fullmatch(str(node.get("width", "")).strip())
    if found is None or not float(found[1]):
        return "none"
    if found[2] == "%":
        return f"{min(float(found[1]), 100.0):g}%"
    return length(float(found[1]) * _POINTS[found[2] or ""])
