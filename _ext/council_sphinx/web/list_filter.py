"""The scripts that filter and sort: ``_static/list_filter.js``, told its words in the language of the pages, and ``matrix.js``."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _


def _add_script(app: Sphinx) -> None:
    if app.builder.format == "html":
        words: dict[str, Any] = {"data-label": str(_("Filter the list")), "data-count": str(_("{shown} of {all}"))}
        app.add_js_file("list_filter.js", defer="defer", **words)
        app.add_js_file("matrix.js", defer="defer")


def setup(app: Sphinx) -> None:
    """Load the scripts; :mod:`.style_sheets` leaves them out of pages that have nothing for them."""
    app.connect("builder-inited", _add_script)
