"""Removing what earlier builds made and this one would not: pages of sources that are gone, pictures, files.

Sphinx never removes anything from the output; here a build ends with what a clean build would give.
"""

from __future__ import annotations

from extension_kit.build_news import has_news
from safe_pictures.smaller_pictures import copy_name
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.views.release_header import PRINTED
from council_sphinx.web.copied_files import extra_files, static_files
from council_sphinx.web.html_builder import ArchiveHTMLBuilder


def _note(app: Sphinx, env: BuildEnvironment) -> None:
    """Note what this build makes before anything is written."""
    if isinstance(app.builder, ArchiveHTMLBuilder):
        for kind, paths in files_made(app, app.builder).items():
            app.builder.made.note(kind, paths)


def _remove_stale(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and isinstance(app.builder, ArchiveHTMLBuilder):
        for kind, paths in files_made(app, app.builder).items():
            if kind != "pages" or has_news(app):
                app.builder.made.keep_only(kind, paths)


def files_made(app: Sphinx, builder: ArchiveHTMLBuilder) -> dict[str, set[str]]:
    """Give the files that a clean build makes, by kind; those that are made under fixed names at the end aside."""
    env = app.env
    pages = {builder.path_of(builder.get_output_path(docname)) for docname in env.found_docs} | builder.other_pages
    pictures = {f"_images/{name}" for _readers, name in env.images.values()}
    pictures |= {
        f"_images/{copy_name(env.images[source][1], width)}"
        for source, widths in builder.picture_copies.items()
        if source in env.images
        for width in widths
    }
    downloads = {f"_downloads/{place}" for _readers, place in env.dlfiles.values()}
    printed = {f"{PRINTED}/{page}.pdf" for page in council_domain(env).printed}
    return {
        "pages": pages | pictures | downloads,
        "printed": printed,
        "assets": {*static_files(app, builder), *extra_files(app)},
    }


def setup(app: Sphinx) -> None:
    """Clean up at the end of a build."""
    app.connect("env-updated", _note, priority=900)
    app.connect("build-finished", _remove_stale)
