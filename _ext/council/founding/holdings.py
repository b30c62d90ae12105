"""What an archive holds of its institution, and how it is emptied of it: nothing goes that git could not give back.

It is what the last commit has below the folders of releases, records and answers, and the list of addresses.  No link
is followed, no other file is touched; what the build makes, as the pages of years, the next build takes away.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extension_kit.whole_files import remove_partials

from council.founding.committed_files import CommittedFiles
from council.model.authorities import FOLDERS
from council.model.source_files import ENDING

RELEASES = "sessions"
SOURCES = (RELEASES, *FOLDERS.values())
"""The folders of releases and records."""
ANSWERS = "gold"
ADDRESSES = "addresses.txt"


@dataclass(frozen=True, slots=True)
class Holdings:
    """The files that can go, as paths from the archive's folder, and those that git could not give back."""

    committed: tuple[str, ...]
    uncommitted: tuple[str, ...]

    @property
    def releases(self) -> int:
        """How many of the files are releases."""
        return sum(path.startswith(f"{RELEASES}/") and path.endswith(ENDING) for path in self.committed)

    @property
    def records(self) -> int:
        """How many are authority records."""
        return sum(path.partition("/")[0] in FOLDERS.values() and path.endswith(ENDING) for path in self.committed)

    @property
    def others(self) -> int:
        """How many are pictures, corrections, answers or lists."""
        return len(self.committed) - self.releases - self.records


def holdings_of(source: Path, committed: CommittedFiles, first_files: Mapping[str, str]) -> Holdings:
    """Give what the archive at *source* holds, *first_files* being what is to stand there instead."""
    emptied = {path for path in committed.unchanged if path.partition("/")[0] in {*SOURCES, ANSWERS, ADDRESSES}}
    endangered = {*_files_below(source, (*SOURCES, ANSWERS)), ADDRESSES, *first_files}
    return Holdings(
        tuple(sorted(path for path in emptied if os.path.lexists(source / path) and path not in first_files)),
        tuple(
            sorted(
                path
                for path in endangered - committed.unchanged
                if os.path.lexists(source / path) and not _holds(source / path, first_files.get(path))
            )
        ),
    )


def _files_below(source: Path, folders: tuple[str, ...]) -> Iterator[str]:
    """Give the files below *folders*, hidden ones left out; a link to a folder is one of them, and is not followed."""
    for folder in folders:
        if (source / folder).is_symlink():
            yield folder
            continue
        for place, below, files in os.walk(source / folder):
            links = (name for name in below if Path(place, name).is_symlink())
            for name in (*files, *links):
                if not name.startswith("."):
                    yield Path(place, name).relative_to(source).as_posix()


def _holds(file: Path, text: str | None) -> bool:
    """Whether *file* holds *text* already, as one does that was written before the command was stopped."""
    return text is not None and file.is_file() and file.read_bytes() == text.encode("utf-8")


def empty(source: Path, holdings: Holdings) -> None:
    """Remove the committed files, and the folders in which nothing is left; those of the sources stay."""
    for path in holdings.committed:
        (source / path).unlink(missing_ok=True)
    for folder in (*SOURCES, ANSWERS):
        remove_partials(source / folder)
        for place, _below, _files in os.walk(source / folder, topdown=False):
            with suppress(OSError):  # something is left there
                os.rmdir(place)
    for folder in SOURCES:
        (source / folder).mkdir(exist_ok=True)
