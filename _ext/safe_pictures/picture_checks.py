"""Telling, while pages are read, which of their pictures cannot be shown whole."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from .published_pictures import SUFFIXES, published_photograph
from .raster_pictures import PictureError, upright_size
from .svg_drawings import safe_drawing

_LOGGER = logging.getLogger(__name__)


def check_pictures(app: Sphinx, doctree: nodes.document) -> None:
    """Look at each picture of a page that is a file of the project."""
    for image in doctree.findall(nodes.image):
        file = app.srcdir / image["uri"]
        if file.suffix.lower() in SUFFIXES and file.is_file():
            _check(app, image, image["uri"])


def _check(app: Sphinx, image: nodes.image, path: str) -> None:
    file = app.srcdir / path
    try:
        if file.suffix.lower() == ".svg":
            drawing = safe_drawing(file.read_bytes(), published_photograph)
            if drawing.left_out:
                message = "what runs or reaches outside is left out of the drawing %s: %s; save it as plain SVG"
                _LOGGER.warning(
                    message, path, ", ".join(drawing.left_out), type="pictures", subtype="active", location=image
                )
        else:
            upright_size(file.read_bytes())
    except (PictureError, OSError) as error:
        message = "the picture %s cannot be shown: %s; save it anew as JPEG or PNG"
        _LOGGER.warning(message, path, error, type="pictures", subtype="unreadable", location=image)
