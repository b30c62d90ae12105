"""Tables that say which of the institution's units has which work, by the heads of their columns.

=====================  ==================================================
Área responsable       Proyecto
=====================  ==================================================
Aguas y Drenaje        Plan Hídrico
(empty)                Atlas de Pozos
=====================  ==================================================

A table whose other columns tell what was done reports of the units in it: ``Lo que se logró``.

Without its noun the name of a unit counts where a column is headed by that noun, or where the table has two such
names.  A cell that is left empty, or that goes over several rows, speaks for the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from council.extract.blocks import Block, Cell
from council.extract.unit_work import tells_deed
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.word_lists import alternatives
from council.model.releases import DirectorateMention
from council.profile.profile import Profile


@dataclass(frozen=True, slots=True)
class WorkTable:
    """A table by its *first* cell; *works* are the cells of its column of works, without the head.

    *units* are the cells that are but the name of an own directorate, with its id; *unit_of_row* the one in a row, or in
    the nearest row above that names a unit, where the table *has_units*; that of another body is none.  *has_columns*
    tells that a row holds anything beside the work: one column alone is a list set as a table.  *reports* tells that the
    table says what the units did.
    """

    first: Block
    works: tuple[Block, ...]
    units: tuple[tuple[Block, str], ...]
    unit_of_row: Mapping[int, str | None]
    has_units: bool
    has_columns: bool
    reports: bool

    def unit_of(self, work: Block) -> str | None:
        """Give the own directorate that *work* is of."""
        return self.unit_of_row.get(work.cell.row) if work.cell is not None else None


def read_tables(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[WorkTable]:
    """Give the tables of a release."""
    cells = [(block.cell.table, block) for block in blocks if block.cell is not None]
    return [
        _read([block for _table, block in table], vocabulary) for _number, table in groupby(cells, lambda cell: cell[0])
    ]


def units_named(tables: Sequence[WorkTable]) -> dict[int, list[DirectorateMention]]:
    """Give the directorates that cells are but the names of, by the identity of the block."""
    return {
        id(block): [DirectorateMention(id_, table.reports, block.line, "cell-of-unit")]
        for table in tables
        for block, id_ in table.units
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
    works = tuple(cell for place, cell in places if place.column == work_column and place.row > 0)
    told = headed is not None and any(
        tells_deed(head, vocabulary.profile) for number, head in heads.items() if number != headed
    )
    return WorkTable(
        first=cells[0],
        works=works,
        units=tuple(units.values()),
        unit_of_row=dict(_units_of_rows([place for place, _cell in places], column, units)),
        has_units=column is not None,
        has_columns=any(place.column > 0 for place, _cell in places),
        reports=bool(works) or told,
    )


def _units_of_rows(
    places: Sequence[Cell], column: int | None, units: Mapping[Cell, tuple[Block, str]]
) -> Iterator[tuple[int, str | None]]:
    """Give for each row the directorate of the last cell in *column* that says anything."""
    id_ = None
    for row, cells in groupby(places, lambda place: place.row):
        for place in cells:
            if place.column == column:
                named = units.get(place)
                id_ = named[1] if named else None
        yield row, id_


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
