"""Writing files and folders whole or not at all; for every extension here."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def partial_of(file: Path) -> Path:
    """Give the name beside *file* under which this process writes it until it is whole."""
    return file.with_name(f".{file.name}.{os.getpid()}")


def write_whole(file: Path, content: str | bytes) -> bool:
    """Write *content* unless *file* holds it already; tell whether anything was written.

    The bytes go to a file beside it first, which then takes its place: no reader, and no build that is
    stopped in between, sees half of them.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = partial_of(file)
    partial.write_bytes(data)
    partial.replace(file)
    return True


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder *new* in the place of *target*."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
