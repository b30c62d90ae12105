"""Links: within the book they tell the page that they lead to."""

from __future__ import annotations

import re

from docutils import nodes
from docutils.nodes import Element

from ..literals import string, truth
from .text import TextTranslator

NO_PAGE = "no-page"
"""References of this class do not tell the page that they lead to."""
WORD_JOINER = "\u2060"
"""Keeps a link and what follows it on one line: Typst 0.15 fails where a line ends at the very end of some links."""
_NEVER_FIRST = frozenset(".,;:!?)]}»”’%")
"""No line begins with these anyway."""
_OUTSIDE = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)


class LinkNodes(TextTranslator):
    """Visitors of references."""

    _in_link = False
    """Whether the visitor is in a link, which holds no other."""

    def visit_reference(self, node: Element) -> None:
        """Within the book a link tells its page; in a title there is none, as contents would repeat it, nor in a link."""
        address = node.get("refuri", "")
        if "refid" in node:
            name = f"{self.docname}#{node['refid']}"
        elif address.startswith("#"):
            name = f"{self.docname}{address}"
        else:
            name = address.removeprefix("%")
        if (
            self._in_title
            or self._in_link
            or not node.children
            or (_OUTSIDE.match(address) is None and node.get("internal") is False)
        ):
            self.pass_through(node)
        self._in_link = True
        try:
            if _OUTSIDE.match(address):
                self.call("outward", node, string(address))
            self.translation.references.append(name)
            elsewhere = name.partition("#")[0] != self.docname and NO_PAGE not in node["classes"]
            self.call("to", node, string(name), truth(elsewhere))
        finally:
            self._in_link = False
            if self._is_joined(node):
                self.add(string(WORD_JOINER))

    def visit_number_reference(self, node: Element) -> None:
        self.visit_reference(node)

    def _is_joined(self, link: Element) -> bool:
        """Whether what is printed behind *link* in its block might begin a line of its own."""
        node: nodes.Node = link
        while isinstance(node, nodes.Inline) and node.parent is not None:
            siblings = node.parent.children
            for sibling in siblings[siblings.index(node) + 1 :]:
                if isinstance(sibling, nodes.image):
                    return True
                for text in sibling.findall(nodes.Text):
                    if shown := self.glyphs.printable(text.astext())[0]:
                        return not (shown[0].isspace() or shown[0] in _NEVER_FIRST)
            node = node.parent
        return False
