"""The archive of a council's press releases, as a Sphinx extension."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from . import domain, encoding, parser, pictures, release_pages, text, year_pages
from .directives import centered_image, release_lists
from .views import placeholder, release_cards, release_header, release_list

__version__ = "1.0.0"

_PARTS = (text, encoding, domain, parser, pictures, placeholder, centered_image, release_lists, release_pages, year_pages)
_VIEWS = (release_cards, release_header, release_list)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up each part of the archive."""
    app.add_config_value("archive_releases", "sessions", "env", str)
    for part in _PARTS:
        part.setup(app)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
