"""A file that an export writes, as the page of data tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from council.exports.table_columns import Table


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """Its *path* from the root of the site, and what it holds: a message, or one *table*."""

    path: str
    description: str = ""
    table: Table | None = None
