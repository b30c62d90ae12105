"""What filters and sorts the matrix: a form that shows where the script ``_static/matrix.js`` runs, and rows that tell it
of themselves.

The words stand here, in the language of the pages; the script knows none.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import add_ornament, ornament
from council_sphinx.views.form_fields import Choices, add_data, choice, search_field


class Period(NamedTuple):
    """When a column begins, as ``2020-11-30`` or ``2020``, its year, and what it is called."""

    start: str
    year: str
    name: str


class matrix_row(nodes.row):  # noqa: N801
    """A row whose ``data`` are the attributes ``data-…`` of its element."""


class matrix_controls(ornament):  # noqa: N801
    """The form."""


def row_with_data(context: ViewContext, **data: str) -> nodes.row:
    """Give a row that tells *data* to a script, where there can be one."""
    return matrix_row("", data=data) if context.builder.format == "html" else nodes.row()


def controls(kinds: Choices, columns: Sequence[Period]) -> matrix_controls:
    """Give the form: *kinds* are the categories of projects, *columns* those of the table."""
    years = dict.fromkeys(column.year for column in columns if column.year)
    every = ("", str(_("all")))
    orders = [
        ("last", _("last mention")), ("first", _("first mention")), ("mentions", _("number of mentions")), ("name", _("name")),
    ]  # fmt: skip
    once = str(_("named once only"))
    since = [(column.start, column.name) for column in columns if column.start]
    form = (
        f'<form class="matrix-controls" data-pagefind-ignore hidden data-count="{escape(str(_("{shown} of {all}")))}"'
        f' data-years="{escape(" ".join(column.year or "-" for column in columns))}">\n'
        + search_field("name", str(_("Name")))
        + choice("category", str(_("Kind")), [every, *kinds])
        + choice("year", str(_("Year")), [every, *((year, year) for year in years)])
        + choice("since", str(_("Not named since")), [("", "—"), *since])
        + choice("sort", str(_("Sorted by")), [(value, str(told)) for value, told in orders])
        + f'<label><input type="checkbox" name="once"> {escape(once)}</label>\n'
        + f'<button type="reset" class="button">{escape(str(_("Show all")))}</button> <output></output></form>\n'
    )
    return matrix_controls("", html=form)


def _visit_row(translator: HTML5Translator, node: matrix_row) -> None:
    translator.visit_row(node)
    add_data(translator, "tr", node["data"])


def _depart_row(translator: HTML5Translator, node: matrix_row) -> None:
    translator.depart_row(node)


def setup(app: Sphinx) -> None:
    """Register the nodes."""
    add_ornament(app, matrix_controls)
    app.add_node(matrix_row, html=(_visit_row, _depart_row))
