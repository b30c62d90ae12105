"""A project through time: every mention with date, session and what was said, linked to its place."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from council.archive.archive import Archive
from council.model.entries import Entry, Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.elements import (
    entry_link,
    evidence_link,
    fact_list,
    fold_away,
    heading,
    joined,
    paragraph,
    table,
)
from council_sphinx.views.placeholder import Options, View, ViewContext, register
from council_sphinx.views.timeline import timeline_of
from council_sphinx.views.wording import session_name

LONG = 60
"""From so many mentions on, each year is folded, and all but the last are closed."""
MOST_MENTIONS = 400
"""The newest so many mentions are told; older ones are counted by year, with a link to a search for them."""


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    id_ = options["project"]
    entry = archive.projects.get(id_)
    if entry is None:
        return (id_, None)
    parts = [archive.projects[part] for part in archive.relations.parts(id_)]
    related = [(part.id, part.name) for part in parts]
    record = entry.record
    parent = archive.projects.get(record.parent) if record and record.parent else None
    before = [archive.projects[one].name for one in (record.preceded_by if record else ()) if one in archive.projects]
    directorates = [(one, archive.directorates[one].name) for one in entry.directorates if one in archive.directorates]
    return id_, _kept(entry, options), related, parent and parent.name, before, directorates


def _kept(entry: Entry, options: Options) -> Entry:
    """Give the entry with only the mentions of the year and the directorate that are asked for."""
    year, directorate = options.get("year"), options.get("directorate")
    if not year and not directorate:
        return entry
    mentions = tuple(
        one
        for one in entry.mentions
        if (not year or (one.date and one.date.year == year)) and (not directorate or one.directorate == directorate)
    )
    return Entry(entry.id, entry.kind, entry.name, entry.record, mentions, entry.labels)


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    entry: Entry | None = data[1]
    if entry is None:
        return [paragraph(str(_("No project has the id %r.")) % data[0])]
    made = _facts(context, entry)
    dates = [mention.date for mention in entry.mentions if mention.date]
    if dates:
        made += [heading(str(_("Timeline"))), timeline_of(dates)]
    made += [heading(str(_("Trajectory"))), *_mentions(context, entry)]
    return made


def _facts(context: ViewContext, entry: Entry) -> list[nodes.Node]:
    archive, record = context.archive, entry.record
    rows: list[tuple[str, list[nodes.Node]]] = []
    variants = [
        name for name in dict.fromkeys((*(record.aliases if record else ()), *entry.labels)) if name != entry.name
    ]
    if variants:
        rows.append((str(_("Also called")), [nodes.Text("; ".join(variants))]))
    directorates = [archive.directorates[one] for one in entry.directorates if one in archive.directorates]
    if directorates:
        rows.append((str(_("Directorates")), joined([entry_link(context, one) for one in directorates])))
    if record and record.parent and record.parent in archive.projects:
        rows.append((str(_("Part of")), [entry_link(context, archive.projects[record.parent])]))
    parts = archive.relations.parts(entry.id)
    if parts:
        rows.append((str(_("Parts")), joined([entry_link(context, archive.projects[part]) for part in parts])))
    before = [archive.projects[one] for one in (record.preceded_by if record else ()) if one in archive.projects]
    if before:
        rows.append((str(_("Follows")), joined([entry_link(context, one) for one in before])))
    dated = [mention for mention in entry.mentions if mention.date]
    if dated:
        rows.append((str(_("First mention")), [evidence_link(context, dated[0])]))
        rows.append((str(_("Last mention")), [evidence_link(context, dated[-1])]))
    if record and record.website:
        rows.append((str(_("Web site")), [nodes.reference("", record.website, refuri=record.website)]))
    return fact_list(rows)


def _mentions(context: ViewContext, entry: Entry) -> list[nodes.Node]:
    mentions = entry.mentions
    if not mentions:
        return [paragraph(str(_("No release names it yet.")))]
    if len(mentions) < LONG:
        return [_table(context, mentions)]
    years: dict[int | None, list[Mention]] = {}
    for mention in mentions:
        years.setdefault(mention.date.year if mention.date else None, []).append(mention)
    made: list[nodes.Node] = []
    room = MOST_MENTIONS
    for year, found in sorted(years.items(), key=lambda pair: -(pair[0] or 0)):
        told = found[-max(room, 0) :] if room > 0 else []
        content: list[nodes.Node] = [_table(context, tuple(told))] if told else []
        if len(told) < len(found):
            content.append(paragraph(search_link(context, entry.name, year, len(found) - len(told))))
        summary = f"{year or _('without date')} ({len(found)})"
        made.append(fold_away(summary, *content, opened=not made, classes=["trajectory-year"]))
        room -= len(found)
    return made


def search_link(context: ViewContext, project: str, year: int | None, count: int) -> nodes.reference:
    """Give a link to the search for the mentions that a page has no room for."""
    asked = {"project": project, "sort": "asc"} | ({"year": str(year)} if year else {})
    target = context.output_uri(f"search.html?{urlencode(asked)}")
    return nodes.reference("", str(_("%d more: find them with the search")) % count, refuri=target, internal=True)


def _table(context: ViewContext, mentions: tuple[Mention, ...]) -> nodes.table:
    rows = [
        (
            evidence_link(context, mention),
            session_name(mention.session) if mention.session else "—",
            paragraph(nodes.inline("", f"«{mention.quotation}»", classes=["quotation"])),
        )
        for mention in mentions
    ]
    head = (str(_("Date")), str(_("Session")), str(_("What was said")))
    return table(head, rows, classes=["trajectory"])


register(View("trajectory", _collect, _build))
