"""The short search: titles, dates, names and summaries in a plain script, for pages opened from the disk."""

from __future__ import annotations

import json
from pathlib import Path

from extension_kit.build_news import has_news
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx

from .description import describe
from .pages import is_searched

FILE = "short-search.js"


def short_index(app: Sphinx) -> str:
    """Give the script: one row a page, with what it is found by."""
    rows = []
    for docname in sorted(app.env.found_docs):
        if not is_searched(app, docname) or docname not in app.env.titles:
            continue
        found = describe(app, docname)
        title = app.env.titles[docname].astext()
        words = [*found.names, *found.aliases, found.summary]
        rows.append([app.builder.get_target_uri(docname), title, found.type, found.date, " ".join(filter(None, words))])
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"window.shortSearch = {data};\n"


def _write(app: Sphinx, exception: Exception | None) -> None:
    file = Path(app.outdir) / "_static" / FILE
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    if has_news(app) or not file.is_file():
        write_whole(file, short_index(app))


def setup(app: Sphinx) -> None:
    """Write the script when the pages are there."""
    app.connect("build-finished", _write)
