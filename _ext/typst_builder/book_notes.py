"""What is kept beside the main file of a book: what its PDF was made from, and where its places stand in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from extension_kit.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class BookNote:
    """The note of a book: a digest of what it was *made_from*, empty where it is to be made anew whatever that is.

    *places* gives the page of each label of a volume; *sha256* is the checksum of its file, *pages* their number.
    """

    made_from: str = ""
    sha256: str = ""
    pages: int = 0
    places: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> BookNote:
        """Give the note in *file*; an empty one where there is none."""
        try:
            return cls(**json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, file: Path) -> None:
        """Keep the note in *file*."""
        write_whole(file, json.dumps(asdict(self), ensure_ascii=False, sort_keys=True))


def checksum(file: Path) -> str:
    """Give the SHA-256 checksum of *file*."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
