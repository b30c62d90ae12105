"""Writing a bag: whole or not at all, and the same bytes for the same files.

It is made beside its place, with its declaration last, so that what a stopped command leaves is no bag; the next
one removes it.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extension_kit.whole_files import replace_folder

from council.preservation.bag_format import DECLARATION, DECLARED, INFORMATION, OXUM, PAYLOAD, encoded_path

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was put into a bag."""

    sha256: str
    size: int


Stored = Mapping[str, StoredFile]
"""The files of a payload, by their path in it."""


def write_bag(
    target: Path,
    payload: Mapping[str, Path],
    information: Mapping[str, str],
    tag_files: Callable[[Stored], Mapping[str, bytes]],
) -> None:
    """Write the bag *target* of the files of *payload*, by their path in it, in the place of one that is there.

    *tag_files* gives the files beside the payload, by name, when it is told what was stored; what it raises ends the
    writing.  Raises ``OSError`` where a file cannot be read or written.
    """
    making = target.with_name(f".{target.name}.new")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    try:
        stored = {path: _store(payload[path], making / PAYLOAD / path) for path in sorted(payload)}
        (making / PAYLOAD).mkdir(exist_ok=True)
        tags = dict(tag_files(stored))
        tags[INFORMATION] = _information(information, stored).encode()
        tags["manifest-sha256.txt"] = _manifest({f"{PAYLOAD}/{path}": one.sha256 for path, one in stored.items()})
        tags[DECLARATION] = DECLARED.encode()
        listed = {name: hashlib.sha256(content).hexdigest() for name, content in tags.items()}
        tags["tagmanifest-sha256.txt"] = _manifest(listed)
        for name in sorted(tags, key=lambda name: (name == DECLARATION, name)):
            (making / name).write_bytes(tags[name])
        replace_folder(making, target)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _store(origin: Path, target: Path) -> StoredFile:
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with origin.open("rb") as reading, target.open("xb") as writing:
        while block := reading.read(_BLOCK):
            digest.update(block)
            size += writing.write(block)
    return StoredFile(digest.hexdigest(), size)


def _information(information: Mapping[str, str], stored: Stored) -> str:
    oxum = f"{sum(file.size for file in stored.values())}.{len(stored)}"
    told = {label: " ".join(value.split()) for label, value in information.items()} | {OXUM: oxum}
    return "".join(f"{label}: {value}\n" for label, value in told.items() if value)


def _manifest(checksums: Mapping[str, str]) -> bytes:
    return "".join(f"{checksums[path]}  {encoded_path(path)}\n" for path in sorted(checksums)).encode()
