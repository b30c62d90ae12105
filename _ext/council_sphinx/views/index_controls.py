"""What filters and sorts an index: a form for the script ``_static/list_filter.js``, and items with data for it.

Where no script runs, the style sheet hides the form; it has its room from the start, so that nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import add_ornament, ornament
from council_sphinx.views.form_fields import Choices, add_data, choice, search_field


class index_controls(ornament):  # noqa: N801  (docutils names its nodes so)
    """The form."""


class indexed_item(nodes.list_item):  # noqa: N801
    """An item whose ``data`` are the attributes ``data-…`` of its element."""


def item_with_data(context: ViewContext, words: nodes.Element, data: Mapping[str, str]) -> nodes.list_item:
    """Give an item that tells *data* to a script, where there can be one."""
    return indexed_item("", words, data=data) if context.builder.format == "html" else nodes.list_item("", words)


def controls(years: Iterable[int], directorates: Choices, categories: Choices) -> index_controls:
    """Give the form; what there is no choice of is left out."""
    every = ("", str(_("all")))
    orders = [
        ("", _("name")), ("releases", _("number of releases")), ("last", _("last mention")), ("first", _("first mention")),
    ]  # fmt: skip
    fields = [search_field("name", str(_("Name")))]
    for name, label, choices in (
        ("directorate", str(_("Directorate")), list(directorates)),
        ("category", str(_("Kind")), list(categories)),
        ("year", str(_("Year")), [(str(year), str(year)) for year in years]),
    ):
        if len(choices) > 1:
            fields.append(choice(name, label, [every, *choices]))
    fields.append(choice("sort", str(_("Sorted by")), [(value, str(told)) for value, told in orders]))
    fields.append(f'<button type="reset" class="button">{escape(str(_("Show all")))}</button> <output></output>')
    count = escape(str(_("{shown} of {all}")))
    form = f'<form class="list-controls" data-pagefind-ignore data-count="{count}">\n{"".join(fields)}</form>\n'
    return index_controls("", html=form)


def _visit_item(translator: HTML5Translator, node: indexed_item) -> None:
    translator.visit_list_item(node)
    add_data(translator, "li", node["data"])


def _depart_item(translator: HTML5Translator, node: indexed_item) -> None:
    translator.depart_list_item(node)


def setup(app: Sphinx) -> None:
    """Register the nodes."""
    add_ornament(app, index_controls)
    app.add_node(indexed_item, html=(_visit_item, _depart_item))
