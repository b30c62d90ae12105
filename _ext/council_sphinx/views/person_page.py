"""A person: roles by date with the evidence, and the releases that name them."""

from __future__ import annotations

from typing import Any

from council.archive.archive import Archive
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.elements import (
    bullet_list,
    entry_link,
    evidence_link,
    fact_list,
    heading,
    joined,
    paragraph,
    table,
)
from council_sphinx.views.placeholder import Options, View, ViewContext, register


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    entry = archive.people.get(options["person"])
    if entry is None:
        return (None, [], [])
    titles = [(mention, archive.releases[mention.page].title) for mention in entry.mentions]
    record = entry.record
    directorates = [
        (one, archive.directorates[one].name)
        for one in (record.directorates if record else ())
        if one in archive.directorates
    ]
    return entry, titles, directorates


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    entry, titles, directorates = data
    if entry is None or not entry.mentions:
        return [paragraph(str(_("No release names this person yet.")))]
    rows: list[tuple[str, list[nodes.Node]]] = []
    if entry.record and entry.record.aliases:
        rows.append((str(_("Also called")), [nodes.Text("; ".join(entry.record.aliases))]))
    if directorates:
        links = [entry_link(context, context.archive.directorates[id_]) for id_, _name in directorates]
        rows.append((str(_("Directorates")), joined(links)))
    made: list[nodes.Node] = [*fact_list(rows)]
    with_role = [mention for mention, _title in titles if mention.role]
    if with_role:
        made.append(heading(str(_("Roles"))))
        body = [
            (
                evidence_link(context, mention),
                mention.role,
                paragraph(nodes.inline("", f"«{mention.quotation}»", classes=["quotation"])),
            )
            for mention in with_role
        ]
        made.append(table((str(_("Date")), str(_("Role")), str(_("What was said"))), body, classes=["trajectory"]))
    made.append(heading(str(_("Releases"))))
    items = [
        paragraph(evidence_link(context, mention), ": ", context.text_link(mention.page, title))
        for mention, title in titles
    ]
    made.append(bullet_list(items))
    return made


register(View("person-page", _collect, _build))
