"""Lists, definitions, quotations, code and boxes."""

from __future__ import annotations

import re

from docutils import nodes
from docutils.nodes import Element, Node

from ..glyphs import breakable
from ..literals import string, truth
from .code_writer import block, classes_of
from .node_kinds import is_compact
from .text import TextTranslator

_NUMBERINGS = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
_AFFIX = re.compile(r"[().]?")
_LANGUAGE = re.compile(r"[a-z0-9+-]{1,20}")


class BlockNodes(TextTranslator):
    """Visitors of docutils' body elements, tables and pictures apart."""

    # -- lists ------------------------------------------------------------------------------------------

    def _list(self, function: str, node: Element, *arguments: str) -> None:
        """Add a list; where there is no room for it, its points follow each other."""
        self._buffer += self.marks(node)
        with self.deeper() as room:
            points = [
                block([*self.marks(point), *self.statements(*point.children)])
                for point in node.children
                if isinstance(point, Element)
            ]
        if points and not room:
            self.add("; parbreak(); ".join(points))
        elif points:
            tight = f"tight: {truth(is_compact(node))}"
            made = f"{function}({', '.join([tight, *arguments, *points])})"
            self.add(f"styled({classes_of(node)}, {made})" if node["classes"] else made)
        raise nodes.SkipNode

    def visit_bullet_list(self, node: Element) -> None:
        self._list("list", node)

    def visit_enumerated_list(self, node: Element) -> None:
        """The numbers are written as the source has them: ``(a)``, ``1.``, ``IV)``."""
        prefix, suffix = node.get("prefix", ""), node.get("suffix", ".")
        counter = _NUMBERINGS.get(node.get("enumtype", "arabic"), "1")
        known = _AFFIX.fullmatch(prefix) and _AFFIX.fullmatch(suffix)
        numbering = f"{prefix}{counter}{suffix}" if known else f"{counter}."
        self._list("enum", node, f"start: {int(node.get('start', 1))}", f"numbering: {string(numbering)}")

    # -- terms and what is said of them -----------------------------------------------------------------

    def visit_definition_list(self, node: Element) -> None:
        self._pairs(node, [self._definition(item) for item in node.children if isinstance(item, Element)])

    @staticmethod
    def _definition(item: Element) -> tuple[list[Node], list[Node]]:
        """Give the terms and classifiers of an item, and what is said of them."""
        heads = [child for child in item.children if isinstance(child, nodes.term | nodes.classifier)]
        return list(heads), [child for child in item.children if child not in heads]

    def visit_field_list(self, node: Element) -> None:
        self._pairs(node, [([item[0]], list(item.children[1:])) for item in node.children if isinstance(item, Element)])

    def visit_option_list(self, node: Element) -> None:
        self.visit_field_list(node)

    def visit_option_group(self, node: Element) -> None:
        self.add(f"raw({string(self.printable(node.astext(), node))})")
        raise nodes.SkipNode

    def _pairs(self, node: Element, pairs: list[tuple[list[Node], list[Node]]]) -> None:
        """Add pairs of terms and what is said of them; where there is no room for it, as they follow."""
        self._buffer += self.marks(node)
        made = []
        with self.deeper() as room:
            for heads, bodies in pairs:
                term = [part for head in heads for part in [*self.statements(head), '" "']][:-1]
                made.append((block(term), block(self.statements(*bodies))))
        if made and room:
            self.add(f"definitions({classes_of(node)}, {', '.join(f'({term}, {said})' for term, said in made)})")
        else:
            self._buffer += [part for pair in made for part in (*pair, "parbreak()")]
        raise nodes.SkipNode

    def visit_term(self, node: Element) -> None:
        self.pass_through(node)

    visit_classifier = visit_field_name = visit_term

    def visit_definition(self, node: Element) -> None:
        self.pass_through(node)

    visit_field_body = visit_description = visit_definition

    # -- quotations, verse, code ------------------------------------------------------------------------

    def visit_block_quote(self, node: Element) -> None:
        if node["classes"]:
            self.call("styled", node, classes_of(node), "wrap: quotation")
        self.call("quotation", node)

    def visit_attribution(self, node: Element) -> None:
        self.call("attribution", node)

    def visit_line_block(self, node: Element) -> None:
        """A block within a block is a deeper indent of the same paragraph."""
        if isinstance(node.parent, nodes.line_block):
            self.pass_through(node)
        self.call("verse", node)

    def visit_line(self, node: Element) -> None:
        indent, around = 0, node.parent
        while isinstance(around.parent, nodes.line_block):
            indent, around = indent + 1, around.parent
        if indent:
            self.add(f"h({indent}em)")
        self._buffer += [*self.marks(node), *self.statements(*node.children), "linebreak()"]
        raise nodes.SkipNode

    def visit_literal_block(self, node: Element) -> None:
        language = str(node.get("language", ""))
        named = f", lang: {string(language)}" if _LANGUAGE.fullmatch(language) and language != "none" else ""
        self._buffer += self.marks(node)
        self.add(f"raw({string(breakable(self.printable(node.astext(), node)))}, block: true{named})")
        raise nodes.SkipNode

    visit_doctest_block = visit_math_block = visit_literal_block

    # -- boxes ------------------------------------------------------------------------------------------

    def visit_container(self, node: Element) -> None:
        """A container is what its classes make of it; each child is an argument of the style."""
        if not node["classes"]:
            self.pass_through(node)
        with self.deeper() as room:
            children = [block(self.statements(child)) for child in node.children]
        self._buffer += self.marks(node)
        if room:
            self.add(f"styled({', '.join([classes_of(node), *children])})")
        else:
            self._buffer += children
        raise nodes.SkipNode

    def visit_compound(self, node: Element) -> None:
        self.pass_through(node)

    def visit_topic(self, node: Element) -> None:
        self.call("note-box", node)

    visit_sidebar = visit_topic

    def visit_admonition(self, node: Element) -> None:
        self.call("note-box", node)

    def visit_Admonition(self, node: Element) -> None:  # noqa: N802  (docutils' class of all the named ones)
        """A named admonition bears no title of its own."""
        title = self.label_of(node)
        self.call("note-box", node, f"title: {string(title)}") if title else self.call("note-box", node)

    def label_of(self, node: Element) -> str:
        """Give the title of an admonition in the language of the book."""
        from sphinx.locale import admonitionlabels

        return str(admonitionlabels.get(type(node).__name__, ""))

    # -- what is not printed ----------------------------------------------------------------------------

    def visit_comment(self, node: Element) -> None:
        raise nodes.SkipNode

    visit_substitution_definition = visit_pending = visit_meta = visit_raw = visit_system_message = visit_comment
    visit_colspec = visit_comment
