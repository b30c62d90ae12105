"""What the search puts into a site: its page, the pages of the index of words, the scripts, the parts of the index."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from extension_kit.build_news import has_news
from extension_kit.whole_files import replace_folder, write_whole
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from . import indexing
from .fragment_names import fragment_of_page
from .pages import has_pages
from .scripts import engine_script, page_script
from .search_page import page_body, texts_of
from .text_index import TextIndex, index_parts
from .word_pages import word_navigation, word_page_body, word_pages

FOLDER = "_static/search"
VERSION = 1
"""To be raised when the same pages make another index."""
_STAMP = "source.sha256"


class SiteSearch:
    """The search of one build: the pages are read once, when they are written."""

    def __init__(self) -> None:
        self._index: TextIndex | None = None

    def index_of(self, app: Sphinx) -> TextIndex:
        """Give the index of the pages."""
        self._index = self._index or TextIndex.of(app)
        return self._index

    def pages(self, app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Give the search page and those of the index of words."""
        if not has_pages(app):
            return
        builder = cast("StandaloneHTMLBuilder", app.builder)
        texts, index = texts_of(app.config), self.index_of(app)
        found = word_pages(index, builder.get_target_uri)
        for page in found:
            body = word_page_body(page, found, index, texts, _root_from(page.address))
            title = f"{texts['words']}: {page.first} – {page.last}"
            yield page.name, {"title": title, "body": body}, "page.html"
        root = _root_from(builder.get_target_uri("search"))
        engine, script = (f"{root}{FOLDER}/{name}.js" for name in ("engine", "page"))
        body = page_body(texts, engine, script, word_navigation(found, root, texts))
        yield "search", {"title": texts["title"], "body": body}, "page.html"

    def write(self, app: Sphinx, exception: Exception | None) -> None:
        """Write scripts and index, unless they are those of these pages already."""
        if exception is not None or not has_pages(app):
            return
        folder = Path(app.outdir) / FOLDER
        scripts = {"engine": engine_script(app.config.language or "en"), "page": page_script()}
        fragments_of = indexing.stamp_of_index(Path(app.outdir))
        stamp = hashlib.sha256(f"{VERSION} {scripts} {fragments_of}".encode()).hexdigest()
        written = folder / _STAMP
        if not has_news(app) and written.is_file() and written.read_text("utf-8") == stamp:
            return
        settings = {"facets": app.config.pagefind_facets, "texts": texts_of(app.config)}
        fragments = fragment_of_page(Path(app.outdir) / indexing.FOLDER)
        parts = index_parts(self.index_of(app), fragments, settings)
        building = folder.with_name(f".{folder.name}.new")
        shutil.rmtree(building, ignore_errors=True)  # of a build that was stopped
        for name, data in parts.items():
            write_whole(building / f"{name}.js", f'pagefindSearch.take("{name}",{_in_script(data)});\n')
        for name, script in scripts.items():
            write_whole(building / f"{name}.js", script)
        write_whole(building / _STAMP, stamp)
        replace_folder(building, folder)
        self._index = None


def _in_script(data: str) -> str:
    """Give JSON as a script holds it: no sign of it ends an element of HTML or a line of JavaScript."""
    return data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _root_from(address: str) -> str:
    return "../" * address.count("/")


def setup(app: Sphinx) -> None:
    """Add the pages, and write the rest when Pagefind has its index."""
    search = SiteSearch()
    app.connect("html-collect-pages", search.pages)
    app.connect("build-finished", search.write, priority=951)
