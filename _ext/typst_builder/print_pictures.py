"""Pictures for print: every one read to its end and made as Typst takes it, once, and kept by its content.

A JPEG that is no larger than paper shows is taken as it is, but for its metadata; all else is written anew.  Typst unpacks
each raster picture of a book while it lays it out, and holds it so to the end; one to which a drawing only refers it
copies into the PDF.  So each has a drawing that frames it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extension_kit.whole_files import write_whole
from PIL import Image, ImageCms
from safe_pictures.picture_metadata import StructureError, without_metadata
from safe_pictures.published_pictures import published_photograph, recipe
from safe_pictures.raster_pictures import ON_ITS_SIDE, PictureError, opened, orientation, upright
from safe_pictures.svg_drawings import safe_drawing

from .compiler import CompilationError, Compiler

RESOLUTION = 300
"""Pixels an inch: more is not seen on paper."""
ROOM = (460.0, 298.0)
"""The room for pictures in ``book.typ``, in points."""
HIGHEST_LANDSCAPE = 205.0
"""How high those are that are wider than high, in points."""
SHOWN_AT = 144
"""Pixels an inch at which a picture is shown in its own size; larger ones are as wide as the text."""
QUALITY = 90
HEAVY = 0.4
"""A PNG of so many bytes a pixel is a photograph, and printed as JPEG unless it is transparent."""
_POINTS = 72
FRAME = ".svg"
"""The ending that the drawing has besides which frames a raster picture."""
_DEEP_MODES = ("I", "F")
"""How Pillow calls pictures of more than eight bits; it cuts off their higher values where it converts them."""


@dataclass(frozen=True, slots=True)
class PrintPicture:
    """A picture in the folder of pictures, and the size in points at which it is shown if there is room.

    Books show the file *shown*: the picture, or the drawing that frames it.
    """

    name: str
    shown: str
    width: float
    height: float


class PrintPictures:
    """The folder of the pictures for print; *compiler* tells which drawings a book can hold."""

    def __init__(self, folder: Path, compiler: Compiler) -> None:
        self.folder = folder
        self._compiler = compiler

    def prepare(self, file: Path) -> PrintPicture:
        """Give *file* for print, made anew only where its bytes are new.

        Raises :class:`~safe_pictures.raster_pictures.PictureError`: it is not there, or no picture can be made of it.
        """
        try:
            data = file.read_bytes()
        except OSError as error:
            raise PictureError(str(error)) from error
        digest = hashlib.sha256(recipe() + _own_recipe() + data).hexdigest()[:24]
        for name in (f"{digest}.jpg", f"{digest}.png"):
            if (self.folder / f"{name}{FRAME}").is_file():
                return _measured(self.folder / name)
        if (self.folder / f"{digest}.svg").is_file():
            return _measured(self.folder / f"{digest}.svg")
        if file.suffix.lower() == ".svg":
            return self._drawing(data, digest)
        made, suffix = _for_print(data)
        return self._framed(made, f"{digest}{suffix}")

    def keep_only(self, names: Set[str]) -> None:
        """Remove the pictures of other *names*, and their frames."""
        for file in self.folder.glob("*"):
            if file.name not in names and file.name.removesuffix(FRAME) not in names:
                file.unlink()

    def _framed(self, made: bytes, name: str) -> PrintPicture:
        """Keep a raster picture, and last its frame, by which it is known to be whole."""
        file = self.folder / name
        write_whole(file, made)
        with Image.open(file) as picture:
            size = f'width="{picture.width}" height="{picture.height}"'
        frame = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{name}"/></svg>'
        write_whole(self.folder / f"{name}{FRAME}", frame)
        return _measured(file)

    def _drawing(self, data: bytes, digest: str) -> PrintPicture:
        """Keep a drawing; one that no book can hold, such as for a letter that no font has, in pixels."""
        target = self.folder / f"{digest}.svg"
        trial = self.folder / f"trial-{digest}.svg"
        write_whole(trial, safe_drawing(data, published_photograph).data)
        path = f"/{self.folder.name}/{trial.name}"
        try:
            self._compiler.check_drawing(path)
            trial.replace(target)
        except CompilationError:
            try:
                return self._framed(self._compiler.pixels(path, RESOLUTION, *ROOM), f"{digest}.png")
            except CompilationError as error:
                raise PictureError(str(error)) from error
        finally:
            trial.unlink(missing_ok=True)
        return _measured(target)


def _for_print(data: bytes) -> tuple[bytes, str]:
    """Give the bytes to print, and the suffix of their format: JPEG for photographs, PNG for drawings."""
    with opened(data) as opening:
        turn, icc = orientation(opening), opening.info.get("icc_profile")
        is_photograph = opening.format in {"JPEG", "MPO"}
        scale = _scale(*(opening.size[::-1] if turn >= ON_ITS_SIDE else opening.size))
        if scale == 1 and turn == 1 and not icc and (untouched := _untouched(opening, data)):
            return untouched, ".jpg"
        picture = upright(_scaled(opening, scale), turn)
    picture = _in_screen_colours(picture, icc)
    if not is_photograph:
        drawing = _encoded(picture, "PNG")
        if picture.mode == "RGBA" or len(drawing) < picture.width * picture.height * HEAVY:
            return drawing, ".png"
    return _encoded(picture, "JPEG"), ".jpg"


def _untouched(picture: Image.Image, data: bytes) -> bytes | None:
    """Give the JPEG *data* as it is, without its metadata, where it can be printed so."""
    is_plain = picture.mode in {"L", "RGB"} and picture.info.get("adobe_transform", 1) == 1
    if picture.format != "JPEG" or not is_plain:
        return None
    picture.load()  # to its end: what is broken is told
    try:
        return without_metadata(data, "JPEG")
    except StructureError:
        return None


def _scale(width: int, height: int) -> float:
    """Give by how much a picture of that size is scaled down to what paper shows at its place."""
    high = HIGHEST_LANDSCAPE if width > height else ROOM[1]
    return min(RESOLUTION / _POINTS * min(ROOM[0] / width, high / height), 1.0)


def _scaled(picture: Image.Image, scale: float) -> Image.Image:
    """Give *picture*, read to its end, in a mode that can be scaled, and scaled down."""
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    picture.draft(picture.mode, size)  # a large JPEG is read in part
    plain = _in_plain_mode(picture)
    return plain if plain.size == size else plain.resize(size, Image.Resampling.LANCZOS)


def _in_plain_mode(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith(_DEEP_MODES):
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode in {"L", "RGB", "CMYK"}:
        picture.load()
        return picture
    return picture.convert("L" if picture.mode == "1" else "RGB")


def _in_screen_colours(picture: Image.Image, icc: bytes | None) -> Image.Image:
    """Give *picture* in the colours of screens, which Typst takes all pictures for; a broken *icc* says nothing."""
    if icc:
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            mode = "RGBA" if picture.mode == "RGBA" else "RGB"
            changed = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
            picture = changed or picture
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _encoded(picture: Image.Image, format_: str) -> bytes:
    """Give the bytes of a picture; a PNG is compressed little, as Typst compresses it anew."""
    made = io.BytesIO()
    picture.save(made, format_, quality=QUALITY, subsampling=0, compress_level=1, icc_profile=None)
    return made.getvalue()


def _measured(file: Path) -> PrintPicture:
    if file.suffix == ".svg":
        return PrintPicture(file.name, file.name, 0, 0)
    with Image.open(file) as picture:
        width, height = picture.size
    return PrintPicture(file.name, f"{file.name}{FRAME}", width / SHOWN_AT * _POINTS, height / SHOWN_AT * _POINTS)


@cache
def _own_recipe() -> bytes:
    files = (Path(__file__), Path(__file__).with_name("compiler.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).digest()
