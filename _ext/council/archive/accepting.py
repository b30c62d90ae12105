"""Marking a record as reviewed: one line of its file changes, and no other byte."""

from __future__ import annotations

import re
from pathlib import Path

from extension_kit.whole_files import write_whole

from council.authority.files import load_authorities, read_authority
from council.dialect.front_matter import read_front_matter
from council.language.decoding import decode
from council.model.authorities import Authority

_VALUE = re.compile(rb"(\breviewed[\"']?\s*:\s*)[^\s,}]+")


class AcceptError(Exception):
    """A record cannot be marked as reviewed; the message names file and line, and what to do."""


def records_called(source: Path, id_: str) -> list[Authority]:
    """Give the records that *id_* names, as ``plan-de-agua`` or ``projects/plan-de-agua``.

    Where it names several, those that nobody has reviewed are meant.
    """
    records, _problems = load_authorities(source)
    called = [record for of_kind in records.values() for record in of_kind.values() if id_ in {record.id, record.page}]
    return [record for record in called if not record.reviewed] or called


def accept(source: Path, record: Authority) -> None:
    """Write into the file of *record* that somebody has reviewed it.

    Raises :class:`AcceptError` where its line cannot be rewritten alone.
    """
    file = source / f"{record.page}.md"
    data = file.read_bytes()
    front_matter = read_front_matter(decode(data), required=True)
    number = front_matter.lines.get(("reviewed",), 0) if front_matter else 0
    lines = data.split(b"\n")
    lines[number - 1] = _VALUE.sub(rb"\1true", lines[number - 1], count=1)
    accepted = b"\n".join(lines)
    changed, _problems = read_authority(decode(accepted), record.kind, record.id)
    if changed is None or not changed.reviewed:
        raise AcceptError(f"{file}:{number}: reviewed: this line cannot be rewritten; write reviewed: true")
    write_whole(file, accepted)
