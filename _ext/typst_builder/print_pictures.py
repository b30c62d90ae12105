"""Pictures for print: turned upright, scaled down to what paper shows, once, and kept by their content."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

import typst
from extension_kit.whole_files import write_whole
from PIL import ExifTags, Image, ImageOps

from .literals import string

RESOLUTION = 200
"""Pixels an inch: more is hardly seen on paper."""
WIDEST, TALLEST = 6.4 * RESOLUTION, 5.2 * RESOLUTION
"""The room for pictures in ``book.typ``, in pixels."""
SHOWN_AT = 144
"""Pixels an inch at which a picture is shown in its own size; larger ones are as wide as the text."""
QUALITY = 88
HEAVY = 0.4
"""A PNG of so many bytes a pixel is a photograph, and printed as JPEG unless it is transparent."""
_POINTS = 72


class PictureError(Exception):
    """A file that is no picture, or a broken one."""


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture in the folder of pictures, and the size in points at which it is shown if there is room."""

    name: str
    width: float
    height: float


class PrintPictures:
    """The folder of the pictures for print."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self, file: Path) -> PrintPicture:
        """Give *file* for print, made anew only where its bytes are new.

        Raises :class:`PictureError`: the file is not there, or no picture can be made of it.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            raise PictureError(str(error)) from error
        digest = hashlib.sha256(data).hexdigest()[:24]
        for suffix in (".jpg", ".png", ".svg"):
            known = self.folder / f"{digest}{suffix}"
            if known.is_file():
                return _measured(known)
        if file.suffix.lower() == ".svg":
            _check_drawing(file)
            target = self.folder / f"{digest}.svg"
        else:
            data, suffix = _for_print(data)
            target = self.folder / f"{digest}{suffix}"
        write_whole(target, data)
        return _measured(target)

    def keep_only(self, names: Set[str]) -> None:
        """Remove the pictures of other *names*."""
        for file in self.folder.glob("*"):
            if file.name not in names:
                file.unlink()


def _for_print(data: bytes) -> tuple[bytes, str]:
    """Give the bytes to print, and the suffix of their format: JPEG for photographs, PNG for drawings."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if _is_fit(opened):
                _check_photograph(opened)
                return data, ".jpg"
            picture = ImageOps.exif_transpose(opened)
            scale = min(WIDEST / picture.width, TALLEST / picture.height, 1.0)
            picture = picture.convert(_mode(picture))
            if scale < 1.0:
                size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
                picture = picture.resize(size, Image.Resampling.LANCZOS)
            if opened.format == "JPEG":
                return _encoded(picture, "JPEG"), ".jpg"
            drawing = _encoded(picture, "PNG")
            if picture.mode == "RGBA" or len(drawing) < picture.width * picture.height * HEAVY:
                return drawing, ".png"
            return _encoded(picture, "JPEG"), ".jpg"
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(str(error)) from error


def _encoded(picture: Image.Image, format_: str) -> bytes:
    """Give the bytes of a picture; a PNG is compressed little, as Typst compresses it anew."""
    made = io.BytesIO()
    picture.save(made, format_, quality=QUALITY, subsampling=0, compress_level=1)
    return made.getvalue()


def _is_fit(picture: Image.Image) -> bool:
    """Whether a photograph can be printed as it is: upright, in grey or colours, no larger than needed."""
    upright = picture.getexif().get(ExifTags.Base.Orientation, 1) == 1
    small = picture.width <= WIDEST and picture.height <= TALLEST
    return picture.format == "JPEG" and picture.mode in {"L", "RGB"} and upright and small


def _check_photograph(picture: Image.Image) -> None:
    """Read a JPEG to its end, as one that breaks off would end the whole book; an eighth of its size is enough."""
    picture.draft(picture.mode, (1, 1))
    picture.load()


def _mode(picture: Image.Image) -> str:
    if picture.has_transparency_data:
        return "RGBA"
    return picture.mode if picture.mode in {"L", "RGB"} else "RGB"


def _check_drawing(file: Path) -> None:
    """Let Typst draw an SVG by itself, as one that it cannot read would end the whole book."""
    source = f"#image({string(f'/{file.name}')})"
    try:
        typst.Compiler(source.encode(), root=file.parent, ignore_system_fonts=True).compile(format="svg")
    except typst.TypstError as error:
        raise PictureError(str(error)) from error


def _measured(file: Path) -> PrintPicture:
    if file.suffix == ".svg":
        return PrintPicture(file.name, 0, 0)
    with Image.open(file) as picture:
        width, height = picture.size
    return PrintPicture(file.name, width / SHOWN_AT * _POINTS, height / SHOWN_AT * _POINTS)
