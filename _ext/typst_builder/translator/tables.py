"""Tables: every cell in its place, however the source spans them."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes

from ..literals import array, truth
from .code_writer import block, classes_of
from .text import TextTranslator


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    columns: int
    rows: int
    entry: Element | None


MOST_TABLES = 2
"""Tables deeper in each other are set as text: each level measures those below it several times."""


LETTERS = 80
"""So many stand in a line that is as wide as the page."""
MOST_LINES = 12
"""A head of more lines, as far as can be told, is set as rows of the table."""
MOST_LEVEL = 12
"""The head of a table of more columns is turned upright."""
MOST_TURNED = 40
"""If each of its cells has no more letters than these, as a turned one has one line."""


class TableNodes(TextTranslator):
    """Visitors of tables."""

    _tables = 0
    """How many tables the visitor is in."""

    def visit_table(self, node: Element) -> None:
        """A table; one without a row is its title alone."""
        self._buffer += self.marks(node)
        self._tables += 1
        with self.deeper() as room:
            for child in node.children:
                if isinstance(child, nodes.title):
                    child.walkabout(self)
                elif isinstance(child, nodes.tgroup) and room and self._tables <= MOST_TABLES:
                    self._group(child, node)
                elif isinstance(child, nodes.tgroup):
                    self._as_text(child)
        self._tables -= 1
        raise nodes.SkipNode

    def _as_text(self, group: Element) -> None:
        for entry in group.findall(nodes.entry):
            if not _is_within_another(entry, group):
                self._buffer += [*self.marks(entry), *self.statements(*entry.children), "parbreak()"]

    def _group(self, group: Element, table: Element) -> None:
        head = [row for part in group.children if isinstance(part, nodes.thead) for row in _rows(part)]
        body = [row for part in group.children if isinstance(part, nodes.tbody) for row in _rows(part)]
        width = max((sum(_span(entry, "morecols") for entry in row) for row in [*head, *body]), default=0)
        width = max(width, int(group.get("cols", 0)))
        if not width or not (head or body):
            return
        specified = [int(child.get("colwidth", 1)) for child in group.children if isinstance(child, nodes.colspec)]
        automatic = "colwidths-auto" in table["classes"] or len(specified) != width or len(set(specified)) == 1
        columns = array("auto" if automatic else f"{max(size, 1)}fr" for size in (specified + [1] * width)[:width])
        arguments = [classes_of(table), columns]
        if _is_tall(head, width):
            cells = self._cells([*head, *body], width, len(head))
        else:
            entries = [entry for row in head for entry in row]
            is_turned = width > MOST_LEVEL and all(len(entry.astext()) <= MOST_TURNED for entry in entries)
            arguments.append(f"turned: {truth(is_turned)}, repeated: {truth(not any(map(_is_a_place, entries)))}")
            arguments.append(f"head: {array(self._cells(head, width, len(head)))}" if head else "head: none")
            cells = self._cells(body, width)
        self.add(f"data-table({', '.join([*arguments, *cells])})")

    def _cells(self, rows: list[list[Element]], width: int, heads: int = 0) -> list[str]:
        """Give the cells of *rows*, the first of which are *heads*."""
        made = []
        for number, row in enumerate(_placed(rows, width)):
            for cell in row:
                spans = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
                spans += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
                content = self._cell(cell.entry)
                made.append(f"cell({', '.join([*spans, f'bold({content})' if number < heads else content])})")
        return made

    def _cell(self, entry: Element | None) -> str:
        if entry is None:
            return block([])
        content = [*self.marks(entry), *self.statements(*entry.children)]
        return f"styled({classes_of(entry)}, {block(content)})" if entry["classes"] else block(content)


def _is_tall(head: list[list[Element]], width: int) -> bool:
    """Whether a head may take much of a page: Typst parts none over two, so that the end of it would not be printed."""
    lines = 0.0
    for row in head:
        room = [LETTERS * _span(entry, "morecols") / width for entry in row]
        lines += max(
            (
                len(list(entry.findall(nodes.TextElement))) + len(entry.astext()) / letters
                for entry, letters in zip(row, room, strict=True)
            ),
            default=1,
        )
    return lines > MOST_LINES or any(next(entry.findall(nodes.image), None) for row in head for entry in row)


def _is_a_place(entry: Element) -> bool:
    """Whether anything of *entry* leads elsewhere or is led to: PDF/UA lets none of it stand twice."""
    kinds = (nodes.reference, nodes.footnote_reference, nodes.citation_reference, addnodes.index)
    return any(isinstance(node, kinds) or bool(node["ids"]) for node in entry.findall(nodes.Element))


def _is_within_another(entry: Element, group: Element) -> bool:
    around = entry.parent
    while around is not group and not isinstance(around, nodes.entry):
        around = around.parent
    return around is not group


def _rows(part: Element) -> list[list[Element]]:
    rows = [row for row in part.children if isinstance(row, nodes.row)]
    return [[entry for entry in row.children if isinstance(entry, Element)] for row in rows]


def _span(entry: Element, attribute: str) -> int:
    return int(entry.get(attribute, 0)) + 1


def _placed(rows: list[list[Element]], width: int) -> list[list[_Cell]]:
    """Put every cell in a column, as a browser would; what is left free is filled, nothing reaches outside."""
    free_from = [0] * width
    placed: list[list[_Cell]] = []
    for number, row in enumerate(rows):
        cells: list[_Cell] = []
        column = 0
        waiting = list(row)
        while column < width:
            if free_from[column] > number:
                column += 1
                continue
            entry = waiting.pop(0) if waiting else None
            wanted = _span(entry, "morecols") if entry is not None else 1
            columns = 1
            while columns < wanted and column + columns < width and free_from[column + columns] <= number:
                columns += 1
            down = min(_span(entry, "morerows") if entry is not None else 1, len(rows) - number)
            free_from[column : column + columns] = [number + down] * columns
            cells.append(_Cell(column, columns, down, entry))
            column += columns
        placed.append(cells)
    return placed
