"""Whether a file is a picture, by its content: what an import takes besides the text of a release."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePath
from xml.parsers import expat

from PIL import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
"""Those that Pillow reads by itself; for others it may call outside programs."""
SUFFIXES = frozenset([".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"])


def wrong_with_picture(data: bytes, name: str) -> str:
    """Tell why *data*, of the file *name*, is no picture for pages; nothing where it is one."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return f"no picture; known are {', '.join(sorted(SUFFIXES))}"
    is_picture = _is_drawing(data) if suffix == ".svg" else _is_photograph(data)
    return "" if is_picture else f"its content is no picture, though its name ends in {suffix}"


def _is_photograph(data: bytes) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's, of large pictures and broken metadata
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS):
                return True
        except Exception:  # broken data makes the decoders raise what they happen to
            return False


def _is_drawing(data: bytes) -> bool:
    """Whether *data* is XML whose root is ``svg``, and declares no entities, which unfold."""
    elements: list[str] = []
    entities: list[object] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _attributes: elements.append(name) if not elements else None
    parser.EntityDeclHandler = lambda *declaration: entities.append(declaration)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        return False
    return bool(elements) and elements[0].rpartition(" ")[2] == "svg" and not entities
