"""Writing files and folders whole or not at all; for every extension here."""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

_PARTIAL = re.compile(r"\..*\.\d+\.partial", re.DOTALL)
_KEPT = 40
"""Letters of a name that its partial has: file systems take names of 255 bytes."""


def partial_of(file: Path) -> Path:
    """Give the name beside *file* under which this process writes it until it is whole."""
    return file.with_name(f".{file.name[:_KEPT]}.{os.getpid()}.partial")


def write_whole(file: Path, content: str | bytes) -> bool:
    """Write *content* unless *file* holds it already; tell whether anything was written.

    The bytes go to a file beside it first, which then takes its place: no reader, and no build that is
    stopped in between, sees half of them.  Raises ``OSError`` where it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_of(file)
    try:
        partial.write_bytes(data)
        partial.replace(file)
    except BaseException as error:
        with suppress(OSError):
            partial.unlink()
        if isinstance(error, OSError):
            error.filename = str(file)
        raise
    return True


def remove_made(file: Path, below: Path) -> None:
    """Remove *file*, where it is there, and the folders above it that are empty then, up to *below*."""
    file.unlink(missing_ok=True)
    folder = file.parent
    while folder != below and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def remove_partials(folder: Path) -> None:
    """Remove the partial files that stopped processes left below *folder*; for who works there alone."""
    for place, _folders, files in os.walk(folder):
        for name in filter(_PARTIAL.fullmatch, files):
            Path(place, name).unlink(missing_ok=True)


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder *new* in the place of *target*."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
