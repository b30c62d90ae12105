"""Search for any Sphinx project: an index built from the pages, a search page, a box with a preview everywhere.

What is found, and in which order, says an index of words of its own, which works from the disk, too
(:mod:`pagefind_search.text_index`); Pagefind has the texts and sections that results show.

A project says what its pages are by answering the event ``pagefind-describe`` (application, page name) with a
:class:`~pagefind_search.description.Description`; without an answer a page has its title and text alone.

=========================== ===========================================================================
``pagefind_facets``         facets in their order: pairs of a key and the name to show
``pagefind_texts``          strings of the search page that replace the built-in ones, by key
``pagefind_exclude``        patterns of page names that are not searched
``pagefind_exclude_selectors``  what of a page's text is left out, as CSS selectors
``pagefind_words``          how words are compared, by key: ``ignored`` words tell nothing, ``same`` gives what a
                            stem counts as, ``number_endings`` stand behind figures (:mod:`extension_kit.word_keys`)
``pagefind_enabled``        whether Pagefind's index is built; without, results tell less of a page
=========================== ===========================================================================
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from . import indexing, pages, site_search

_STATIC = Path(__file__).parent / "static"
_OF_THE_OTHER_SEARCH = frozenset({"sphinx_highlight.js", "translations.js"})
"""Scripts of Sphinx's own search: of no use here, and a page that runs no string as code meets an error in the last."""


def _prepare(app: Sphinx) -> None:
    """Switch Sphinx's own search off, and add what every page loads."""
    if app.builder.format != "html" or app.builder.name == "epub":
        return
    app.builder.search = False  # type: ignore[attr-defined]
    app.config.html_static_path.append(str(_STATIC))
    app.add_css_file("pagefind_search.css")
    app.add_js_file("search_box.js", defer="defer")


def _leave_out_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    scripts = context["script_files"]
    context["script_files"] = [
        script
        for script in scripts
        if PurePath(getattr(script, "filename", script) or "").name not in _OF_THE_OTHER_SEARCH
    ]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the event, the settings and the handlers."""
    app.add_event("pagefind-describe")
    settings: list[tuple[str, Any, type]] = [
        ("pagefind_facets", [], list),
        ("pagefind_texts", {}, dict),
        ("pagefind_exclude", [], list),
        ("pagefind_exclude_selectors", [".headerlink"], list),
        ("pagefind_words", {}, dict),
        ("pagefind_enabled", True, bool),
    ]
    for name, default, kind in settings:
        app.add_config_value(name, default, "html", kind)
    app.connect("builder-inited", _prepare)
    app.connect("html-page-context", _leave_out_scripts)
    for part in (pages, indexing, site_search):
        part.setup(app)
    return {"version": "1.0.0", "parallel_read_safe": True, "parallel_write_safe": True}
