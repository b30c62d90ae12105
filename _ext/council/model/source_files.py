"""Which files can be sources, releases or records: files of the archive itself, under names that pages can have."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePath

ENDING = ".md"
_LONGEST_NAME = 200
"""Bytes of a name: what is made of a source adds to it, and file systems take 255."""


def source_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Give each Markdown file below *folder*, in order, and what is wrong with it as a source; nothing is empty.

    Folders that are links are not entered.
    """
    below = (
        Path(place, name)
        for place, folders, files in os.walk(folder)
        for name in (*files, *(name for name in folders if name.endswith(ENDING)))
    )
    root = folder.resolve()
    for file in sorted(file for file in below if file.suffix.lower() == ENDING):
        yield file, wrong_with(file, root)


def usable_files(folder: Path) -> list[Path]:
    """Give the Markdown files below *folder* that can be sources, in order."""
    return [file for file, wrong in source_files(folder) if not wrong]


def wrong_with(file: Path, root: Path) -> str:
    """Tell why *file* can be no source of the folder *root*; nothing where it can."""
    if file.suffix != ENDING:
        return f"the name of a source ends in {ENDING}; rename the file"
    if name_wrong := wrong_with_name(file.relative_to(root) if file.is_relative_to(root) else Path(file.name)):
        return f"{name_wrong}; rename the file"
    if file.is_symlink() and not file.resolve().is_relative_to(root):
        return "this is a link that leads out of the folder; copy the file here"
    if not file.is_file() or not os.access(file, os.R_OK):
        return "this is no file that can be read; remove it, or let it be read"
    return ""


def shown_path(file: Path) -> str:
    """Give the path of *file* as text that can be written: what is no letter or sign in it as an escape."""
    path = file.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in path)


def wrong_with_name(path: PurePath) -> str:
    """Tell why no page can have the name of a file, or of a folder that *path* leads through; nothing where it can."""
    name = path.as_posix()
    if not name.isprintable():
        return "its name holds bytes or signs that no page can show"
    if unicodedata.normalize("NFC", name) != name:
        return "its name holds letters in parts (no NFC), which other systems write in another way"
    if any(part != part.strip() or set(part) & set("<>\\") for part in path.with_suffix("").parts):
        return "its name holds <, > or \\, or begins or ends with a space"
    if any(len(part.encode()) > _LONGEST_NAME for part in path.parts):
        return f"its name is longer than {_LONGEST_NAME} bytes"
    return ""
