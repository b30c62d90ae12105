"""Names of projects that no record claims, each with its mentions."""

from __future__ import annotations

from council.archive.archive import Archive
from council.model.entries import Entry
from docutils import nodes

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.views.elements import bullet_list, evidence_link, joined, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register

MENTIONS = 8


def _collect(archive: Archive, docname: str, options: Options) -> list[Entry]:
    return sorted(archive.entries.candidates, key=lambda entry: (collation_key(entry.name), entry.id))


def _build(context: ViewContext, data: list[Entry]) -> list[nodes.Node]:
    if not data:
        return [paragraph(str(_("Every name has a record.")))]
    items = []
    for entry in data:
        links = [evidence_link(context, mention) for mention in entry.mentions[:MENTIONS]]
        words = paragraph(nodes.strong("", entry.name), ": ", *joined(links))
        variants = [label for label in entry.labels if label != entry.name]
        if variants:
            words += nodes.Text(f" ({'; '.join(variants)})")
        items.append(words)
    return [nodes.container("", bullet_list(items), classes=["filterable"])]


register(View("candidates", _collect, _build))
