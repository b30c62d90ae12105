"""A file that an export writes, or many of a kind, as the page of data tells of them."""

from __future__ import annotations

from dataclasses import dataclass

from council.exports.table_columns import Table


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """Its *path* from the root of the site, and what it holds: a message, or one *table*.

    A path with ``*`` stands for many files.
    """

    path: str
    description: str = ""
    table: Table | None = None

    @property
    def is_many(self) -> bool:
        """Whether it stands for many files."""
        return "*" in self.path
