"""The releases and records that are changed: those of the project, and the real ones where they are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sites import PROJECT, SHARED

ARCHIVES = (PROJECT, *sorted((PROJECT / "tests" / "institutions").iterdir()))
RECORDS = ("directorates", "projects", "people")
_PICTURE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?([^"'>\s]+)|!\[[^\]]*\]\(([^)\s]+)""", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """A text to change, and where it came from."""

    name: str
    text: str

    def pictures(self) -> Iterator[str]:
        """Give the addresses of its pictures that lie below the folder of the releases."""
        for match in _PICTURE.finditer(self.text):
            address = match[1] or match[2]
            if not address.startswith(("/", ".", "http", "data:")) and len(address) < 200:
                yield address


@cache
def releases(real: bool) -> tuple[Text, ...]:
    """Give the releases of the project, and the real ones if *real*."""
    files = [file for archive in ARCHIVES for file in sorted((archive / "sessions").rglob("*.md"))]
    if real:
        files += sorted(file for file in SHARED.rglob("*.md") if file.name not in {"README.md", "DESIGN.md"})
        files += sorted(SHARED.glob("corpus-html/*.html"))
    return tuple(_read(file) for file in files)


@cache
def records(folder: str) -> tuple[Text, ...]:
    """Give the records of one kind."""
    files = [file for archive in ARCHIVES for file in sorted((archive / folder).glob("*.md"))]
    return tuple(_read(file) for file in files if file.stem != "index")


def _read(file: Path) -> Text:
    base = SHARED if file.is_relative_to(SHARED) else PROJECT
    return Text(str(file.relative_to(base)), file.read_text(encoding="utf-8", errors="replace"))
