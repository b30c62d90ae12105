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
"""Keeps a word whole that goes on behind a link: Typst 0.15 fails where it would hyphenate at the very end of one."""
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
            if self._word_goes_on(node):
                self.add(string(WORD_JOINER))

    def visit_number_reference(self, node: Element) -> None:
        self.visit_reference(node)

    def _word_goes_on(self, link: Element) -> bool:
        """Whether the text that is printed behind *link* begins within a word."""
        own = {id(text) for text in link.findall(nodes.Text)}
        for text in link.findall(nodes.Text, siblings=True, ascend=True):
            shown = "" if id(text) in own else self.glyphs.printable(text.astext())[0]
            if shown:
                return shown[0].isalnum()
        return False
