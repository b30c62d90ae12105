"""What stands among the sources and is none: told, and kept from Sphinx, which would read it or break on it.

In the folder of the releases only Markdown is read: reStructuredText could run directives that a release may not.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from council.model.authorities import FOLDERS
from council.model.source_files import ENDING, shown_path, source_files
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.matching import Matcher

from council_sphinx.core.warning_types import ArchiveWarning, warn

_WILD = re.compile(r"[*?[]")


def _exclude(app: Sphinx, config: Config) -> None:
    source = Path(app.srcdir)
    releases, records = source / config.archive_releases, [source / folder for folder in FOLDERS.values()]
    linked = [link for folder in (releases, *records) for link in _linked_folders(folder)]
    told = [*_no_sources(releases), *linked, *_other_markup(releases, config)]
    told += _circles(source, [*config.exclude_patterns, *_patterns(source, told)])
    for file, wrong in told:
        warn(ArchiveWarning.PATH, wrong, f"{shown_path(file)}:1")
    told += chain.from_iterable(map(_no_sources, records))  # told when they are loaded
    config.exclude_patterns = [*config.exclude_patterns, *_patterns(source, told)]


def _no_sources(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give the Markdown files that can be no source, with the reason."""
    return ((file, wrong) for file, wrong in source_files(folder) if wrong)


def _linked_folders(root: Path) -> Iterator[tuple[Path, str]]:
    """Give the links to folders below *root*: Sphinx would follow them."""
    for place, folders, _files in os.walk(root):
        for folder in sorted(folders):
            if Path(place, folder).is_symlink():
                yield Path(place, folder), "this is a link to a folder; no link is followed, copy the folder here"


def _circles(source: Path, excluded: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Give the links, where all others are followed, that lead up: the archive would hold itself again and again."""
    is_excluded = Matcher(excluded)
    for place, folders, _files in os.walk(source):
        paths = {name: Path(place, name).relative_to(source).as_posix() for name in folders}
        folders[:] = sorted(name for name in folders if not is_excluded(unicodedata.normalize("NFC", paths[name])))
        for link in (Path(place, name) for name in folders):
            if link.is_symlink() and Path(place).resolve().is_relative_to(link.resolve()):
                yield link, "this is a link to a folder that holds it; it is not followed, remove it"


def _other_markup(releases: Path, config: Config) -> Iterator[tuple[Path, str]]:
    """Give the files among the releases that Sphinx would read as something else than Markdown."""
    suffixes = tuple(suffix for suffix in config.source_suffix if suffix != ENDING)
    for place, _folders, files in os.walk(releases):
        for name in sorted(files):
            if name.endswith(suffixes):
                yield Path(place, name), f"a release is Markdown ({ENDING}); this file is not read, remove it"


def _patterns(source: Path, told: Iterable[tuple[Path, str]]) -> Iterator[str]:
    """Give the patterns that match what was told alone.

    Sphinx compares names in NFC: where a name is not, its pattern would keep out a namesake that is.
    """
    for file, _wrong in told:
        path = file.relative_to(source).as_posix()
        composed = unicodedata.normalize("NFC", path)
        if composed == path or not os.path.exists(source / composed):  # no error where the name is too long
            yield _WILD.sub(lambda sign: f"[{sign[0]}]", composed)


def setup(app: Sphinx) -> None:
    """Look at the folders before Sphinx does."""
    app.connect("config-inited", _exclude, priority=600)
