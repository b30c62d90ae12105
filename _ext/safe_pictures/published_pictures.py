"""A picture as anybody may have it: upright, and nothing in it but what it shows.

Photographs tell where, when, with which device and by whom they were taken (Exif, XMP, IPTC), and may hold a preview of
what was cut away.  Where nothing must be turned, the shown parts are copied byte for byte.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path, PurePath
from typing import Any

import PIL
from PIL import Image, JpegImagePlugin

from .picture_metadata import StructureError, without_metadata
from .raster_pictures import ON_ITS_SIDE, opened, orientation, upright, upright_size
from .svg_drawings import Drawing, safe_drawing

SUFFIXES = frozenset([".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif"])
QUALITY = 92
"""For formats whose own quality cannot be read."""


@cache
def recipe() -> bytes:
    """Give a digest of how pictures are made: what was made by another recipe is made anew."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(PIL.__version__.encode() + b"".join(file.read_bytes() for file in files)).digest()


def published_picture(data: bytes, name: str) -> Drawing:
    """Give the picture *data* of the file *name* as it may be shown; only drawings have anything left out.

    Raises :class:`~safe_pictures.raster_pictures.PictureError`: its content is not a picture, or is broken.
    """
    if PurePath(name).suffix.lower() == ".svg":
        return safe_drawing(data, published_photograph)
    return Drawing(published_photograph(data), *upright_size(data), ())


def picture_size(data: bytes, name: str) -> tuple[int, int]:
    """Give width and height at which the picture *data* of the file *name* is shown, 0 where a drawing tells none.

    Raises :class:`~safe_pictures.raster_pictures.PictureError` as above.
    """
    if PurePath(name).suffix.lower() == ".svg":
        drawing = safe_drawing(data, published_photograph)
        return drawing.width, drawing.height
    return upright_size(data)


def published_photograph(data: bytes) -> bytes:
    """Give a raster picture without its metadata, in its own format."""
    with opened(data) as picture:
        turn, is_moving = orientation(picture), getattr(picture, "is_animated", False)
        told = {"exif", "xmp", "XML:com.adobe.xmp"} & picture.info.keys()
        if picture.format == "AVIF" and not told:
            return data
        if turn == 1 or (is_moving and picture.format != "MPO"):
            try:
                return without_metadata(data, str(picture.format))
            except StructureError:
                pass
        return _encoded(picture, turn, data)


def _encoded(picture: Image.Image, turn: int, data: bytes) -> bytes:
    """Give a picture set upright and written anew with as little loss as its format allows."""
    kind = "JPEG" if picture.format == "MPO" else str(picture.format)
    more: dict[str, Any] = {"icc_profile": picture.info.get("icc_profile")}
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        more |= _as_before(picture, turn >= ON_ITS_SIDE)
    elif kind == "WEBP":
        more |= {"quality": QUALITY, "lossless": b"VP8L" in data[:64]}
    elif kind == "AVIF":
        more |= {"quality": QUALITY, "max_threads": 1}
    made = io.BytesIO()
    upright(picture, turn).save(made, kind, **more)
    return made.getvalue()


def _as_before(picture: JpegImagePlugin.JpegImageFile, is_turned: bool) -> dict[str, Any]:
    """Give the settings by which a JPEG loses hardly more than it has lost already: the same tables, turned with it."""
    tables = picture.quantization
    if is_turned:
        tables = {
            number: [table[8 * (place % 8) + place // 8] for place in range(64)] for number, table in tables.items()
        }
    sampling = JpegImagePlugin.get_sampling(picture)
    is_square = sampling in {0, 2}
    return {
        "qtables": tables,
        "subsampling": sampling if is_square or (not is_turned and sampling > 0) else 0,
        "optimize": True,
    }
