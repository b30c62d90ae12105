"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(file: Path, content: str | bytes) -> bool:
    """Write *content* unless *file* holds it already; tell whether anything was written.

    The bytes go to a file beside it first, which then takes its place: no reader, and no build that is
    stopped in between, sees half of them.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if file.is_file() and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(file)
    return True
