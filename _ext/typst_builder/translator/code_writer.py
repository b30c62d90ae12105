"""Writing Typst: expressions in a buffer, blocks of a document, names of places, problems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from docutils import nodes
from docutils.nodes import Element, Node
from sphinx.builders import Builder
from sphinx.util.docutils import SphinxTranslator

from ..glyphs import Glyphs, breakable
from ..literals import array, string
from ..print_pictures import PrintPictures
from ..translation import Block, Problem, Translation
from .node_kinds import SCREEN_ONLY, line_of, plain_text

MOST_NESTED = 14
"""Deeper lists, quotations and emphasis keep their text but nest no further: Typst's layout ends at 72 levels."""


class CodeWriter(SphinxTranslator):
    """Writes expressions into a buffer; its subclasses add the visitors, a family of nodes each."""

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
        self._in_block = False
        self._set_aside: list[Element] = []
        """Pictures of a title, which stand below it: contents repeat what a heading holds."""

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
        around = node.parent
        if (
            isinstance(around, nodes.document | nodes.section)
            and not self._in_block
            and not isinstance(node, nodes.section)
        ):
            self._add_block(node)
            raise nodes.SkipNode
        super().dispatch_visit(node)

    def _add_block(self, node: Node) -> None:
        """Add the code of a block, and that of its text alone, which has the same places."""
        before = len(self.translation.anchors)
        self._in_block = True
        code = self.statements(node)
        self._in_block = False
        if code:
            new = list(self.translation.anchors.items())[before:]
            places = ";".join(f"mark({string(name)})" for name, bearer in new if name == bearer)
            self.translation.code.append(";".join(code))
            self.translation.blocks.append(Block(line_of(node), places, ";".join(self._plain(node))))

    def _plain(self, node: Node) -> list[str]:
        """Give the code of the text of *node*, line by line."""
        lines = [string(breakable(self.glyphs.printable(line)[0])) for line in plain_text(node, self.document)]
        if isinstance(node, nodes.title):
            return [f"heading(level: level + {self._section_level - 1}, {' + '.join(lines) or string('—')})"]
        return [f"par({line})" for line in lines]

    def unknown_visit(self, node: Node) -> None:
        """Keep the text of a node that no visitor knows; the builder warns of its type once."""
        self.translation.unknown.setdefault(type(node).__name__, line_of(node))

    def unknown_departure(self, node: Node) -> None:
        """The children were all there was."""

    def printable(self, text: str, node: Node) -> str:
        """Give *text* as the fonts can show it."""
        shown, missing = self.glyphs.printable(text)
        for character in sorted(missing):
            code = f"U+{ord(character):04X}"
            message = f"no font of the book has the character {character!r}; [{code}] stands for it"
            self.problem("glyph", message, node)
        return shown


def block(statements: list[str]) -> str:
    """Give *statements* as a block; empty content stands first, as a block of nothing would be no content."""
    return "{[];" + ";".join(statements) + "}"


def classes_of(node: Element) -> str:
    """Give the classes of *node* as a Typst array."""
    return array(string(name) for name in node["classes"])
