"""The text of each release as HTML, kept beside the doctrees when its page is written: what feeds carry.

A feed is made of releases whose pages this build need not have written, so their texts are files, whole ones, written by
the process that writes the page.  A page whose text is not there is written again.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from council.exports.carried_html import carried_html
from extension_kit.build_news import has_news
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from council_sphinx.core.domain import council_domain
from council_sphinx.views.context import ViewContext

_OURS = frozenset(["headerlink", "release-header", "release-context"])
"""The classes of what the archive puts on a release's page."""


def texts_are_kept(app: Sphinx) -> bool:
    """Whether this build has the texts, as its pages can be followed."""
    root = str(app.config.root_doc)
    return ViewContext(app.builder, root, root).has_feeds


def text_of(app: Sphinx, page: str) -> str:
    """Give the HTML of the text of the release on *page*."""
    return _file(app, page).read_text(encoding="utf-8")


def _folder(app: Sphinx) -> Path:
    return Path(app.doctreedir) / "texts" / app.builder.name


def _file(app: Sphinx, page: str) -> Path:
    return _folder(app) / f"{page}.html"


def _keep(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if pagename in council_domain(app.env).releases and texts_are_kept(app):
        address = ViewContext(app.builder, pagename, pagename).site.address(pagename)
        write_whole(_file(app, pagename), carried_html(context["body"], address, _OURS))


def _pages_without(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if not texts_are_kept(app):
        return []
    return [page for page in council_domain(env).releases if not _file(app, page).is_file()]


def _drop(app: Sphinx, exception: Exception | None) -> None:
    """Drop the texts of releases that are gone."""
    if exception is not None or not has_news(app) or app.builder.format != "html":
        return
    kept = {os.fspath(_file(app, page)) for page in council_domain(app.env).releases} if texts_are_kept(app) else set()
    for place, _folders, files in os.walk(_folder(app)):
        for file in files:
            path = Path(place, file)
            if os.fspath(path) not in kept:
                path.unlink()


def setup(app: Sphinx) -> None:
    """Keep the text before others put anything around it."""
    app.connect("html-page-context", _keep, priority=400)
    app.connect("env-updated", _pages_without, priority=850)
    app.connect("build-finished", _drop)
