"""Pictures that tell nothing and run nothing, for any Sphinx project with pages.

What pages show, and what they offer as files, is published without the metadata that cameras and programs write: places,
devices, owners, previews.  A photograph is set upright first.  Drawings (SVG) lose what runs or reaches outside.  The
sources stay as they are.  The library part, all but :mod:`~safe_pictures.picture_builder` and
:mod:`~safe_pictures.picture_checks`, loads no Sphinx.

Warnings: ``pictures.unreadable``, a file that is no picture by its content, or a broken one; ``pictures.active``, what is
left out of a drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Put builders that publish safe pictures in the place of Sphinx's."""
    from sphinx.builders.dirhtml import DirectoryHTMLBuilder
    from sphinx.builders.epub3 import Epub3Builder
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.builders.singlehtml import SingleFileHTMLBuilder

    from .picture_builder import PublishesSafePictures
    from .picture_checks import check_pictures

    for builder in (StandaloneHTMLBuilder, DirectoryHTMLBuilder, SingleFileHTMLBuilder, Epub3Builder):
        safe = type(builder.__name__, (PublishesSafePictures, builder), {})
        app.add_builder(safe, override=True)
    app.connect("doctree-read", check_pictures)
    return {"version": "1.0.0", "parallel_read_safe": True, "parallel_write_safe": True}
