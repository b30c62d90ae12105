"""A directorate: how it stands, who led it when, its projects by year, the releases in which it reports, and that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.entries import Entry, Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.charts.year_bars import YearCount, year_bars
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import (
    bullet_list,
    entry_link,
    evidence_link,
    fact_list,
    fold_away,
    mention_and_title,
    names,
    paragraph,
    part,
    year_links,
)
from council_sphinx.views.link_targets import EntryTarget, MentionTarget
from council_sphinx.views.placeholder import View
from council_sphinx.views.tenure_table import TenureRow, tenure_nodes, tenure_rows
from council_sphinx.views.wording import counted_by_year, release_count

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
class Reporting:
    """In how many releases a directorate reports, in which first and last, and of how many projects."""

    releases: int
    first: Mention
    last: Mention
    projects: int


@dataclass(frozen=True, slots=True)
class DirectorateData:
    """What is known of a directorate; *projects* are by year, the newest first.

    *last_year* is that of the archive's newest release.
    """

    reporting: Reporting | None = None
    aliases: tuple[str, ...] = ()
    leaders: tuple[TenureRow, ...] = ()
    projects: tuple[tuple[int, tuple[EntryTarget, ...]], ...] = ()
    reports: NewestMentions = NewestMentions()
    naming: NewestMentions = NewestMentions()
    last_year: int = 0


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
        reports = [mention for mention in entry.mentions if mention.reports]
        projects = _projects_by_year(archive, self.directorate)
        return DirectorateData(
            reporting=_reporting(reports, projects),
            aliases=entry.record.aliases if entry.record else (),
            leaders=tenure_rows(archive, ((tenure.person, tenure) for tenure in tenures), archive.people),
            projects=projects,
            reports=_newest(archive, reports),
            naming=_newest(archive, [mention for mention in entry.mentions if not mention.reports]),
            last_year=archive.chronology.last_year,
        )

    @staticmethod
    def build(context: ViewContext, data: DirectorateData) -> list[nodes.Node]:
        """Give facts, leaders, projects by year, and lists of releases."""
        content = [*_status(context, data), *_facts(data)]
        if data.leaders:
            leaders = tenure_nodes(context, str(_("Person")), data.leaders, data.last_year)
            content.append(part("leaders", str(_("Who led it")), *leaders))
        if data.projects:
            content.append(part("projects", str(_("Projects by year")), *_project_lists(context, data.projects)))
        content += _mention_list(context, "reports", str(_("Reports")), data.reports)
        content += _mention_list(context, "naming", str(_("Named in")), data.naming)
        if not (data.leaders or data.projects or data.reports.newest or data.naming.newest):
            content.append(paragraph(str(_("No release names it yet."))))
        return content


def _reporting(reports: Sequence[Mention], projects: Sequence[tuple[int, Sequence[EntryTarget]]]) -> Reporting | None:
    dated = [mention for mention in reports if mention.date]
    if not dated:
        return None
    told = {project for _year, of_year in projects for project in of_year}
    return Reporting(len({mention.page for mention in reports}), dated[0], dated[-1], len(told))


def _status(context: ViewContext, data: DirectorateData) -> list[nodes.Node]:
    """Give how much a directorate has reported, when first and last, and who is known to have led it last."""
    if data.reporting is None:
        return []
    rows: list[tuple[str, list[nodes.Node]]] = [
        (str(_("Reports in")), [nodes.inline("", release_count(data.reporting.releases))]),
        (str(_("First")), [evidence_link(context, data.reporting.first)]),
        (str(_("Last")), [evidence_link(context, data.reporting.last)]),
        (str(_("Projects")), [nodes.inline("", str(data.reporting.projects))]),
    ]
    if data.leaders:
        rows.append((str(_("Led at last by")), [entry_link(context, data.leaders[-1].target)]))
    return fact_list(rows, classes=["status-line"])


def _facts(data: DirectorateData) -> list[nodes.Node]:
    return fact_list([(str(_("Also called")), names(data.aliases))]) if data.aliases else []


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
    """Give bars by year, and the projects of each year, those of the last one unfolded."""
    content: list[nodes.Node] = []
    bars: list[YearCount] = []
    older: dict[int, int] = {}
    told = 0
    for year, projects in years:
        told += len(projects)
        title = f"{year} ({len(projects)})"
        if content and told > PROJECTS:
            older[year] = len(projects)
            bars.append(YearCount(year, len(projects), context.uri(context.year_page(year)), title))
            continue
        links = bullet_list(paragraph(entry_link(context, project)) for project in projects)
        links["ids"] = [f"projects-{year}"]
        content.append(fold_away(title, links, opened=not content))
        bars.append(YearCount(year, len(projects), f"#projects-{year}", title))
    label = counted_by_year(str(_("Projects")), {bar.year: bar.count for bar in bars})
    drawn = [year_bars(bars, label)] if len(bars) > 1 else []
    return [*drawn, *content, *_older(context, older)]


def _mention_list(context: ViewContext, key: str, title: str, mentions: NewestMentions) -> list[nodes.Node]:
    if not mentions.newest:
        return []
    items = bullet_list((mention_and_title(context, target) for target in mentions.newest), classes=["release-list"])
    return [part(key, title, items, *_older(context, dict(mentions.older)))]


def _older(context: ViewContext, years: dict[int, int]) -> list[nodes.Node]:
    """Give a line with the number in each year, which leads to the page of the year."""
    if not years:
        return []
    return [paragraph(str(_("Older ones, by year:")) + " ", *year_links(context, years))]
