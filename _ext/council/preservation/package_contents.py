"""What a package holds: all that the archive is made from, and all that was made of it.

=============  ==========================================================================================
``sources/``   the project: releases, pictures, corrections, records, pages, settings, and the program
               with the list of the packages that it needs: what it takes to build all again
``site/``      the pages, the search and the data that the last build made, as its manifest lists them
``book/``      the printed archive, where there is one
=============  ==========================================================================================
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from council.preservation.checksum_lists import SITE_MANIFEST, read_checksum_list

SOURCES, SITE, BOOK = "sources", "site", "book"

_MADE = frozenset({"__pycache__", "node_modules"})
"""Folders that tools make, and that hold nothing of a project's own."""
_ENVIRONMENT = "pyvenv.cfg"
"""What a folder of installed packages has (PEP 405)."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """The *files* of a project, by their path, and its *links* and other things that are no files, which are left out."""

    files: dict[str, Path]
    links: tuple[str, ...]


def project_files(source: Path, without: Iterable[Path]) -> ProjectFiles:
    """Give the files below *source*: not what is hidden, nor what tools make, nor the folders in *without*."""
    outputs = {folder.resolve() for folder in without}
    files: dict[str, Path] = {}
    links: list[str] = []
    for place, folders, names in os.walk(source, onerror=_raise):
        if _ENVIRONMENT in names:
            folders.clear()
            continue
        own = [name for name in folders if not _is_made(name) and Path(place, name).resolve() not in outputs]
        folders[:] = [name for name in own if not Path(place, name).is_symlink()]
        for name in (*(name for name in own if name not in folders), *names):
            file = Path(place, name)
            path = file.relative_to(source).as_posix()
            if file.is_symlink() or not file.is_file():
                links += [] if name.startswith(".") else [path]
            elif not _is_made(name):
                files[path] = file
    return ProjectFiles(files, tuple(sorted(links)))


def site_checksums(site: Path) -> dict[str, str]:
    """Give the checksum of each file of the built *site*, its manifest aside.

    Raises ``OSError`` where there is no manifest, ``ValueError`` where it is none.
    """
    return read_checksum_list((site / SITE_MANIFEST).read_text(encoding="utf-8"))


def unwritable_names(paths: Iterable[str]) -> list[str]:
    """Give the paths that a manifest cannot tell from others: bytes that are no UTF-8, letters written in two ways."""
    known: dict[str, str] = {}
    wrong = []
    for path in sorted(paths):
        try:
            path.encode()
        except UnicodeEncodeError:
            wrong.append(path)
            continue
        if known.setdefault(unicodedata.normalize("NFC", path), path) != path:
            wrong.append(path)
    return wrong


def _is_made(name: str) -> bool:
    return name.startswith(".") or name in _MADE


def _raise(error: OSError) -> None:
    raise error
