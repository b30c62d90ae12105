"""Footnotes, citations, and entries for the index."""

from __future__ import annotations

from docutils import nodes
from docutils.nodes import Element
from sphinx.util.index_entries import split_index_msg

from ..literals import string
from ..translation import IndexEntry
from .code_writer import block
from .text import TextTranslator


class NoteNodes(TextTranslator):
    """Notes stand at the foot of the page that first refers to them, under the mark that the source gives."""

    def visit_footnote_reference(self, node: Element) -> None:
        mark = node.astext()
        note = self._note(node)
        if self._in_title or note is None or note.get("placed"):
            self.call("super", node)
        note["placed"] = True
        label = next((child.astext() for child in note.children if isinstance(child, nodes.label)), mark)
        said = [child for child in note.children if not isinstance(child, nodes.label)]
        content = block([*self.marks(note), *self.statements(*said)])
        self._buffer += self.marks(node)
        self.add(f"note({string(self.printable(label, node))}, {content})")
        raise nodes.SkipNode

    def _note(self, reference: Element) -> Element | None:
        """Give the footnote that *reference* means, unless it stands within it."""
        note = self.document.ids.get(reference.get("refid", ""))
        if not isinstance(note, nodes.footnote):
            return None
        parent = reference.parent
        while parent is not None:
            if isinstance(parent, nodes.footnote):
                return None
            parent = parent.parent
        return note

    def visit_footnote(self, node: Element) -> None:
        """A note that nothing in the text refers to stays where it is."""
        if node.get("placed"):
            raise nodes.SkipNode
        self.call("left-note", node)

    def visit_citation(self, node: Element) -> None:
        self.call("left-note", node)

    def visit_label(self, node: Element) -> None:
        self._buffer += ['"["', *self.statements(*node.children), '"] "']
        raise nodes.SkipNode

    def visit_citation_reference(self, node: Element) -> None:
        self._buffer += ['"["', *self.statements(*node.children), '"]"']
        raise nodes.SkipNode

    def visit_index(self, node: Element) -> None:
        """Note the entries; where their place is not marked yet, it is here."""
        for kind, value, target, main, _key in node["entries"]:
            place = f"{self.docname}#{target}"
            if place not in self.translation.anchors:
                self.translation.anchors[place] = place
                self.add(f"mark({string(place)})")
            for term, below in _terms(kind, value):
                self.translation.index.append(IndexEntry(term, below, place, main == "main"))
        raise nodes.SkipNode


def _terms(kind: str, value: str) -> list[tuple[str, str]]:
    """Give the terms of an index directive and what stands below each."""
    parts = [part.strip() for part in split_index_msg(kind, value)]
    if kind == "single":
        return [(parts[0], parts[1] if len(parts) > 1 else "")]
    if kind == "triple":
        first, second, third = parts
        return [(first, f"{second} {third}"), (second, f"{third}, {first}"), (third, f"{first} {second}")]
    if kind == "pair":
        return [(parts[0], parts[1]), (parts[1], parts[0])]
    if kind in {"see", "seealso"}:
        return [(f"{parts[0]} → {parts[1]}", "")]
    return [(parts[0], "")]
