"""Telling what could not be read: a line for each problem, with file and line."""

from __future__ import annotations

import sys

from council.archive.archive_reader import ArchiveReading
from council.authority.files import Problem


def tell_problems(problems: tuple[Problem, ...]) -> bool:
    """Tell what is wrong in the records and files; whether anything is."""
    for problem in problems:
        print(f"{problem.page}.md:{problem.line}: {problem.field}: {problem.message}", file=sys.stderr)
    return bool(problems)


def tell_notes(reading: ArchiveReading) -> bool:
    """Tell what was noticed in the text of the releases; whether anything was."""
    for page, notes in reading.notes.items():
        for note in notes:
            print(f"{page}{note.ending}:{note.line}: {note.message}", file=sys.stderr)
    return any(reading.notes.values())
