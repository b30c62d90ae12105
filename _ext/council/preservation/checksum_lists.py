"""Lists of checksums as ``sha256sum`` writes and reads them: ``sha256sum --check manifest-sha256.txt``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

SITE_MANIFEST = "manifest-sha256.txt"
"""The list of all files of a site, in its root."""

_READ = 2**20
_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)", re.DOTALL)
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ESCAPED = {escape: sign for sign, escape in _ESCAPES.items()}


def file_sha256(file: str | Path) -> str:
    """Give the checksum of a file; raises ``OSError`` where it cannot be read."""
    digest = hashlib.sha256()
    with open(file, "rb", buffering=0) as stream:  # ``file_digest`` first clears more memory than most files have bytes
        while part := stream.read(_READ):
            digest.update(part)
    return digest.hexdigest()


def checksum_list(checksums: Mapping[str, str]) -> str:
    """Give a line for each path, sorted; a name that a line cannot hold is escaped as ``sha256sum`` does."""
    return "".join(_line(path, checksums[path]) for path in sorted(checksums))


def read_checksum_list(text: str) -> dict[str, str]:
    """Give the checksum of each path; ``ValueError`` for a line that is none of such a list."""
    checksums: dict[str, str] = {}
    for number, line in enumerate(text.split("\n")[:-1], 1):
        parts = _LINE.fullmatch(line)
        if not parts:
            raise ValueError(f"line {number} has no checksum and path")
        path = re.sub(r"\\[\\nr]", lambda escape: _ESCAPED[escape[0]], parts[3]) if parts[1] else parts[3]
        checksums[path] = parts[2]
    return checksums


def _line(path: str, checksum: str) -> str:
    escaped = re.sub(r"[\\\n\r]", lambda sign: _ESCAPES[sign[0]], path)
    return f"{'' if escaped == path else chr(92)}{checksum}  {escaped}\n"
