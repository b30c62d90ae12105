"""What the rules noticed while reading: one note a finding, handed to whoever reports warnings."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """A finding in a release: *line* counts from 1 in the file, *subtype* is one of the archive's.

    *ending* is that of the file: of the release, else of one beside it.
    """

    line: int
    subtype: str
    message: str
    ending: str = ".md"


def note(env: MutableMapping[str, Any], line: int, subtype: str, message: str) -> None:
    """Keep a finding in the markdown-it environment; *line* counts from 0, as markdown-it does."""
    found: dict[Note, None] = env.setdefault("notes", {})
    found[Note(line + 1, subtype, message)] = None


def notes_of(env: MutableMapping[str, Any]) -> list[Note]:
    """Give the findings in order of line, each once."""
    return sorted(env.get("notes", {}), key=lambda found: (found.line, found.message))
