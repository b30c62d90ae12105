"""Removing what earlier builds left: pages of sources that are gone, pictures that no page shows.

Sphinx never removes anything from the output; here a build ends with what a clean build would give.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from extension_kit.build_news import has_news
from sphinx.application import Sphinx


def _remove_stale(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name != "html" or not has_news(app):
        return
    output, env = Path(app.outdir), app.env
    pages = {f"{docname}.html" for docname in env.found_docs}
    stale = [output / page for page in _pages_below(output) if page not in pages]
    pictures = {name for _readers, name in env.images.values()}
    stale += [file for file in (output / "_images").glob("*") if file.name not in pictures]
    downloads = {output / "_downloads" / place for _readers, place in env.dlfiles.values()}
    stale += [file for file in (output / "_downloads").rglob("*") if file.is_file() and file not in downloads]
    for file in stale:
        file.unlink()
        if not any(file.parent.iterdir()):
            file.parent.rmdir()


def _pages_below(output: Path) -> Iterator[str]:
    """Give the paths of all pages in folders of sources: not those at the top, nor in Sphinx's own folders."""
    for folder in output.iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            for place, _folders, files in os.walk(folder):
                below = Path(place).relative_to(output).as_posix()
                yield from (f"{below}/{file}" for file in files if file.endswith(".html"))


def setup(app: Sphinx) -> None:
    """Clean up at the end of a build."""
    app.connect("build-finished", _remove_stale)
