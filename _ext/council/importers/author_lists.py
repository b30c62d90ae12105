"""Authors whom front matter names by a key, and the list beside it that has their names: Docusaurus, MkDocs, Jekyll.

The list that stands nearest counts: in the folder of the text, else in one above it, to the tree's root.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from council.importers.field_values import text_in
from council.importers.incoming import IncomingRelease, LeftOut
from council.importers.told import Told
from council.language.decoding import text_of_any
from council.model.yaml_mapping import UnreadableError, read_mapping

_FOLDERS = ("", "_data")
_NAMES = ("authors.yml", "authors.yaml", ".authors.yml", ".authors.yaml")
_WHOLE = "authors"
"""The key of MkDocs above all of its authors."""
_NAME_KEYS = ("name", "full_name", "display_name")


@dataclass(slots=True)
class AuthorLists:
    """The lists of authors in the tree *root*, each read once; *problems* are those that cannot be read."""

    root: Path
    problems: list[LeftOut] = field(default_factory=list)
    _names: dict[Path, Mapping[str, str]] = field(default_factory=dict)

    def named(self, part: IncomingRelease | LeftOut) -> IncomingRelease | LeftOut:
        """Give a release with the names of its authors in place of their keys, all else as it is."""
        if isinstance(part, LeftOut) or not part.authors:
            return part
        names = self._names_of(part.origin.parent)
        authors = tuple(names.get(author, author) for author in part.authors)
        return part if authors == part.authors else replace(part, authors=authors, own_front_matter="")

    def _names_of(self, folder: Path) -> Mapping[str, str]:
        if folder not in self._names:
            above = self._names_of(folder.parent) if folder != self.root else {}
            self._names[folder] = self._read(folder) or above
        return self._names[folder]

    def _read(self, folder: Path) -> Mapping[str, str]:
        for file in (folder / inner / name for inner in _FOLDERS for name in _NAMES):
            if file.is_file() and not file.is_symlink() and not file.parent.is_symlink():
                try:
                    return dict(_entries(read_mapping(text_of_any(file.read_bytes())[0])[0]))
                except (OSError, UnreadableError) as error:
                    self.problems.append(LeftOut(file, Told("no list of authors: {problem}", problem=error)))
        return {}


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the key and the name of each author."""
    whole = data.get(_WHOLE)
    for key, value in (whole if isinstance(whole, dict) else data).items():
        names = (value.get(name) for name in _NAME_KEYS) if isinstance(value, dict) else (value,)
        if name := next((text for text in map(text_in, names) if text), ""):
            yield key, name
