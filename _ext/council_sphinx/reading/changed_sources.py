"""Which pages to read again: those of whose files one holds something else than when the page was read.

Sphinx asks whether a file is younger than the reading, so that one that is replaced by an older, as ``cp -p`` and
``rsync`` do, leaves the page as it was, and one that is dated in the future has it read in every build.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import FileState, council_domain

_Stamp = tuple[int, int, int, int]


def _stamp_of(file: Path) -> _Stamp | None:
    """Give what changes whenever somebody writes to *file* or puts another in its place; ``None`` where it is gone."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _state_of(file: Path) -> FileState:
    stamp = _stamp_of(file)
    try:
        return FileState(stamp, hashlib.sha256(file.read_bytes()).hexdigest())
    except OSError:
        return FileState(stamp, "")


def _is_changed(file: Path, known: FileState) -> bool:
    stamp = _stamp_of(file)
    return stamp != known.stamp and _state_of(file).sha256 != known.sha256


def _note_files(app: Sphinx, doctree: nodes.document) -> None:
    """Note the source of the page that was read, and the files that it needs besides."""
    env = app.env
    files = {Path(env.doc2path(env.docname)), *map(Path, env.dependencies.get(env.docname, ()))}
    council_domain(env).files[env.docname] = {
        os.path.relpath(file, env.srcdir): _state_of(file) for file in sorted(files)
    }


def _changed(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Give the pages of which a file has changed; those of which one was only touched are let be."""
    found = {
        docname
        for docname, files in council_domain(env).files.items()
        if any(_is_changed(env.srcdir / path, state) for path, state in files.items())
    }
    touched = (changed & council_domain(env).files.keys()) - found - env.reread_always
    changed -= {docname for docname in touched if Path(env.doctreedir, f"{docname}.doctree").is_file()}
    return sorted(found)


def setup(app: Sphinx) -> None:
    """Note the files of each page once all that it needs is known, and compare them before anything is read."""
    app.connect("doctree-read", _note_files, priority=900)
    app.connect("env-get-outdated", _changed)
