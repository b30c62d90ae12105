"""The archive without Sphinx: all files of a project read into records, for commands and scripts."""

from __future__ import annotations

import hashlib
from pathlib import Path

from council.archive.archive import Archive
from council.authority.files import load_authorities
from council.extract.release import read_release
from council.extract.vocabulary import vocabulary_of
from council.language.decoding import decode
from council.model.releases import Release


def read_archive(source: Path, releases: str = "sessions") -> Archive:
    """Read the releases and records of the project at *source*."""
    records, _problems = load_authorities(source)
    vocabulary = vocabulary_of(records)
    found: dict[str, Release] = {}
    for file in sorted((source / releases).rglob("*.md")):
        page = file.relative_to(source).with_suffix("").as_posix()
        data = file.read_bytes()
        text = decode(data).replace("\r\n", "\n")
        found[page], _notes = read_release(text, file.stem, vocabulary, hashlib.sha256(data).hexdigest())
    return Archive(found, records)
