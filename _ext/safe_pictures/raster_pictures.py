"""Opening raster pictures that nobody vouches for: by what they hold, in few formats, and no larger than memory takes."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import ExifTags, Image, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
"""Formats that browsers show and Pillow reads by itself; for others it may call outside programs, as Ghostscript for EPS."""
MOST_PIXELS = 150_000_000
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by the orientation that its camera noted (Exif 2.3, tag 274)."""
ON_ITS_SIDE = 5
"""From this orientation on, width and height change places."""


class PictureError(Exception):
    """A file that is no picture, or one that cannot be read; the text says why."""


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture.

    Raises :class:`PictureError` for whatever is wrong with it, what is done with it in the block included.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of broken metadata
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    raise PictureError(f"{width} by {height} pixels are too many")
                yield picture
        except PictureError:
            raise
        except UnidentifiedImageError as error:
            raise PictureError(f"its content is none of {', '.join(FORMATS)}") from error
        except Exception as error:  # broken data makes the decoders raise what they happen to
            raise PictureError(f"it is broken: {error}") from error


def orientation(picture: Image.Image) -> int:
    """Give how a camera was held, as browsers read it: 1, which is upright, where nothing readable tells."""
    exif = Image.Exif()
    try:
        exif.load(picture.info.get("exif") or b"")
        noted = exif.get(ExifTags.Base.Orientation)
    except Exception:  # as above
        return 1
    return noted if noted in _TURNS else 1


def upright(picture: Image.Image, turn: int) -> Image.Image:
    """Give *picture* set upright from the orientation *turn*, without its metadata."""
    made = picture.transpose(_TURNS[turn]) if turn in _TURNS else picture.copy()
    made.info = {key: value for key, value in picture.info.items() if key in {"icc_profile", "transparency"}}
    return made


def upright_size(data: bytes) -> tuple[int, int]:
    """Give width and height of a picture as it is shown.

    Raises :class:`PictureError`.
    """
    with opened(data) as picture:
        width, height = picture.size
        return (height, width) if orientation(picture) >= ON_ITS_SIDE else (width, height)
