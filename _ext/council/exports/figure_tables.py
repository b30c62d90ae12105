"""What releases say in numbers: their table, and a file of its own for each series that can be drawn."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from council.archive.archive import Archive
from council.exports.csv_tables import csv_of
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.release_tables import FIGURES, figure_rows
from council.exports.site import Site
from council.exports.table_columns import Table
from council.model.figures import FigureSeries

FILES = (
    ExportedFile("data/figures/*.csv", "Each series of figures that can be compared, as the table of figures has it."),
)


def series_file(series: FigureSeries) -> str:
    """Give the path of the file of *series*, from the root of the site."""
    return f"data/figures/{series.key}.csv"


def write_series(archive: Archive, _site: Site, output: Output) -> None:
    """Write a file for each series."""
    for series in archive.figures.series:
        output.write(series_file(series), csv_of(_table_of(series), archive))


def _table_of(series: FigureSeries) -> Table:
    return replace(FIGURES, rows=partial(figure_rows, figures=series.figures))
