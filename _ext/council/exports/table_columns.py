"""What a table of the archive is: a name, what it holds, its columns, and the rows that they are read from.

Its texts are messages: who shows them translates them.  What stands between backquotes in them is data, and stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from council.archive.archive import Archive

ColumnType = Literal["text", "list", "integer", "number", "boolean", "day"]
"""What a cell holds, if anything: a ``list`` is one of texts, a ``number`` a decimal one, a ``day`` a full date."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its cells, what it tells, and how its *value* is read from a row.

    It *references* the key of another table, or itself; with *facet*, readers are offered its values to choose from.
    """

    name: str
    type: ColumnType
    description: str
    value: Callable[[Any], object]
    references: str = ""
    facet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table, in the order of its *rows*; the column *key* tells them apart, *label* is what they are called."""

    name: str
    description: str
    rows: Callable[[Archive], Iterable[Any]]
    columns: tuple[Column, ...]
    key: str = ""
    label: str = ""

    def records(self, archive: Archive) -> Iterator[tuple[Any, ...]]:
        """Give the values of each row; what is not known, or empty, is ``None``."""
        values = [column.value for column in self.columns]
        for row in self.rows(archive):
            yield tuple([None if (cell := value(row)) == "" else cell for value in values])
