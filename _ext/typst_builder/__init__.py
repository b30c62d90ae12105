"""PDFs with Typst, for any Sphinx project: ``sphinx-build -b typst``.

The compiler is in the wheel ``typst`` and the fonts are here: no TeX, no network, no fonts of the system.
One PDF holds the whole project in the order of its contents, unless an extension gives other books.

Settings in ``conf.py``:

=====================  ==================================================================================
``typst_name``         the file name of the PDF; that of the project by default
``typst_title``        the title on the cover; the project by default
``typst_paper``        a paper size that Typst knows, ``a4`` by default, such as ``us-letter``
``typst_region``       the country of the language, such as ``MX``, for quotation marks
``typst_page_mark``    what stands before the number of a page in a reference, ``p.`` by default
``typst_mark``         a picture for the covers, from the folder of ``conf.py``; none by default
``typst_accent``       the colour of titles and links, such as ``#1d4ed8``
``typst_styles``       files with ``#let styles = (class-name: body => …)``: looks for docutils' classes
``typst_standards``    the PDF standards to keep, ``["a-2a", "ua-1"]`` by default
=====================  ==================================================================================

Events: ``typst-books`` (app) may give a list of :class:`~typst_builder.outline.Book`; ``typst-volumes`` (app, book,
weights) the volumes that one is made as, by the :class:`~typst_builder.weights.Weight` of each of its documents;
``typst-document-state`` (app, docname) a text that changes whenever what the document shows does, beyond its own source.

A block that Typst refuses is printed as plain text, and told; the last PDF stays until the new one is whole.

Nodes of class ``screen-only`` are not printed; references of class ``no-page`` tell no page.  Warnings:
``typst.glyph``, ``typst.picture``, ``typst.node``, ``typst.compile``.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from .builder import TypstBuilder
from .compiler import STANDARDS


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder, its settings and its events."""
    app.add_builder(TypstBuilder)
    for name, default in (
        ("name", ""), ("title", ""), ("paper", "a4"), ("region", ""), ("page_mark", "p."), ("accent", "#1d4ed8"),
        ("mark", ""),
    ):  # fmt: skip
        app.add_config_value(f"typst_{name}", default, "", str)
    app.add_config_value("typst_styles", [], "", list)
    app.add_config_value("typst_standards", list(STANDARDS), "", list)
    app.add_event("typst-books")
    app.add_event("typst-volumes")
    app.add_event("typst-document-state")
    return {"version": "1.0.0", "parallel_read_safe": True, "parallel_write_safe": True}
