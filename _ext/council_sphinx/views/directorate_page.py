"""A directorate: who led it when, its projects by year, the releases in which it reports, and that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from council.archive.archive import Archive
from council.archive.leadership import tenures
from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.elements import (
    bullet_list,
    entry_link,
    evidence_link,
    fact_list,
    fold_away,
    heading,
    joined,
    paragraph,
    period,
    table,
)
from council_sphinx.views.placeholder import Options, View, ViewContext, register

RELEASES = 60
"""How many releases are told one by one, the newest; older ones are counted by year."""
PROJECTS = 1_000
"""How many projects are told year by year, the newest years first; those of older years are counted."""
EVIDENCE = 6
"""How many releases are told as evidence of one tenure."""

_Told = tuple[list[tuple[str, Mention]], dict[int, int]]
"""Releases with their titles, the newest first, and how many older ones there are in each year."""


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    id_ = options["directorate"]
    entry = archive.directorates.get(id_)
    if entry is None:
        return (id_, None, [], {}, _told(archive, []), _told(archive, []))
    years: dict[int, dict[str, None]] = {}
    for project in archive.projects.values():
        for mention in project.mentions:
            if mention.date and mention.directorate == id_:
                years.setdefault(mention.date.year, {})[project.id] = None
    projects = {
        year: [(one, archive.projects[one].page, archive.projects[one].name) for one in found]
        for year, found in sorted(years.items(), reverse=True)
    }
    reports = _told(archive, [mention for mention in entry.mentions if mention.reports])
    naming = _told(archive, [mention for mention in entry.mentions if not mention.reports])
    led = [
        (tenure, archive.people[tenure.person].name)
        for tenure in tenures(archive, id_)
        if tenure.person in archive.people
    ]
    return id_, entry.record, led, projects, reports, naming


def _told(archive: Archive, mentions: Sequence[Mention]) -> _Told:
    older = Counter(mention.date.year for mention in mentions[:-RELEASES] if mention.date)
    newest = [(archive.releases[mention.page].title, mention) for mention in reversed(mentions[-RELEASES:])]
    return newest, dict(sorted(older.items(), reverse=True))


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    _id, record, led, projects, reports, naming = data
    made: list[nodes.Node] = []
    if record and record.aliases:
        made += fact_list([(str(_("Also called")), [nodes.Text("; ".join(record.aliases))])])
    if led:
        made += [heading(str(_("Who led it"))), _leaders(context, led)]
    if projects:
        made += [heading(str(_("Projects by year"))), *_projects(context, projects)]
    made += _releases(context, str(_("Reports")), reports)
    made += _releases(context, str(_("Named in")), naming)
    if not (led or projects or reports[0] or naming[0]):
        made.append(paragraph(str(_("No release names it yet."))))
    return made


def _releases(context: ViewContext, title: str, told: _Told) -> list[nodes.Node]:
    newest, older = told
    if not newest:
        return []
    items = [
        paragraph(evidence_link(context, mention), ": ", context.text_link(mention.page, title_))
        for title_, mention in newest
    ]
    return [heading(title), bullet_list(items), *_counted(context, older)]


def _projects(context: ViewContext, projects: dict[int, list[tuple[str, str | None, str]]]) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    older: dict[int, int] = {}
    told = 0
    for year, found in projects.items():
        told += len(found)
        if made and told > PROJECTS:
            older[year] = len(found)
            continue
        links = [paragraph(entry_link(context, context.archive.projects[one])) for one, _page, _name in found]
        made.append(fold_away(f"{year} ({len(found)})", bullet_list(links), opened=not made))
    return made + _counted(context, older)


def _counted(context: ViewContext, years: dict[int, int]) -> list[nodes.Node]:
    """Give a line with the number in each year, which leads to the page of the year."""
    if not years:
        return []
    folder = context.builder.config.archive_years
    links = [context.text_link(f"{folder}/{year}", f"{year} ({count})") for year, count in years.items()]
    return [paragraph(str(_("Older ones, by year:")) + " ", *joined(links))]


def _leaders(context: ViewContext, led: list[tuple[Any, str]]) -> nodes.table:
    rows = []
    for tenure, _name in led:
        links = [evidence_link(context, mention) for mention in tenure.evidence[:EVIDENCE]]
        source = [nodes.Text(str(_("authority record")))] if tenure.recorded else []
        rows.append(
            (
                entry_link(context, context.archive.people[tenure.person]),
                period(tenure.start, tenure.end, context.language),
                paragraph(*joined([*source, *links], "; ")),
            )
        )
    return table((str(_("Person")), str(_("When")), str(_("Evidence"))), rows)


register(View("directorate-page", _collect, _build))
