"""Copies of photographs in the sizes in which pages show them: a browser then need not load all that a camera took."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import PurePath

from PIL import Image

from .raster_pictures import opened

SUFFIXES = frozenset([".jpg", ".jpeg"])
WORTH = 1.5
"""How many times as wide a photograph must be for a copy to be worth a file."""
_QUALITY, _EFFORT = 80, 2


def copy_widths(name: str, width: float, wanted: Iterable[int]) -> list[int]:
    """Give those of the *wanted* widths in which the picture *name* of that *width* has a copy."""
    if PurePath(name).suffix.lower() not in SUFFIXES:
        return []
    return [narrower for narrower in sorted(set(wanted)) if width >= WORTH * narrower]


def copy_name(name: str, width: int) -> str:
    """Give the name of the copy of the picture *name* in a *width*."""
    return f"{PurePath(name).stem}-{width}w.webp"


def smaller_photograph(data: bytes, width: int) -> bytes:
    """Give the photograph *data*, which is upright, as WebP in a *width*.

    Raises :class:`~safe_pictures.raster_pictures.PictureError`.
    """
    with opened(data) as picture:
        height = max(1, round(picture.height * width / picture.width))
        picture.draft("RGB", (width, height))
        small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        made = io.BytesIO()
        small.save(made, "WEBP", quality=_QUALITY, method=_EFFORT, icc_profile=picture.info.get("icc_profile") or b"")
        return made.getvalue()
