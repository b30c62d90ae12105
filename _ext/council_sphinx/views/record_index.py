"""An index of projects, directorates or people: A to Z, with counts and years, filterable on the page."""

from __future__ import annotations

from typing import Any

from council.archive.archive import Archive
from council.model.entries import Entry
from docutils import nodes

from council_sphinx.core.interface_strings import _, collation_key, first_letter
from council_sphinx.views.elements import entry_link, heading, paragraph, span_of_years
from council_sphinx.views.placeholder import Options, View, ViewContext, register


def _collect(archive: Archive, docname: str, options: Options) -> list[tuple[Any, ...]]:
    year, directorate = options.get("year"), options.get("directorate")
    rows = []
    for entry in archive.entries.of_kind(options["kind"]).values():
        if entry.record is None or (year and year not in entry.years):
            continue
        if directorate and directorate not in entry.directorates:
            continue
        names = [archive.directorates[one].name for one in entry.directorates if one in archive.directorates]
        shown = names if entry.kind != "directorate" else []
        rows.append((entry.id, entry.kind, entry.name, entry.record.aliases, len(_pages(entry)), entry.years, shown))
    return sorted(rows, key=lambda row: (collation_key(row[2]), row[0]))


def _pages(entry: Entry) -> set[str]:
    return {mention.page for mention in entry.mentions}


def _build(context: ViewContext, data: list[tuple[Any, ...]]) -> list[nodes.Node]:
    made = nodes.container("", classes=["filterable"])
    letter = ""
    items: nodes.bullet_list | None = None
    for id_, kind, name, aliases, count, years, directorates in data:
        first = first_letter(name)
        if first != letter or items is None:
            letter = first
            made += heading(letter)
            items = nodes.bullet_list(classes=["record-index"])
            made += items
        entry = context.archive.entries.of_kind(kind)[id_]
        said = [str(_("%d releases") if count != 1 else _("%d release")) % count, span_of_years(years), *directorates]
        words = paragraph(entry_link(context, entry), " ")
        words += nodes.inline("", " · ".join(filter(None, said)), classes=["record-index-facts"])
        if aliases:
            words += nodes.inline("", f" {'; '.join(aliases)}", classes=["record-index-aliases"])
        items += nodes.list_item("", words)
    return [made] if data else [paragraph(str(_("No record.")))]


register(View("record-index", _collect, _build))
