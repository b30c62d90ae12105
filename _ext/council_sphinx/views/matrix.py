"""Projects by session, coloured by directorate: what was reported when, and what went silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from council.archive.archive import Archive
from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.views.elements import entry_link, evidence_link, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register
from council_sphinx.views.wording import session_name

MOST_COLUMNS = 40
"""With more sessions than these, the columns are years."""
MOST_CELLS = 1_800
"""So many cells keep the page light; with more columns it has fewer rows, those named last."""
SILENT_AFTER = 3
"""A project that the last so many columns do not name has gone silent."""


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    year, directorate = options.get("year"), options.get("directorate")
    pages = [page for page in archive.chronology.sessions if not year or archive.releases[page].year == year]
    by_year = len(pages) > MOST_COLUMNS
    columns: list[Any] = sorted({archive.releases[page].year for page in pages}) if by_year else pages
    places = {
        page: columns.index(archive.releases[page].year) if by_year else index for index, page in enumerate(pages)
    }
    rows = []
    for entry in archive.projects.values():
        if directorate and directorate not in entry.directorates:
            continue
        cells: dict[int, list[Mention]] = {}
        for mention in entry.mentions:
            if mention.page in places:
                cells.setdefault(places[mention.page], []).append(mention)
        if cells and entry.record:
            rows.append(
                (
                    entry.id,
                    entry.name,
                    entry.directorates[:1],
                    {at: (found[0], len(found)) for at, found in cells.items()},
                )
            )
    rows.sort(key=lambda row: (-max(row[3]), -len(row[3]), collation_key(row[1])))
    heads = [str(one) for one in columns] if by_year else [_head(archive, page) for page in columns]
    own = [
        (entry.id, entry.name)
        for entry in archive.directorates.values()
        if entry.record and entry.record.category == "institute"
    ]
    return heads, rows[: max(MOST_CELLS // max(len(heads), 1), 1)], own, len(rows)


def _head(archive: Archive, page: str) -> str:
    release = archive.releases[page]
    date = f"{release.date:%Y-%m-%d}" if release.date else ""
    numbers = "/".join(map(str, release.session.numbers)) if release.session else ""
    return f"{date} ({numbers}.ª)" if numbers else date


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    heads, rows, own, total = data
    if not rows:
        return [paragraph(str(_("No session names a project yet.")))]
    colours = {id_: number for number, (id_, _name) in enumerate(own, 1)}
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _head in range(len(heads) + 1)), cols=len(heads) + 1)
    corner = nodes.entry("", paragraph(str(_("Project"))))
    group += nodes.thead("", nodes.row("", corner, *(nodes.entry("", paragraph(head)) for head in heads)))
    group += nodes.tbody("", *(_row(context, row, len(heads), colours) for row in rows))
    table = nodes.table("", group, classes=["matrix"])
    made: list[nodes.Node] = [_legend(own), nodes.container("", table, classes=["matrix-scroll"])]
    if total > len(rows):
        made.append(paragraph(str(_("and %d projects more")) % (total - len(rows))))
    return made


def _row(context: ViewContext, row: tuple[Any, ...], width: int, colours: dict[str, int]) -> nodes.row:
    id_, _name, directorates, cells = row
    silent = max(cells) < width - SILENT_AFTER
    made = nodes.row("", nodes.entry("", paragraph(entry_link(context, context.archive.projects[id_]))))
    if silent:
        made["classes"].append("silent")
    number = colours.get(directorates[0], 0) if directorates else 0
    for column in range(width):
        cell = nodes.entry()
        if column in cells:
            mention, count = cells[column]
            mark = "●" if count == 1 else f"●{count}"
            link = evidence_link(context, mention, mark)
            link["reftitle"] = _tooltip(mention)
            cell += paragraph(link)
            cell["classes"] += ["reported", f"directorate-{number}"]
        made += cell
    return made


def _tooltip(mention: Mention) -> str:
    told = session_name(mention.session) if mention.session else ""
    return ": ".join(filter(None, (told, mention.label)))


def _legend(own: Sequence[tuple[str, str]]) -> nodes.paragraph:
    made = paragraph(classes=["matrix-legend"])
    for number, (_id, name) in enumerate(own, 1):
        made += nodes.inline("", f"● {name}", classes=[f"directorate-{number}"])
        made += nodes.Text("  ")
    made += nodes.inline("", "● " + str(_("other or several")), classes=["directorate-0"])
    return made


register(View("matrix", _collect, _build))
