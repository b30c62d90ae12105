"""``data/TABLE.parquet``: the tables with the types of their columns, for pandas, DuckDB, R and the like."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from council.archive.archive import Archive
from council.exports.archive_tables import TABLES
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.site import Site
from council.exports.table_columns import Table

if TYPE_CHECKING:
    import pyarrow

FILES = tuple(ExportedFile(f"data/{table.name}.parquet", table=table) for table in TABLES)


def write_parquet(archive: Archive, _site: Site, output: Output) -> None:
    """Write a file for each table."""
    for table in TABLES:
        output.write(f"data/{table.name}.parquet", parquet_of(table, archive))


def parquet_of(table: Table, archive: Archive) -> bytes:
    """Give *table* as Parquet; each field has its description."""
    import pyarrow  # as late as this: it takes longer to load than a small build has pages to write
    from pyarrow import parquet

    schema = _schema(table)
    cells = list(zip(*table.records(archive), strict=True)) or [() for _column in table.columns]
    arrays = [
        pyarrow.array(map(float, values) if column.type == "number" else values, field.type)
        for column, values, field in zip(table.columns, cells, schema, strict=True)
    ]
    content = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), content, compression="zstd")
    return content.getvalue()


def _schema(table: Table) -> pyarrow.Schema:
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "list": pyarrow.list_(pyarrow.string()),
        "integer": pyarrow.int32(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }
    return pyarrow.schema(
        [
            pyarrow.field(column.name, types[column.type], metadata={"description": column.description})
            for column in table.columns
        ]
    )
