"""What the HTML builds of an archive have made: noted before it is written, so that only that is ever removed.

Pages that ``html_extra_path`` brings, or that somebody puts into the output, are in no note, and stay.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Set
from pathlib import Path

from extension_kit.whole_files import remove_made, write_whole


class MadeFiles:
    """The notes in *file* of what was made below *output*, by kind: paths from *output*."""

    def __init__(self, file: Path, output: Path) -> None:
        self._file = file
        self._output = output
        self._place = Path(os.path.relpath(output, file.parent)).as_posix()  # a project may move with its output
        self._made = self._read()

    def of_kind(self, kind: str) -> Set[str]:
        """Give what is noted of *kind*."""
        return self._made.get(kind, set())

    def note(self, kind: str, paths: Iterable[str]) -> None:
        """Note that files of *kind* are about to be made."""
        self._made[kind] = self._made.get(kind, set()) | set(paths)
        self._write()

    def paths(self) -> set[str]:
        """Give the paths of all that is noted."""
        return set().union(*self._made.values())

    def keep_only(self, kind: str, paths: Set[str]) -> None:
        """Remove what was made of *kind* besides *paths*, and the folders that are empty then."""
        kept = {
            path
            for of_kind in (*(self._made[other] for other in self._made if other != kind), paths)
            for path in of_kind
        }
        for path in sorted(self._made.get(kind, set()) - kept):
            remove_made(self._output / path, self._output)
        self._made[kind] = set(paths)
        self._write()

    def _read(self) -> dict[str, set[str]]:
        """Give what is noted; nothing of another output, or where the notes cannot be read."""
        try:
            noted = json.loads(self._file.read_text(encoding="utf-8"))
            made = {kind: set(paths) for kind, paths in noted["made"].items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return {}
        return made if noted.get("output") == self._place else {}

    def _write(self) -> None:
        made = {kind: sorted(paths) for kind, paths in sorted(self._made.items())}
        write_whole(self._file, json.dumps({"output": self._place, "made": made}, indent=0, ensure_ascii=True))
