"""Taking out of a picture what it tells beside the picture: places, devices, owners, comments, previews.

The parts of a file that show the picture are copied byte for byte, those on no list here are left out, and so is
all that stands behind its end.  What tells its colours stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_JPEG_END, _JPEG_SCAN = 0xD9, 0xDA
_JFIF, _JFIF_HEAD = 0xE0, b"\xff\xe0\0\x10"
"""A JFIF segment is copied without the preview that it may end with."""
_JPEG_WITHOUT_LENGTH = frozenset([0x01, *range(0xD0, 0xD9)])
_JPEG_APPLICATIONS = {_JFIF: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that change what is seen, and how they begin: density, ICC, kind of colours."""
_JPEG_SEGMENTS = frozenset(range(0xC0, 0xE0))
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the data of a scan."""
_PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS bKGD pHYs cHRM gAMA sBIT sRGB iCCP cICP mDCV cLLI acTL fcTL fdAT".split()
)
_GIF_TRAILER, _GIF_PICTURE, _GIF_EXTENSION = 0x3B, 0x2C, 0x21
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_WEBP_CHUNKS = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_WEBP_TOLD = 0x08 | 0x04
"""The flags by which a WebP says that it has Exif and XMP."""


class StructureError(Exception):
    """The parts of the file cannot be followed, though a decoder may see a picture in it."""


def without_metadata(data: bytes, kind: str) -> bytes:
    """Give the picture *data* of the format *kind*, as Pillow names it, without its metadata.

    Raises :class:`StructureError`.
    """
    strip = _STRIPPERS.get(kind)
    if strip is None:
        raise StructureError(kind)
    try:
        return strip(data)
    except IndexError as error:
        raise StructureError("it breaks off") from error


def _jpeg(data: bytes) -> bytes:
    kept, place = bytearray(data[:2]), 2
    while place < len(data):
        if data[place] != 0xFF:
            raise StructureError(f"no marker at byte {place}")
        marker = data[place + 1]
        if marker == _JPEG_END:
            break
        if marker == 0xFF or marker in _JPEG_WITHOUT_LENGTH:
            place += 1 if marker == 0xFF else 2
            continue
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _JPEG_SCAN:
            next_marker = _JPEG_MARKER.search(data, end)
            end = next_marker.start() if next_marker else len(data)
        begins = _JPEG_APPLICATIONS.get(marker)
        if marker in _JPEG_SEGMENTS or (begins and data.startswith(begins, place + 4)):
            kept += data[place:end] if marker != _JFIF else _JFIF_HEAD + data[place + 4 : place + 16] + b"\0\0"
        place = end
    return bytes(kept) + bytes([0xFF, _JPEG_END])


def _png(data: bytes) -> bytes:
    kept, place, kind = bytearray(data[:8]), 8, b""
    while place + 8 <= len(data) and kind != b"IEND":
        kind = data[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if kind in _PNG_CHUNKS:
            kept += data[place:end]
        place = end
    return bytes(kept)


def _gif(data: bytes) -> bytes:
    place = _after_colours(data, 13, data[10])
    kept = bytearray(data[:place])
    while place < len(data) and data[place] != _GIF_TRAILER:
        begin, block = place, data[place]
        if block == _GIF_PICTURE:
            place = _after_blocks(data, _after_colours(data, place + 10, data[place + 9]) + 1)
            is_kept = True
        elif block == _GIF_EXTENSION:
            label = data[place + 1]
            is_kept = label == _GIF_CONTROL or (
                label == _GIF_APPLICATION and data[place + 3 : place + 14] in _GIF_LOOPS
            )
            place = _after_blocks(data, place + 2)
        else:
            raise StructureError(f"no block at byte {place}")
        if is_kept:
            kept += data[begin:place]
    return bytes(kept) + bytes([_GIF_TRAILER])


def _after_colours(data: bytes, place: int, flags: int) -> int:
    """Give the end of a table of colours at *place*, of which *flags* tell whether it is there, and its size."""
    return place + (3 << ((flags & 0x07) + 1) if flags & 0x80 else 0)


def _after_blocks(data: bytes, place: int) -> int:
    """Give the end of a row of blocks, each with its length before it; one of none ends it."""
    while data[place]:
        place += data[place] + 1
    return place + 1


def _webp(data: bytes) -> bytes:
    kept, place = bytearray(), 12
    while place + 8 <= len(data):
        kind = data[place : place + 4]
        length = int.from_bytes(data[place + 4 : place + 8], "little")
        chunk = bytearray(data[place : place + 8 + length + length % 2])
        if kind == b"VP8X":
            chunk[8] &= ~_WEBP_TOLD
        if kind in _WEBP_CHUNKS:
            kept += chunk
        place += len(chunk)
    return b"RIFF" + (len(kept) + 4).to_bytes(4, "little") + b"WEBP" + bytes(kept)


_STRIPPERS: dict[str, Callable[[bytes], bytes]] = {
    "JPEG": _jpeg, "MPO": _jpeg, "PNG": _png, "GIF": _gif, "WEBP": _webp
}  # fmt: skip
"""An MPO is a JPEG with further ones behind it."""
