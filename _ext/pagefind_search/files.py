"""Writing files and folders whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(file: Path, data: bytes) -> None:
    """Write *data*, through a file beside it, unless *file* holds it already."""
    if file.is_file() and file.read_bytes() == data:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(file)


def replace_folder(new: Path, target: Path) -> None:
    """Put the folder *new* in the place of *target*."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
