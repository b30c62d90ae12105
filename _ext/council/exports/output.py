"""Where an export writes its files: whole, only where they changed, and noted before they are there.

The notes tell a later build what an earlier one made, also one that was stopped, so that what is not made any more is
removed, and nothing else.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from extension_kit.whole_files import write_whole


class Output:
    """The files of one export below *folder*; *notes* is the file that tells which were ever made there."""

    def __init__(self, folder: Path, notes: Path) -> None:
        self._folder, self._notes = folder, notes
        place = Path(os.path.relpath(folder, notes.parent)).as_posix()  # a project may move with its output
        first, *noted = _lines(notes) or [""]
        self._noted = set(noted) if first == place else set()
        self._made: set[str] = set()
        notes.parent.mkdir(parents=True, exist_ok=True)
        if first != place:
            write_whole(notes, f"{place}\n")

    def write(self, path: str, content: str | bytes) -> None:
        """Write the file at *path* from the root of the site; ``OSError`` where it cannot be written."""
        write_whole(self.place(path), content)

    def place(self, path: str) -> Path:
        """Give the file at *path*, for who writes it whole by other means; ``ValueError`` where it leads elsewhere."""
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or "\n" in path:
            raise ValueError(f"{path!r} is no path below the site")
        if path not in self._noted:
            with self._notes.open("a", encoding="utf-8") as notes:
                notes.write(f"{path}\n")
            self._noted.add(path)
        self._made.add(path)
        return self._folder / path

    @property
    def noted(self) -> frozenset[str]:
        """The paths of all that was ever made there, and not removed since."""
        return frozenset(self._noted)

    def is_made(self) -> bool:
        """Whether all that an earlier build made is there."""
        return bool(self._noted) and all((self._folder / path).is_file() for path in self._noted)

    def remove_others(self) -> None:
        """Remove what was made earlier and not now, and the folders that are empty then."""
        for path in sorted(self._noted - self._made):
            file = self._folder / path
            file.unlink(missing_ok=True)
            folder = file.parent
            while folder != self._folder and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent
        place = _lines(self._notes)[0]
        write_whole(self._notes, "\n".join([place, *sorted(self._made)]) + "\n")


def _lines(notes: Path) -> list[str]:
    try:
        return notes.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
