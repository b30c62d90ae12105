"""``data/TABLE.csv``: the tables for spreadsheets and other programs (RFC 4180, UTF-8 with a byte order mark).

What is not known is an empty cell, ``true`` and ``false`` are words, a list is a JSON array.

A release may hold a text that a spreadsheet would run as a formula.  As OWASP advises (*CSV Injection*), a text that
begins with one of its signs gets an apostrophe before it; a text that begins with apostrophes and such a sign gets one
more, so that :func:`unguarded` gives every text as it was.  Numbers, and all other cells, stay as they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

from council.archive.archive import Archive
from council.exports.archive_tables import TABLES
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.site import Site
from council.exports.table_columns import ColumnType, Table

FILES = tuple(ExportedFile(f"data/{table.name}.csv", table=table) for table in TABLES)
_MARK = "\ufeff"
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # the signs of full width count as well
_GUARDED = re.compile(f"'(?={_FORMULA.pattern})")


def write_csv(archive: Archive, _site: Site, output: Output) -> None:
    """Write a file for each table."""
    for table in TABLES:
        output.write(f"data/{table.name}.csv", csv_of(table, archive))


def csv_of(table: Table, archive: Archive) -> str:
    """Give *table* as CSV, its mark included."""
    text = io.StringIO()
    text.write(_MARK)
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    written = [_WRITTEN[column.type] for column in table.columns]
    for record in table.records(archive):
        cells = zip(written, record, strict=True)
        writer.writerow(["" if cell is None else write(cell) for write, cell in cells])
    return text.getvalue()


def guarded(text: str) -> str:
    """Give *text* so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Give the text that *cell* was guarded for."""
    return _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell


_WRITTEN: dict[ColumnType, Callable[[object], str]] = {
    "text": lambda cell: guarded(str(cell)),
    "list": lambda cell: json.dumps(cell, ensure_ascii=False),
    "integer": str,
    "number": lambda cell: f"{cell:f}",
    "boolean": lambda cell: "true" if cell else "false",
    "day": str,
}
