"""The archive of a council's press releases, as a Sphinx extension."""

from __future__ import annotations

import atexit
import gc

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from . import (
    data_files,
    domain,
    encoding,
    html_builder,
    mention_links,
    parser,
    pictures,
    printed_books,
    printed_files,
    printed_pages,
    record_loading,
    release_pages,
    roles,
    search_records,
    stale_files,
    text,
    year_pages,
)
from .directives import centered_image, record_views, release_lists
from .views import (
    candidates,
    directorate_page,
    elements,
    matrix,
    person_page,
    placeholder,
    record_index,
    release_cards,
    release_context,
    release_header,
    release_list,
    review_page,
    timeline,
    trajectory,
)

__version__ = "1.0.0"

_PARTS = (
    text,
    encoding,
    domain,
    roles,
    parser,
    pictures,
    printed_books,
    printed_files,
    printed_pages,
    record_loading,
    placeholder,
    elements,
    timeline,
    centered_image,
    release_lists,
    record_views,
    release_pages,
    mention_links,
    year_pages,
    search_records,
    data_files,
    stale_files,
    html_builder,
)
_VIEWS = (
    candidates,
    directorate_page,
    matrix,
    person_page,
    record_index,
    release_cards,
    release_context,
    release_header,
    release_list,
    review_page,
    trajectory,
)
"""Views register themselves when they are imported; they are named here so that nobody takes them for unused."""


def _collect_garbage_seldom() -> None:
    """A build makes a great many objects that stay; looking through them again and again took an eighth of its time.

    When Python ends it would look through them once more, only to free what ends with it.
    """
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up each part of the archive."""
    _collect_garbage_seldom()
    app.add_config_value("archive_releases", "sessions", "env", str)
    for part in _PARTS:
        part.setup(app)
    return {"version": __version__, "env_version": 4, "parallel_read_safe": True, "parallel_write_safe": True}
