"""Bytes of a file as text, the same for all that read it: UTF-8 or marked UTF-16, and signs that pages can show.

Lines end in one way; wrong bytes and NUL become U+FFFD; other control characters, which no text has, become spaces,
as do the separators U+2028 and U+2029, at which Python, unlike Markdown, ends a line.  Byte order marks at the start
of a line are dropped: files that were put together have them behind the first.  No line is added or taken away.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

REPLACEMENT = "\ufffd"
"""Stands for bytes that are no UTF-8."""

_LINE_END = re.compile("\r\n?")
_MARKS = re.compile("^\ufeff+", re.MULTILINE)
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SIGNS = dict.fromkeys((*range(1, 9), 11, 12, *range(14, 32), *range(127, 160), 8232, 8233), " ")
_SIGNS[0] = REPLACEMENT


def decode(data: bytes, *, legacy: bool = False) -> str:
    """Give the text of a file.

    In a *legacy* one, of somebody else's tree, bytes that are no UTF-8 are what Windows-1252 has in their place, as
    browsers read what calls itself Latin-1; line by line, so that a file that was put together is read right as well.
    """
    text = "\n".join(map(_decode_line, data.split(b"\n"))) if legacy and not _is_utf_16(data) else _decode(data)
    return _MARKS.sub("", _LINE_END.sub("\n", text).translate(_SIGNS))


def _decode(data: bytes) -> str:
    return data.decode("utf-16" if _is_utf_16(data) else "utf-8", "replace")


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("windows-1252", "replace")


def _is_utf_16(data: bytes) -> bool:
    return data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))


def text_of_any(data: bytes) -> tuple[str, str]:
    """Give the text of a file that somebody else wrote, all its signs as they are, and its encoding if it is not UTF-8.

    Lines that are no UTF-8 are Windows-1252, as in :func:`decode` of a legacy file, unless most of the file's letters
    show that it is UTF-8 with a mistake; these bytes are what ``surrogateescape`` gives.
    """
    if _is_utf_16(data):
        return data.decode("utf-16", "replace"), "UTF-16"
    text = data.decode("utf-8", "surrogateescape")
    wrong = sum(1 for sign in text if "\udc80" <= sign <= "\udcff")
    if wrong <= sum(1 for sign in text if sign > "\x7f") - wrong:
        return text, ""
    return "\n".join(map(_decode_line, data.split(b"\n"))), "Windows-1252"


def encoding_problems(data: bytes) -> Iterator[tuple[int, str]]:
    """Give the number, from 1, of each line that :func:`decode` cannot take as it is, and what to do about it."""
    if _is_utf_16(data):
        yield 1, "the file is UTF-16; save it as UTF-8"
        return
    if _is_sound(data):
        return
    for number, line in enumerate(_lines(data), 1):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            told = line.decode("utf-8", "replace").strip()[:60]
            yield number, f"bytes that are not UTF-8 in {told!r}; save the file as UTF-8"
            continue
        if control := _CONTROL.search(text):
            yield number, f"the control character {control[0]!r}, which no text has; take it out"


def _is_sound(data: bytes) -> bool:
    """Whether nothing is wrong with the whole, as is so with nearly every file."""
    try:
        return _CONTROL.search(data.decode("utf-8")) is None
    except UnicodeDecodeError:
        return False


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
