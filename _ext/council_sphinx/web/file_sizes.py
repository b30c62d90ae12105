"""The sizes of the files of data, told on the page of data when all of them are written.

A clean and an incremental build give the same page: each place of a size holds that of the file as it is now.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from babel.units import format_unit
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from council_sphinx.core.domain import council_domain
from council_sphinx.views.data_page import DataPage

_PLACE = re.compile(r'(<span [^>]*data-file="([^"]*)"[^>]*>)[^<]*')
_UNITS = ("digital-byte", "digital-kilobyte", "digital-megabyte", "digital-gigabyte")
_THOUSAND = 1000


def size_in_words(size: int, language: str) -> str:
    """Give a number of bytes to three figures: ``1,25 MB``."""
    number, units = float(size), iter(_UNITS)
    unit = next(units)
    while number >= _THOUSAND - 0.5 and unit != _UNITS[-1]:
        number, unit = number / _THOUSAND, next(units)
    return format_unit(number, unit, "short", "@##", locale=language or "en")


def _tell_sizes(app: Sphinx, exception: Exception | None) -> None:
    builder = app.builder
    if exception is not None or not isinstance(builder, StandaloneHTMLBuilder):
        return
    shown = council_domain(app.env).dependencies.items()
    documents = {docname for docname, views in shown if any(isinstance(view, DataPage) for view in views)}
    if documents:
        documents.add(app.config.root_doc)  # which holds all others in a site of one page
    for docname in sorted(documents):
        page = Path(builder.get_output_path(docname))
        if page.is_file():
            text = page.read_text(encoding="utf-8")
            write_whole(page, _PLACE.sub(lambda place: _filled(place, app), text))


def _filled(place: re.Match[str], app: Sphinx) -> str:
    file = Path(app.outdir, html.unescape(place[2]))
    told = f"({size_in_words(file.stat().st_size, app.config.language)})" if file.is_file() else ""
    return place[1] + html.escape(told)


def setup(app: Sphinx) -> None:
    """Tell them after the exports, and before who sums up the site."""
    app.connect("build-finished", _tell_sizes, priority=600)
