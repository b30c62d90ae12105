"""``manifest-sha256.txt``: the checksum of each file that the builds of a site have made, for ``sha256sum --check``.

It is written last of all, in every build, and read by ``make package``.  What it costs is a look at each file: the
checksums of those that are as they were are kept beside the doctrees.  ``archive_manifest = False`` leaves it out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
from council.exports.output import Output
from council.preservation.checksum_lists import SITE_MANIFEST, checksum_list, file_sha256
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx

from council_sphinx.web.exported_files import noted_exports
from council_sphinx.web.html_builder import ArchiveHTMLBuilder

_WHOLE_FOLDERS = ("_static", "data", "pagefind")
"""Folders that builds fill under names that no note has."""
_INVENTORY = "objects.inv"


class _Known(msgspec.Struct, frozen=True, array_like=True):
    """The checksum of a file, as long as it has the size and was written at the time."""

    size: int
    written: int
    sha256: str


def _write_manifest(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or not isinstance(app.builder, ArchiveHTMLBuilder):
        return
    output = Output(Path(app.outdir), Path(app.doctreedir) / "site-manifest.txt")
    if app.config.archive_manifest:
        output.write(SITE_MANIFEST, checksum_list(_checksums(app, app.builder)))
    output.remove_others()


def _checksums(app: Sphinx, builder: ArchiveHTMLBuilder) -> dict[str, str]:
    """Give the checksum of each file, by its path from the output."""
    notes = Path(app.doctreedir) / "site-checksums.json"
    known, now = _read(notes), dict[str, _Known]()
    for path in sorted({*builder.made.paths(), *noted_exports(app), *_unnoted(Path(app.outdir))}):
        try:
            state = os.stat(file := f"{app.outdir}/{path}")
        except FileNotFoundError:  # noted, and not made now
            continue
        before = known.get(path)
        is_known = before and (before.size, before.written) == (state.st_size, state.st_mtime_ns)
        now[path] = before if before and is_known else _Known(state.st_size, state.st_mtime_ns, file_sha256(file))
    if now != known:
        write_whole(notes, msgspec.json.encode(now))
    return {path: file.sha256 for path, file in now.items()}


def _read(notes: Path) -> dict[str, _Known]:
    try:
        return msgspec.json.decode(notes.read_bytes(), type=dict[str, _Known])
    except (OSError, msgspec.MsgspecError):
        return {}


def _unnoted(output: Path) -> Iterator[str]:
    yield _INVENTORY
    for folder in _WHOLE_FOLDERS:
        for place, _folders, names in os.walk(output / folder):
            yield from (Path(place, name).relative_to(output).as_posix() for name in names)


def setup(app: Sphinx) -> None:
    """Write the list when all else is done."""
    app.add_config_value("archive_manifest", True, "", bool)
    app.connect("build-finished", _write_manifest, priority=960)
