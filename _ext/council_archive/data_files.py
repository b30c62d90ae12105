"""The data files beside the pages: written at the end of an HTML build."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from whole_files import write_whole

from .exports.archive_json import archive_json
from .exports.archive_sqlite import write_sqlite
from .views.placeholder import archive_of

SCHEMA = Path(__file__).parent / "exports" / "archive.schema.json"


def _write_data(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    if not getattr(app.builder, "wrote", True) and (Path(app.outdir) / "data" / "archive.sqlite").is_file():
        return
    folder = Path(app.outdir) / "data"
    write_whole(folder / "archive.json", archive_json(archive_of(app.env)))
    write_sqlite(archive_of(app.env), folder / "archive.sqlite")
    write_whole(folder / SCHEMA.name, SCHEMA.read_bytes())


def setup(app: Sphinx) -> None:
    """Write the data when the pages are there."""
    app.connect("build-finished", _write_data)
