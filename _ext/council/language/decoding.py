"""Bytes of a file as text: UTF-8, with a mark for what is none."""

from __future__ import annotations

from collections.abc import Iterator
from encodings import utf_8_sig

REPLACEMENT = "\ufffd"
"""Stands for bytes that are no UTF-8."""


def decode(data: bytes) -> str:
    """Decode the bytes of a file: a mark at the start is dropped, wrong bytes become U+FFFD."""
    return utf_8_sig.decode(data, "replace")[0]


def undecodable_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Give the number, from 1, and the first words of each line that is not UTF-8."""
    for number, line in enumerate(data.splitlines(), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield number, line.decode("utf-8", "replace").strip()[:60]
