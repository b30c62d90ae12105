"""Where an export writes its files: whole, only where they changed, and noted before they are there.

The notes tell a later build what an earlier one made, also one that was stopped, so that what is not made any more is
removed, and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Set
from pathlib import Path, PurePosixPath

from extension_kit.whole_files import remove_made, write_whole


class Output:
    """The files of one export below *folder*; *notes* is the file that tells which were ever made there.

    *taken* are paths that files of the project's own have, which are neither written nor removed.
    """

    def __init__(self, folder: Path, notes: Path, taken: Set[str] = frozenset()) -> None:
        self._folder, self._notes, self._taken = folder, notes, taken
        place = Path(os.path.relpath(folder, notes.parent)).as_posix()  # a project may move with its output
        first, *noted = _lines(notes) or [""]
        self._place, self._known = place, first == place
        self._noted = set(noted) if self._known else set()
        self._made: set[str] = set()

    def write(self, path: str, content: str | bytes) -> None:
        """Write the file at *path* from the root of the site; ``OSError`` where it cannot be written."""
        file = self.place(path)
        if path not in self._taken:
            write_whole(file, content)

    def place(self, path: str) -> Path:
        """Give the file at *path*, for who writes it whole by other means; ``ValueError`` where it leads elsewhere."""
        self.note([_checked(path)])
        self._made.add(path)
        return self._folder / path

    def note(self, paths: Iterable[str]) -> None:
        """Note *paths* before their files are there; one call for many saves opening the notes for each."""
        if not self._known:
            write_whole(self._notes, f"{self._place}\n")
            self._known = True
        new = [_checked(path) for path in dict.fromkeys(paths) if path not in self._noted]
        if new:
            with self._notes.open("a", encoding="utf-8") as notes:
                notes.writelines(f"{path}\n" for path in new)
            self._noted.update(new)

    @property
    def noted(self) -> frozenset[str]:
        """The paths of all that was ever made there, and not removed since."""
        return frozenset(self._noted)

    def is_made(self) -> bool:
        """Whether an earlier build wrote the export, and all that it made is there."""
        return self._known and all((self._folder / path).is_file() for path in self._noted)

    def remove_others(self) -> None:
        """Remove what was made earlier and not now, and the folders that are empty then."""
        for path in sorted(self._noted - self._made - self._taken):
            remove_made(self._folder / path, self._folder)
        write_whole(self._notes, "\n".join([self._place, *sorted(self._made)]) + "\n")


def _checked(path: str) -> str:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\n" in path:
        raise ValueError(f"{path!r} is no path below the site")
    return path


def _lines(notes: Path) -> list[str]:
    try:
        return notes.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
