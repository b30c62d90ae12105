"""``data-page``: the files of data beside the pages, what each holds, its fields, its size, and how it is used.

What is told of a file stands where the file is written, in :data:`council.exports.all_exports.EXPORTS`.  Sizes are known
at the end of a build alone: each has a place here, which is filled then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from council.exports.all_exports import EXPORTS
from council.exports.exported_file import ExportedFile
from council.exports.sqlite_views import VIEWS
from council.exports.table_columns import Column, ColumnType, Table
from council.profile.institution import Publication
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.data_examples import EXAMPLES, Example
from council_sphinx.views.elements import (
    bullet_list,
    disclosure,
    disclosure_summary,
    fact_list,
    joined,
    paragraph,
    part,
    table,
)
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.publication_terms import publication_terms

TYPES: dict[ColumnType, str] = {
    "text": _("text"),
    "list": _("list of texts"),
    "integer": _("whole number"),
    "number": _("number"),
    "boolean": _("yes or no"),
    "day": _("day"),
}
CONVENTIONS = (
    _("A date is as precise as it is known: 2020-11-30, 2014-01 or 2014."),
    _("All texts are UTF-8. What is not known is empty."),
    _("A list is a JSON array in CSV and SQLite, and a list in Parquet."),
    _(
        "In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it, which is no part of it."
    ),
)


class file_size(nodes.General, nodes.Element):  # noqa: N801  (docutils names its nodes so)
    """Where the size of the file at ``path`` is told."""


@dataclass(frozen=True)
class DataPage(View[Publication]):
    """The files of the exports that the site has."""

    def collect(self, archive: SiteArchive, docname: str) -> Publication:
        """Give the terms of publication; the exports are a setting."""
        return archive.profile.institution.publication

    @staticmethod
    def build(context: ViewContext, data: Publication) -> list[nodes.Node]:
        """Give a part for each of terms, files, tables, views, and examples."""
        exports = [export for export in EXPORTS if export.name not in context.builder.config.archive_without]
        files = [file for export in exports for file in export.files]
        names = {export.name for export in exports}
        return [
            *fact_list(publication_terms(data)),
            *_files(context, [file for file in files if file.table is None]),
            *_tables(context, [file for file in files if file.table is not None]),
            *(_views() if "sqlite" in names else []),
            *_examples([example for example in EXAMPLES if example.export in names]),
        ]


def _files(context: ViewContext, files: list[ExportedFile]) -> list[nodes.Node]:
    told = ((_link(context, file), [paragraph(str(_(file.description)))]) for file in files)
    return [part("files", str(_("Files")), _definitions(told))] if files else []


def _tables(context: ViewContext, files: list[ExportedFile]) -> list[nodes.Node]:
    tables: dict[str, Table] = {file.table.name: file.table for file in files if file.table}
    told = []
    for each in tables.values():
        links = [_link(context, file) for file in files if file.table == each]
        about = [paragraph(str(_(each.description))), paragraph(*joined(links, " · ")), _fields(each)]
        told.append((nodes.literal("", each.name), about))
    conventions = bullet_list(paragraph(str(convention)) for convention in CONVENTIONS)
    return [part("tables", str(_("Tables")), conventions, _definitions(told))] if told else []


def _fields(each: Table) -> nodes.Element:
    rows = ((_field(column), paragraph(*_with_code(str(_(column.description))))) for column in each.columns)
    summary = disclosure_summary("", "", *_with_code(str(_("Fields of %s")) % f"`{each.name}`"))
    return disclosure("", summary, table((str(_("Field")), str(_("What it tells"))), rows), opened=False)


def _field(column: Column) -> nodes.paragraph:
    type_ = nodes.inline("", str(TYPES[column.type]), classes=["data-type"])
    return paragraph(nodes.literal("", column.name), " ", type_)


def _with_code(text: str) -> list[nodes.Node]:
    """Give *text*, of which what stands between backquotes is code."""
    parts = text.split("`")
    return [nodes.literal("", part) if number % 2 else nodes.Text(part) for number, part in enumerate(parts) if part]


def _views() -> list[nodes.Node]:
    told = ((nodes.literal("", view.name), [paragraph(str(_(view.description)))]) for view in VIEWS)
    return [part("views", str(_("Views of the database")), _definitions(told))]


def _examples(examples: list[Example]) -> list[nodes.Node]:
    told: list[nodes.Node] = []
    for example in examples:
        block = nodes.literal_block(example.code, example.code, language=example.language)
        told += [paragraph(str(_("With %s, in the folder that has the files:")) % example.tool), block]
    return [part("examples", str(_("Examples")), *told)] if told else []


def _link(context: ViewContext, file: ExportedFile) -> nodes.Element:
    name = nodes.literal("", file.path.removeprefix("data/"))
    if file.is_many:
        return name
    link = nodes.reference("", "", name, refuri=context.output_uri(file.path), internal=True)
    return nodes.inline("", "", link, nodes.Text(" "), file_size(path=file.path))


def _definitions(items: Iterable[tuple[nodes.Element, Iterable[nodes.Node]]]) -> nodes.definition_list:
    return nodes.definition_list(
        "",
        *(
            nodes.definition_list_item("", nodes.term("", "", term), nodes.definition("", *content))
            for term, content in items
        ),
        classes=["data-files"],
    )


def _visit_file_size(translator: HTML5Translator, node: file_size) -> None:
    attributes = {"class": "file-size", "data-file": node["path"], "data-pagefind-ignore": ""}
    translator.body.append(f"{translator.starttag(node, 'span', '', **attributes)}</span>")
    raise nodes.SkipNode


def _without_sizes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Leave out what only a site's page tells."""
    if app.builder.format != "html":
        for node in list(doctree.findall(file_size)):
            node.parent.remove(node)


class DataPageDirective(ViewDirective):
    """The files of data."""

    def view(self) -> DataPage:
        """Give the view."""
        return DataPage()


def setup(app: Sphinx) -> None:
    """Register the directive, and the place of a size."""
    app.add_node(file_size, html=(_visit_file_size, None))
    app.add_directive("data-page", DataPageDirective)
    app.connect("doctree-resolved", _without_sizes, priority=900)
