"""Bytes of a release as text: UTF-8, with a mark for what is none."""

from __future__ import annotations

from encodings import utf_8_sig


def decode(data: bytes) -> str:
    """Decode the bytes of a release: a mark at the start is dropped, wrong bytes become U+FFFD."""
    return utf_8_sig.decode(data, "replace")[0]
