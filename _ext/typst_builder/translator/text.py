"""The core of the translator: text, emphasis, links, headings, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from docutils import nodes
from docutils.nodes import Element, Node
from sphinx.builders import Builder
from sphinx.util.docutils import SphinxTranslator

from ..glyphs import Glyphs
from ..literals import array, string
from ..print_pictures import PrintPictures
from ..translation import Problem, Translation

MOST_NESTED = 14
"""Deeper lists, quotations and emphasis keep their text but nest no further: Typst's layout ends at 72 levels."""
SCREEN_ONLY = "screen-only"
"""Nodes of this class are left out of print."""
_SPACE = re.compile(r"[ \t\n\r]+")


class TextTranslator(SphinxTranslator):
    """Writes expressions into a buffer; the mixins beside this file add the other families of nodes."""

    def __init__(
        self, document: nodes.document, builder: Builder, docname: str, glyphs: Glyphs, pictures: PrintPictures
    ) -> None:
        super().__init__(document, builder)
        self.docname = docname
        self.glyphs = glyphs
        self.pictures = pictures
        self.translation = Translation()
        self._buffer: list[str] = []
        self._depth = 0
        self._section_level = 0
        self._in_title = False

    # -- writing ----------------------------------------------------------------------------------------

    def add(self, code: str) -> None:
        """Add an expression whose value is content, a string or nothing."""
        self._buffer.append(code)

    def statements(self, *children: Node) -> list[str]:
        """Give the expressions of *children*."""
        outer, self._buffer = self._buffer, []
        for child in children:
            child.walkabout(self)
        made, self._buffer = self._buffer, outer
        return made

    def content(self, node: Element) -> str:
        """Give the children of *node* as a block, which is content even where there are none."""
        return block(self.statements(*node.children))

    def call(self, function: str, node: Element, *arguments: str) -> NoReturn:
        """Add a call of *function* with the children of *node* as its last argument; they are done with it."""
        with self.deeper() as room:
            made = [*self.marks(node), *self.statements(*node.children)]
        if room:
            self.add(f"{function}({', '.join([*arguments, block(made)])})")
        else:
            self._buffer += made
        raise nodes.SkipNode

    @contextmanager
    def deeper(self) -> Iterator[bool]:
        """Go one level deeper; tell whether there is room for it, or the content must stay flat."""
        self._depth += 1
        yield self._depth <= MOST_NESTED
        self._depth -= 1

    def pass_through(self, node: Element) -> NoReturn:
        """Add the children of *node* as they are."""
        self._buffer += [*self.marks(node), *self.statements(*node.children)]
        raise nodes.SkipNode

    # -- names and problems -----------------------------------------------------------------------------

    def marks(self, node: Element) -> list[str]:
        """Give the code that makes *node* a place to link to, at the start of its content."""
        name = self.name_of(node)
        return [f"mark({string(name)})"] if name else []

    def name_of(self, node: Element) -> str:
        """Give the name that bears the label of *node*, its other ids noted as leading there; or nothing."""
        names = [f"{self.docname}#{id_}" for id_ in node["ids"]]
        new = [name for name in names if name not in self.translation.anchors]
        for name in new:
            self.translation.anchors[name] = new[0]
        return new[0] if new else ""

    def problem(self, subtype: str, message: str, node: Node) -> None:
        """Note a warning at the line of *node*."""
        problem = Problem(subtype, message, line_of(node))
        if problem not in self.translation.problems:
            self.translation.problems.append(problem)

    def dispatch_visit(self, node: Node) -> None:
        """Leave out what is for the screen alone."""
        if isinstance(node, Element) and SCREEN_ONLY in node["classes"]:
            raise nodes.SkipNode
        super().dispatch_visit(node)

    def unknown_visit(self, node: Node) -> None:
        """Keep the text of a node that no visitor knows; the builder warns of its type once."""
        self.translation.unknown.setdefault(type(node).__name__, line_of(node))

    def unknown_departure(self, node: Node) -> None:
        """The children were all there was."""

    # -- text -------------------------------------------------------------------------------------------

    def printable(self, text: str, node: Node) -> str:
        """Give *text* as the fonts can show it."""
        shown, missing = self.glyphs.printable(text)
        for character in sorted(missing):
            code = f"U+{ord(character):04X}"
            message = f"no font of the book has the character {character!r}; [{code}] stands for it"
            self.problem("glyph", message, node)
        return shown

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802  (docutils names it so)
        """Quotation marks are set as the language has them."""
        text = self.printable(_SPACE.sub(" ", node.astext()), node)
        for number, part in enumerate(text.split('"')):
            if number:
                self.add("smartquote()")
            if part:
                self.add(string(part))

    def depart_Text(self, node: nodes.Text) -> None:  # noqa: N802
        """Nothing is left open."""

    def visit_emphasis(self, node: Element) -> None:
        self.call("emph", node)

    def visit_strong(self, node: Element) -> None:
        self.call("strong", node)

    def visit_subscript(self, node: Element) -> None:
        self.call("sub", node)

    def visit_superscript(self, node: Element) -> None:
        self.call("super", node)

    def visit_literal(self, node: Element) -> None:
        """Code, and all that is written as such."""
        self._buffer += self.marks(node)
        self.add(f"raw({string(self.printable(_SPACE.sub(' ', node.astext()), node))})")
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
        self.call("emph", node)

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
            self.add(f"mark({string(self.docname)})")

    def depart_document(self, node: Element) -> None:
        """Put the code together."""
        self.translation.code = block(self._buffer)

    def visit_section(self, node: Element) -> None:
        self._section_level += 1

    def depart_section(self, node: Element) -> None:
        self._section_level -= 1

    def visit_title(self, node: Element) -> None:
        """A heading, in whose text the section's names stand; the title of anything else is a line of its own."""
        if not isinstance(node.parent, nodes.section):
            self.call("caption-line", node)
        self._in_title = True
        body = self.content(node)
        self._in_title = False
        if not self.glyphs.printable(node.astext())[0].strip():
            body = block([body, string("—")])  # PDF/UA allows no heading without a text
        heading = f"heading(level: level + {self._section_level - 1}, {body})"
        name = self.name_of(node.parent)
        self.add(f"labelled({string(name)}, {heading})" if name else heading)
        raise nodes.SkipNode

    def visit_subtitle(self, node: Element) -> None:
        self.call("caption-line", node)

    def visit_rubric(self, node: Element) -> None:
        self.call("caption-line", node)

    def visit_transition(self, node: Element) -> None:
        """The rule above notes goes with them to the foot of the page."""
        if "footnotes" not in node["classes"]:
            self.add("rule()")
        raise nodes.SkipNode

    def visit_paragraph(self, node: Element) -> None:
        if _is_alone(node) or all(map(is_picture, node.children)):
            self.pass_through(node)
        if node["classes"]:
            self.call("styled", node, classes_of(node), "wrap: par")
        self.call("par", node)


def block(statements: list[str]) -> str:
    """Give *statements* as a block; empty content stands first, as a block of nothing would be no content."""
    return "{[];" + ";".join(statements) + "}"


def line_of(node: Node) -> int:
    """Give the line of *node*, or of what it stands in."""
    around: Node | None = node
    while around is not None:
        if around.line:
            return around.line
        around = around.parent
    return 0


def classes_of(node: Element) -> str:
    """Give the classes of *node* as a Typst array."""
    return array(string(name) for name in node["classes"])


def is_picture(node: Node) -> bool:
    """Whether *node* is a picture, or a link that shows nothing but one."""
    if isinstance(node, nodes.reference) and len(node.children) == 1:
        return isinstance(node[0], nodes.image)
    return isinstance(node, nodes.image)


def _is_alone(node: Element) -> bool:
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
