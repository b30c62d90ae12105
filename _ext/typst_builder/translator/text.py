"""The translator's visitors of text, emphasis, headings and paragraphs."""

from __future__ import annotations

import re
from typing import NoReturn

from docutils import nodes
from docutils.nodes import Element

from ..glyphs import breakable
from ..literals import string, truth
from ..translation import Block
from .code_writer import CodeWriter, block, classes_of
from .node_kinds import is_alone, is_picture, leads_up, words_for

MOST_TOGETHER = 300
"""A line of more letters may be parted from what it is the title of."""
_SPACE = re.compile(r"[ \t\n\r]+")


class TextTranslator(CodeWriter):
    """Visitors of what all documents have."""

    # -- text -------------------------------------------------------------------------------------------

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802  (docutils names it so)
        """Quotation marks are set as the language has them."""
        text = self.printable(_SPACE.sub(" ", node.astext()), node)
        for number, part in enumerate(text.split('"')):
            if number:
                self.add("smartquote()")
            if part:
                self.add(string(breakable(part)))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802
        """Nothing is left open."""

    def visit_emphasis(self, node: Element) -> None:
        self._emphasise("emph", node)

    def visit_strong(self, node: Element) -> None:
        self._emphasise("strong", node)

    def visit_subscript(self, node: Element) -> None:
        self._emphasise("sub", node)

    def visit_superscript(self, node: Element) -> None:
        self._emphasise("super", node)

    def _emphasise(self, function: str, node: Element) -> NoReturn:
        """Set text apart; a picture is not, as one that stands by itself is a block, and no block stands in a line."""
        if is_picture(node):
            self.pass_through(node)
        self.call(function, node)

    def visit_literal(self, node: Element) -> None:
        """Code, and all that is written as such."""
        self._buffer += self.marks(node)
        self.add(f"raw({string(breakable(self.printable(_SPACE.sub(' ', node.astext()), node)))})")
        raise nodes.SkipNode

    visit_math = visit_literal

    def visit_inline(self, node: Element) -> None:
        if node["classes"]:
            self.call("styled", node, classes_of(node))
        self.pass_through(node)

    def visit_abbreviation(self, node: Element) -> None:
        """What the screen tells in a hint stands in parentheses."""
        self._buffer += [*self.marks(node), *self.statements(*node.children)]
        if node.get("explanation"):
            self.add(string(self.printable(f" ({node['explanation']})", node)))
        raise nodes.SkipNode

    visit_acronym = visit_abbreviation

    def visit_title_reference(self, node: Element) -> None:
        self._emphasise("emph", node)

    def visit_target(self, node: Element) -> None:
        self.pass_through(node)

    visit_generated = visit_problematic = visit_substitution_reference = visit_target

    # -- the outline ------------------------------------------------------------------------------------

    def visit_document(self, node: Element) -> None:
        """The name of the document is a place too: its first heading, else its start."""
        section = next((child for child in node.children if isinstance(child, nodes.section)), None)
        if section is not None and section["ids"]:
            self.translation.anchors[self.docname] = f"{self.docname}#{section['ids'][0]}"
        else:
            self.translation.anchors[self.docname] = self.docname
            mark = f"mark({string(self.docname)})"
            self.translation.code.append(mark)
            self.translation.blocks.append(Block(0, mark, ""))

    def depart_document(self, node: Element) -> None:
        """All its blocks are there."""

    def visit_section(self, node: Element) -> None:
        self._section_level += 1

    def depart_section(self, node: Element) -> None:
        self._section_level -= 1

    def visit_title(self, node: Element) -> None:
        """A heading, in whose text the section's names stand; the title of anything else is a line of its own."""
        if not isinstance(node.parent, nodes.section):
            self._caption_line(node)
        self._in_title = True
        body = self.content(node)
        self._in_title = False
        pictures, self._set_aside = self._set_aside, []
        if not self.printable("".join(node.findall(nodes.Text)), node).strip():
            words = self.printable(words_for(pictures[0]), node).strip() if pictures else ""
            body = block([body, string(words or "—")])  # PDF/UA allows no heading without a text
        heading = f"heading(level: level + {self._section_level - 1}, {body})"
        name = self.name_of(node.parent)
        self.add(f"labelled({string(name)}, {heading})" if name else heading)
        self._buffer += self.statements(*pictures)
        raise nodes.SkipNode

    def visit_subtitle(self, node: Element) -> None:
        self._caption_line(node)

    def visit_rubric(self, node: Element) -> None:
        self._caption_line(node)

    def _caption_line(self, node: Element) -> NoReturn:
        """A line that stays with what follows it: Typst fails where much stays together in lists over a page's end."""
        is_short = len(node.astext()) <= MOST_TOGETHER and next(node.findall(nodes.image), None) is None
        self.call("caption-line", node, f"together: {truth(is_short)}")

    def visit_transition(self, node: Element) -> None:
        """The rule above notes goes with them to the foot of the page."""
        if "footnotes" not in node["classes"]:
            self.add("rule()")
        raise nodes.SkipNode

    def visit_paragraph(self, node: Element) -> None:
        if is_alone(node) or all(map(is_picture, node.children)):
            self.pass_through(node)
        if node["classes"]:
            self.call("styled", node, classes_of(node), "wrap: par")
        self.call("leading-up" if leads_up(node) else "par", node)
