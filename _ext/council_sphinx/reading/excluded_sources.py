"""What stands among the sources and is none: told, and kept from Sphinx, which would read it or break on it.

In the folder of the releases only Markdown is read: reStructuredText could run directives that a release may not.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from council.model.authorities import FOLDERS
from council.model.source_files import ENDING, shown_path, source_files
from sphinx.application import Sphinx
from sphinx.config import Config

from council_sphinx.core.warning_types import ArchiveWarning, warn

_WILD = re.compile(r"[*?[]")


def _exclude(app: Sphinx, config: Config) -> None:
    source = Path(app.srcdir)
    releases = source / config.archive_releases
    told = [*_no_sources(releases), *_linked_folders(releases), *_other_markup(releases, config)]
    for file, wrong in told:
        warn(ArchiveWarning.PATH, wrong, f"{shown_path(file)}:1")
    records = (_no_sources(source / folder) for folder in FOLDERS.values())  # told when they are loaded
    paths = (file.relative_to(source).as_posix() for file, _wrong in chain(told, *records))
    config.exclude_patterns = [*config.exclude_patterns, *map(_pattern, filter(_is_composed, paths))]


def _no_sources(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give the Markdown files that can be no source, with the reason."""
    return ((file, wrong) for file, wrong in source_files(folder) if wrong)


def _linked_folders(releases: Path) -> Iterator[tuple[Path, str]]:
    for place, folders, _files in os.walk(releases):
        for folder in sorted(folders):
            if Path(place, folder).is_symlink():
                yield Path(place, folder), "this is a link to a folder; no link is followed, copy the folder here"


def _other_markup(releases: Path, config: Config) -> Iterator[tuple[Path, str]]:
    """Give the files among the releases that Sphinx would read as something else than Markdown."""
    suffixes = tuple(suffix for suffix in config.source_suffix if suffix != ENDING)
    for place, _folders, files in os.walk(releases):
        for name in sorted(files):
            if name.endswith(suffixes):
                yield Path(place, name), f"a release is Markdown ({ENDING}); this file is not read, remove it"


def _is_composed(path: str) -> bool:
    """Sphinx passes over a file whose name is not in NFC by itself; a pattern would keep out its namesake."""
    return unicodedata.normalize("NFC", path) == path


def _pattern(path: str) -> str:
    """Give the pattern that *path* alone matches."""
    return _WILD.sub(lambda sign: f"[{sign[0]}]", path)


def setup(app: Sphinx) -> None:
    """Look at the folders before Sphinx does."""
    app.connect("config-inited", _exclude, priority=600)
