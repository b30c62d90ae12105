"""Questions to nodes that several families of visitors ask: where they stand, what they show, what they say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from docutils import nodes
from docutils.nodes import Element, Node

LONGEST_LEAD = 400
"""A paragraph of more letters may stand apart from the list or quotation that it leads up to."""
_LED_UP_TO = (nodes.bullet_list, nodes.enumerated_list, nodes.block_quote, nodes.table, nodes.definition_list)
SCREEN_ONLY = "screen-only"
"""Nodes of this class are left out of print."""


def plain_text(node: Node, document: nodes.document) -> Iterator[str]:
    """Give the text of *node* in lines, with the words of its pictures and the notes that it refers to."""
    if isinstance(node, nodes.Invisible | nodes.raw) or (isinstance(node, Element) and SCREEN_ONLY in node["classes"]):
        return
    if isinstance(node, nodes.image):
        yield words_for(node)
    elif isinstance(node, nodes.TextElement):
        notes = [document.ids.get(one["refid"]) for one in node.findall(nodes.footnote_reference) if "refid" in one]
        for part in (node, *filter(None, notes)):
            yield from filter(None, (" ".join(line.split()) for line in part.astext().splitlines()))
    else:
        for child in node.children:
            yield from plain_text(child, document)


def line_of(node: Node) -> int:
    """Give the line of *node*, or of what it stands in."""
    around: Node | None = node
    while around is not None:
        if around.line:
            return around.line
        around = around.parent
    return 0


def words_for(image: Element) -> str:
    """Give the alternative text: what the source says, else the caption, else the name of the file."""
    if image.get("alt", "").strip():
        return str(image["alt"])
    figure: nodes.Node | None = image.parent
    while figure is not None and not isinstance(figure, nodes.figure):
        figure = figure.parent
    caption = next(iter(figure.findall(nodes.caption)), None) if figure is not None else None
    return caption.astext() if caption is not None else posixpath.basename(str(image["uri"]))


def is_picture(node: Node) -> bool:
    """Whether *node* is a picture, or emphasis or a link that shows nothing but pictures."""
    if isinstance(node, nodes.Inline) and isinstance(node, nodes.TextElement) and node.children:
        return all(map(is_picture, node.children))
    return isinstance(node, nodes.image)


def is_alone(node: Element) -> bool:
    """Whether a paragraph is all the text of a cell, a definition or a point of a list, which needs no paragraph."""
    parent = node.parent
    if isinstance(parent, nodes.list_item):
        return is_compact(parent.parent)
    if not isinstance(parent, nodes.entry | nodes.definition | nodes.field_body | nodes.description | nodes.footnote):
        return False
    return sum(not isinstance(child, nodes.label) for child in parent.children) == 1


def is_compact(points: Element) -> bool:
    """Whether each point of a list is one paragraph, other lists below it apart."""
    lists = (nodes.bullet_list, nodes.enumerated_list)
    return all(
        sum(isinstance(child, nodes.paragraph) for child in point.children) <= 1
        and all(isinstance(child, (nodes.paragraph, *lists)) for child in point.children)
        for point in points.children
        if isinstance(point, nodes.list_item)
    )


def leads_up(paragraph: Element) -> bool:
    """Whether a paragraph of few words, in the running text, ends with a colon, and what it leads up to follows it."""
    around, text = paragraph.parent, paragraph.astext().rstrip()
    if not text.endswith(":") or len(text) > LONGEST_LEAD or not isinstance(around, nodes.section):
        return False
    return isinstance(paragraph.next_node(descend=False, siblings=True), _LED_UP_TO)
