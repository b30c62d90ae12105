"""The institution's own units in tables: the cells that are but the name of one.

=====================  ==================================================
Área responsable       Proyecto
=====================  ==================================================
Aguas y Drenaje        Plan Hídrico
=====================  ==================================================

Without its noun a name alone counts where a column is headed by that noun, or where the table has two such names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.word_lists import alternatives
from council.model.releases import DirectorateMention
from council.profile.profile import Profile


def named_in_tables(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, list[DirectorateMention]]:
    """Give the directorates that cells of tables are but the names of, by the identity of the cell's block.

    They report where another column is headed by a noun for works: ``Proyecto``.
    """
    mentions: dict[int, list[DirectorateMention]] = {}
    for table in _tables(blocks):
        named = [(cell, id_) for cell in table if (id_ := vocabulary.directorate_called(cell.flat.strip(" .:")))]
        heads = [cell.flat for cell in table if cell.line == table[0].line]
        of_units, of_works = _headings(vocabulary.profile)
        if len({id_ for _cell, id_ in named}) > 1 or any(of_units.search(fold(head)) for head in heads):
            reports = any(of_works.search(fold(head)) for head in heads)
            for cell, id_ in named:
                mentions[id(cell)] = [DirectorateMention(id_, reports, cell.line, "cell-of-unit")]
    return mentions


def _tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Give the cells of each table; those of two tables in a row come as one."""
    table: list[Block] = []
    for block in blocks:
        if block.kind == "cell":
            table.append(block)
        elif table:
            yield table
            table = []
    if table:
        yield table


@lru_cache(maxsize=8)
def _headings(profile: Profile) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a column's head: a noun for units, a noun for works."""
    lexicon = profile.lexicon
    works = alternatives([*lexicon.categories, *lexicon.lists.initiatives])
    return re.compile(rf"(?<!\w){lexicon.units.nouns.pattern}(?!\w)"), re.compile(rf"(?<!\w){works}(?!\w)")
