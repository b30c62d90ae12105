"""The tables of an archive: one declaration for CSV, Parquet, SQLite, and the page that tells of them.

A new column is a line in the declaration of its table; those of releases and of records have a file each.
"""

from __future__ import annotations

from council.exports import record_tables, release_tables
from council.exports.table_columns import Table

TABLES: tuple[Table, ...] = (
    release_tables.RELEASES,
    release_tables.SESSIONS,
    record_tables.PROJECTS,
    release_tables.PROJECT_MENTIONS,
    record_tables.PEOPLE,
    release_tables.PERSON_MENTIONS,
    record_tables.DIRECTORATES,
    record_tables.TENURES,
    release_tables.DIRECTORATE_MENTIONS,
    release_tables.EXTERNAL_MENTIONS,
    release_tables.PICTURES,
    release_tables.FIGURES,
    record_tables.NAMES,
)
