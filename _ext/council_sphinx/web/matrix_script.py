"""The script ``_static/matrix.js``, on the pages that show the matrix of projects and sessions."""

from __future__ import annotations

from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from council_sphinx.core.domain import council_domain
from council_sphinx.core.published_site import makes_site
from council_sphinx.views.matrix import Matrix


def _add_script(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    views = council_domain(app.env).dependencies.get(pagename, ())
    if makes_site(app.builder) and any(isinstance(view, Matrix) for view in views):
        cast("StandaloneHTMLBuilder", app.builder).add_js_file("matrix.js", defer="defer")


def setup(app: Sphinx) -> None:
    """Load the script."""
    app.connect("html-page-context", _add_script, priority=400)  # the search makes a list of its own of the scripts
