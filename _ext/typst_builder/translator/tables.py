"""Tables: every cell in its place, however the source spans them."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from docutils.nodes import Element

from ..literals import array
from .text import TextTranslator, block, classes_of


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    columns: int
    rows: int
    entry: Element | None


MOST_TABLES = 2
"""Tables deeper in each other are set as text: each level measures those below it several times."""


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
        if head:
            arguments.append(f"head: {array(self._cells(head, width))}")
        self.add(f"data-table({', '.join([*arguments, *self._cells(body, width)])})")

    def _cells(self, rows: list[list[Element]], width: int) -> list[str]:
        made = []
        for row in _placed(rows, width):
            for cell in row:
                spans = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
                spans += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
                made.append(f"cell({', '.join([*spans, self._cell(cell.entry)])})")
        return made

    def _cell(self, entry: Element | None) -> str:
        if entry is None:
            return block([])
        content = [*self.marks(entry), *self.statements(*entry.children)]
        return f"styled({classes_of(entry)}, {block(content)})" if entry["classes"] else block(content)


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
