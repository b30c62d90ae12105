"""Tables that say which of the institution's units has which work, by the heads of their columns.

=====================  ==================================================
Área responsable       Proyecto
=====================  ==================================================
Aguas y Drenaje        Plan Hídrico
(empty)                Atlas de Pozos
=====================  ==================================================

Without its noun the name of a unit counts where a column is headed by that noun, or where the table has two such
names.  A cell that is left empty, or that goes over several rows, speaks for the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from council.extract.blocks import Block, Cell
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.word_lists import alternatives
from council.model.releases import DirectorateMention
from council.profile.profile import Profile


@dataclass(frozen=True, slots=True)
class WorkTable:
    """A table by its *first* cell; *works* are the cells of its column of works, without the head.

    *units* are the own directorates by the cell that is but their name.  A row that another body's unit stands in
    has none.
    """

    first: Block
    works: tuple[Block, ...]
    units: Mapping[Cell, tuple[Block, str]]
    unit_column: int | None
    filled: frozenset[Cell]

    @property
    def has_columns(self) -> bool:
        """Whether a row tells anything beside the work: one column alone is a list set as a table."""
        return any(cell.column > 0 for cell in self.filled)

    def unit_of(self, work: Block) -> str | None:
        """Give the own directorate that stands in the row of *work*, or in the nearest row above that names one."""
        assert work.cell is not None
        table, row, _column = work.cell.table, work.cell.row, work.cell.column
        if self.unit_column is None:
            return None
        while row > 0 and Cell(table, row, self.unit_column) not in self.filled:
            row -= 1
        named = self.units.get(Cell(table, row, self.unit_column))
        return named[1] if named else None


def read_tables(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[WorkTable]:
    """Give the tables of a release."""
    cells = [(block.cell.table, block) for block in blocks if block.cell is not None]
    return [
        _read([block for _table, block in table], vocabulary) for _number, table in groupby(cells, lambda cell: cell[0])
    ]


def units_named(tables: Sequence[WorkTable]) -> dict[int, list[DirectorateMention]]:
    """Give the directorates that cells are but the names of, by the identity of the block."""
    return {
        id(block): [DirectorateMention(id_, bool(table.works), block.line, "cell-of-unit")]
        for table in tables
        for block, id_ in table.units.values()
    }


def _read(cells: list[Block], vocabulary: Vocabulary) -> WorkTable:
    of_units, of_works = _headings(vocabulary.profile)
    places = [(cell.cell, cell) for cell in cells if cell.cell is not None]
    heads = {place.column: fold(cell.flat) for place, cell in places if place.row == 0}
    units = {place: (cell, id_) for place, cell in places if (id_ := _unit_of(cell, vocabulary)) is not None}
    headed = next((column for column, head in heads.items() if of_units.search(head)), None)
    if headed is None and len({id_ for _cell, id_ in units.values()}) < 2:
        units = {}
    column = headed if headed is not None else next((place.column for place in units), None)
    work_column = next((number for number, head in heads.items() if number != column and of_works.match(head)), None)
    return WorkTable(
        first=cells[0],
        works=tuple(cell for place, cell in places if place.column == work_column and place.row > 0),
        units=units,
        unit_column=column,
        filled=frozenset(place for place, _cell in places),
    )


def _unit_of(cell: Block, vocabulary: Vocabulary) -> str | None:
    """Give the own directorate that is all of a cell, with its noun or without."""
    text = cell.flat.strip(" .:")
    named = vocabulary.directorates_in(text)
    if len(named) == 1 and named[0][1].by_noun and named[0][1].end - named[0][1].start == len(text):
        return named[0][0]
    return vocabulary.directorate_called(text)


@lru_cache(maxsize=8)
def _headings(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a column's head: a noun for units, and at its beginning a noun for works or their names."""
    lexicon = profile.lexicon
    works = alternatives([*lexicon.generic_nouns, *lexicon.container_nouns, *lexicon.lists.surely_initiatives])
    names = rf"(?:{lexicon.lists.fields.pattern}\s+{lexicon.grammar.prepositions.pattern}\s*(?:{lexicon.grammar.articles.pattern}\s+)?)?"
    return (
        re.compile(rf"(?<!\w){lexicon.units.nouns.pattern}(?!\w)"),
        re.compile(rf"\W*(?:\w+\s+)?{names}{works}(?!\w)"),
    )
