"""Sphinx's own nodes, and those of sphinx-design."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes

from ..literals import string
from .text import TextTranslator


class SphinxNodes(TextTranslator):
    """Visitors of the nodes of ``sphinx.addnodes``."""

    def visit_toctree(self, node: Element) -> None:
        """The book has its own outline."""
        raise nodes.SkipNode

    visit_highlightlang = visit_tabular_col_spec = visit_toctree

    def visit_compact_paragraph(self, node: Element) -> None:
        self.call("par", node)

    def visit_centered(self, node: Element) -> None:
        self.call("centred", node)

    def visit_only(self, node: Element) -> None:
        self.pass_through(node)

    visit_start_of_file = visit_glossary = visit_hlist = visit_hlistcol = visit_acks = visit_only
    visit_pending_xref = visit_pending_xref_condition = visit_download_reference = visit_only
    visit_PassthroughTextElement = visit_fontawesome = visit_only  # noqa: N815  (sphinx-design names it so)

    def visit_manpage(self, node: Element) -> None:
        self.call("emph", node)

    def visit_sd_line_break(self, node: Element) -> None:
        self.add("linebreak()")
        raise nodes.SkipNode

    def visit_productionlist(self, node: Element) -> None:
        lines = [child.astext() for child in node.children if isinstance(child, addnodes.production)]
        self.add(f"raw({string(self.printable(chr(10).join(lines), node))}, block: true)")
        raise nodes.SkipNode

    # -- descriptions of objects ------------------------------------------------------------------------

    def visit_desc(self, node: Element) -> None:
        self.pass_through(node)

    visit_desc_name = visit_desc_addname = visit_desc_type = visit_desc_annotation = visit_desc_inline = visit_desc
    visit_desc_parameter = visit_desc_type_parameter = visit_desc

    def visit_desc_signature(self, node: Element) -> None:
        self.call("signature", node)

    def visit_desc_signature_line(self, node: Element) -> None:
        self._buffer += [*self.statements(*node.children), "linebreak()"]
        raise nodes.SkipNode

    def visit_desc_content(self, node: Element) -> None:
        self.call("quotation", node)

    def visit_desc_parameterlist(self, node: Element) -> None:
        self._parameters(node, "(", ")")

    def visit_desc_type_parameter_list(self, node: Element) -> None:
        self._parameters(node, "[", "]")

    def visit_desc_optional(self, node: Element) -> None:
        self._parameters(node, "[", "]")

    def _parameters(self, node: Element, opening: str, closing: str) -> None:
        self.add(string(opening))
        for number, child in enumerate(node.children):
            if number:
                self.add(string(", "))
            self._buffer += self.statements(child)
        self.add(string(closing))
        raise nodes.SkipNode

    def visit_desc_returns(self, node: Element) -> None:
        self.add(string(" → "))
        self.pass_through(node)
