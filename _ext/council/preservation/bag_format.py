"""The form of a bag, BagIt 1.0 (RFC 8493), for who writes and who checks one.

The library ``bagit`` writes version 0.97, with the day's date and files in the order of the folder, and takes a path
that leaves the bag for a neighbour's; so bags are written and checked here, and ``bagit`` is the judge in the tests.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

DECLARATION = "bagit.txt"
DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
INFORMATION = "bag-info.txt"
PAYLOAD = "data"
FETCHED = "fetch.txt"
OXUM = "Payload-Oxum"
"""The element that tells how many bytes and files the payload has: ``BYTES.FILES``."""

_ENCODED = {"%": "%25", "\n": "%0A", "\r": "%0D"}
_DECODED = {code: sign for sign, code in _ENCODED.items()}


def encoded_path(path: str) -> str:
    """Give a path as a manifest has it: line breaks and percent signs, and no others, are encoded (RFC 8493, 2.1.3)."""
    return re.sub("[%\n\r]", lambda sign: _ENCODED[sign[0]], path)


def decoded_path(path: str) -> str:
    """Give the path that a manifest means."""
    return re.sub("%(?:25|0[AaDd])", lambda code: _DECODED[code[0].upper()], path)


def leaves_bag(path: str) -> bool:
    """Whether a path of a bag leads out of it, on whatever system."""
    windows = PureWindowsPath(path)
    return (
        not path
        or "\0" in path
        or PurePosixPath(path).is_absolute()
        or bool(windows.anchor)
        or ".." in windows.parts
        or path.startswith("~")
    )
