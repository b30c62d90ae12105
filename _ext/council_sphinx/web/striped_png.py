"""Pictures in a few shades as PNG, put together of strips: one that many pictures have is compressed once.

The data of a PNG are one stream of zlib (RFC 1950), which may be made of pieces that know nothing of each other.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

BITS = 2
"""What a pixel takes: one of four shades."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER, _END = b"\x78\x01", b"\x03\x00"
"""How a stream begins that was compressed fast, and a last piece with nothing in it."""
_PALETTE_COLOURS = 3
"""The type of a PNG whose pixels are numbers of colours."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Some lines of a picture from side to side, as a PNG has them: plain, and as a piece of a stream."""

    height: int
    plain: bytes
    packed: bytes

    @classmethod
    def of(cls, image: Image.Image) -> Strip:
        """Give the strip that *image* shows; its pixels are numbers of shades, its mode ``P``."""
        pixels, line = image.tobytes("raw", f"P;{BITS}"), (image.width * BITS + 7) // 8
        plain = b"".join(b"\0" + pixels[start : start + line] for start in range(0, len(pixels), line))
        compressor = zlib.compressobj(zlib.Z_BEST_SPEED, wbits=-zlib.MAX_WBITS)
        return cls(image.height, plain, compressor.compress(plain) + compressor.flush(zlib.Z_FULL_FLUSH))


def striped_png(width: int, strips: Sequence[Strip], colours: bytes) -> bytes:
    """Give the PNG of *strips*, the topmost first; *colours* are red, green and blue of each shade."""
    height = sum(strip.height for strip in strips)
    check = zlib.adler32(b"".join(strip.plain for strip in strips))
    stream = b"".join((_HEADER, *(strip.packed for strip in strips), _END, struct.pack(">I", check)))
    header = struct.pack(">IIBBBBB", width, height, BITS, _PALETTE_COLOURS, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", stream), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
