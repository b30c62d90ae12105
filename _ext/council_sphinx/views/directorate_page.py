"""A directorate: who led it when, its projects by year, the releases in which it reports, and that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.entries import Entry, Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import (
    bullet_list,
    entry_link,
    fact_list,
    fold_away,
    heading,
    mention_and_title,
    names,
    paragraph,
    year_links,
)
from council_sphinx.views.link_targets import EntryTarget, MentionTarget
from council_sphinx.views.placeholder import View
from council_sphinx.views.tenure_table import TenureRow, tenure_rows, tenure_table

RELEASES = 60
"""How many releases are told one by one, the newest; older ones are counted by year."""
PROJECTS = 1_000
"""How many projects are told year by year, the newest years first; those of older years are counted."""


@dataclass(frozen=True, slots=True)
class NewestMentions:
    """The newest mentions, newest first, and how many older ones there are in each year."""

    newest: tuple[MentionTarget, ...] = ()
    older: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DirectorateData:
    """What is known of a directorate; *projects* are by year, the newest first."""

    aliases: tuple[str, ...] = ()
    leaders: tuple[TenureRow, ...] = ()
    projects: tuple[tuple[int, tuple[EntryTarget, ...]], ...] = ()
    reports: NewestMentions = NewestMentions()
    naming: NewestMentions = NewestMentions()


@dataclass(frozen=True)
class DirectoratePage(View[DirectorateData]):
    """The directorate of one id."""

    directorate: str

    def collect(self, archive: SiteArchive, docname: str) -> DirectorateData:
        """Give what is known of the directorate."""
        entry = archive.directorates.get(self.directorate)
        if entry is None:
            return DirectorateData()
        tenures = archive.tenures.by_directorate.get(self.directorate, ())
        return DirectorateData(
            aliases=entry.record.aliases if entry.record else (),
            leaders=tenure_rows(((tenure.person, tenure) for tenure in tenures), archive.people),
            projects=_projects_by_year(archive, self.directorate),
            reports=_newest(archive, [mention for mention in entry.mentions if mention.reports]),
            naming=_newest(archive, [mention for mention in entry.mentions if not mention.reports]),
        )

    @staticmethod
    def build(context: ViewContext, data: DirectorateData) -> list[nodes.Node]:
        """Give facts, a table of leaders, and lists of projects and releases."""
        content: list[nodes.Node] = []
        if data.aliases:
            content += fact_list([(str(_("Also called")), names(data.aliases))])
        if data.leaders:
            content += [heading(str(_("Who led it"))), tenure_table(context, str(_("Person")), data.leaders)]
        if data.projects:
            content += [heading(str(_("Projects by year"))), *_project_lists(context, data.projects)]
        content += _mention_list(context, str(_("Reports")), data.reports)
        content += _mention_list(context, str(_("Named in")), data.naming)
        if not (data.leaders or data.projects or data.reports.newest or data.naming.newest):
            content.append(paragraph(str(_("No release names it yet."))))
        return content


def _projects_by_year(archive: Archive, directorate: str) -> tuple[tuple[int, tuple[EntryTarget, ...]], ...]:
    years: dict[int, dict[str, Entry]] = {}
    for project in archive.projects.values():
        for mention in project.mentions:
            if mention.date and mention.directorate == directorate:
                years.setdefault(mention.date.year, {})[project.id] = project
    return tuple(
        (year, tuple(EntryTarget.of(project) for project in projects.values()))
        for year, projects in sorted(years.items(), reverse=True)
    )


def _newest(archive: Archive, mentions: Sequence[Mention]) -> NewestMentions:
    older = Counter(mention.date.year for mention in mentions[:-RELEASES] if mention.date)
    return NewestMentions(
        tuple(MentionTarget.of(mention, archive) for mention in reversed(mentions[-RELEASES:])),
        tuple(sorted(older.items(), reverse=True)),
    )


def _project_lists(context: ViewContext, years: Sequence[tuple[int, Sequence[EntryTarget]]]) -> list[nodes.Node]:
    content: list[nodes.Node] = []
    older: dict[int, int] = {}
    told = 0
    for year, projects in years:
        told += len(projects)
        if content and told > PROJECTS:
            older[year] = len(projects)
            continue
        links = bullet_list(paragraph(entry_link(context, project)) for project in projects)
        content.append(fold_away(f"{year} ({len(projects)})", links, opened=not content))
    return content + _older(context, older)


def _mention_list(context: ViewContext, title: str, mentions: NewestMentions) -> list[nodes.Node]:
    if not mentions.newest:
        return []
    items = bullet_list(mention_and_title(context, target) for target in mentions.newest)
    return [heading(title), items, *_older(context, dict(mentions.older))]


def _older(context: ViewContext, years: dict[int, int]) -> list[nodes.Node]:
    """Give a line with the number in each year, which leads to the page of the year."""
    if not years:
        return []
    return [paragraph(str(_("Older ones, by year:")) + " ", *year_links(context, years))]
