"""The data files beside the pages: written at the end of an HTML build, or beside it where few pages are written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from council.archive.archive import Archive
from council.exports.archive_json import archive_json, archive_schema
from council.exports.archive_sqlite import write_sqlite
from extension_kit.build_news import has_news
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.util.parallel import ParallelTasks, parallel_available

from council_sphinx.core.domain import archive_of


def data_task(app: Sphinx) -> ParallelTasks | None:
    """Start writing the data in processes of their own, to be joined; ``None`` where the build has but one."""
    if app.parallel < 2 or not parallel_available:
        return None
    archive, folder = archive_of(app.env), _folder(app)
    tasks = ParallelTasks(app.parallel)
    for write in _WRITERS:
        tasks.add_task(partial(write, archive, folder))
    return tasks


def _write_database(archive: Archive, folder: Path) -> None:
    write_sqlite(archive, folder / "archive.sqlite")


def _write_text(archive: Archive, folder: Path) -> None:
    write_whole(folder / "archive.json", archive_json(archive))
    write_whole(folder / "archive.schema.json", archive_schema())


_WRITERS = (_write_database, _write_text)


def _folder(app: Sphinx) -> Path:
    return Path(app.outdir) / "data"


def _write_at_the_end(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    done = getattr(app.builder, "data_written", False) or not has_news(app)
    if not done or not (_folder(app) / "archive.sqlite").is_file():
        for write in _WRITERS:
            write(archive_of(app.env), _folder(app))


def setup(app: Sphinx) -> None:
    """Write the data when the pages are there."""
    app.connect("build-finished", _write_at_the_end)
