"""The script ``_static/citation.js``, which copies, and cites the paragraph chosen; told its words in the pages' language."""

from __future__ import annotations

from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from council_sphinx.core.domain import council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.published_site import makes_site
from council_sphinx.views.figure_index import FigureIndex


def _add_script(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    domain = council_domain(app.env)
    charted = any(isinstance(shown, FigureIndex) for shown in domain.dependencies.get(pagename, ()))
    if (charted or pagename in domain.releases) and makes_site(app.builder):
        words = {
            "data-told": str(_("Link copied")),
            "data-locator": str(_("para. {number}")),
            "data-chosen": str(_("The references are to paragraph {number}.")),
            "data-whole": str(_("Cite the whole release")),
        }
        cast("StandaloneHTMLBuilder", app.builder).add_js_file("citation.js", defer="defer", **words)


def setup(app: Sphinx) -> None:
    """Load the script on the pages of releases, and of charts."""
    app.connect("html-page-context", _add_script, priority=400)  # the search makes a list of its own of the scripts
