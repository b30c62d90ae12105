"""``trajectory``: a project through time: every mention with date, session and what was said, linked to its place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from council.archive.archive import Archive
from council.dialect.title import shorten
from council.language.folding import words_of
from council.model.authorities import Authority
from council.model.entries import Entry, Mention
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, counted, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.charts.timeline import Mark, timeline, timeline_of
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, entry_links, evidence_link, fact_list, names, paragraph, part
from council_sphinx.views.figures_said import NumericStatement, figures_said, figures_table
from council_sphinx.views.link_targets import EntryTarget, known_targets
from council_sphinx.views.mention_rows import MentionRow, mention_rows, mention_tables, told_in_full
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective
from council_sphinx.views.project_summary import (
    ProjectSummary,
    how_often,
    how_silent,
    project_summary,
    summary_sentence,
)
from council_sphinx.views.wording import session_name
from council_sphinx.views.wordings_in_use import WordingInUse, wordings_in_use, wordings_table


@dataclass(frozen=True, slots=True)
class ProjectData:
    """A project: what it is called and belongs to, and its mentions by date.

    *names* are those that releases use, *variants* others that its record has; *units* are the directorates in whose
    parts of releases it stands, by id; *last_year* is that of the archive's newest release.
    """

    name: str
    names: tuple[WordingInUse, ...] = ()
    variants: tuple[str, ...] = ()
    directorates: tuple[EntryTarget, ...] = ()
    whole: EntryTarget | None = None
    parts: tuple[EntryTarget, ...] = ()
    predecessors: tuple[EntryTarget, ...] = ()
    website: str = ""
    summary: ProjectSummary | None = None
    mentions: tuple[Mention, ...] = ()
    figures: tuple[NumericStatement, ...] = ()
    units: tuple[tuple[str, EntryTarget], ...] = ()
    last_year: int = 0


@dataclass(frozen=True, slots=True)
class UnknownProject:
    """An id that no project has."""

    id: str


@dataclass(frozen=True)
class Trajectory(View[ProjectData | UnknownProject]):
    """The project of one id, by its mentions of one year, or in the part of one directorate, where these are given."""

    project: str
    year: int | None = None
    directorate: str | None = None

    def collect(self, archive: SiteArchive, docname: str) -> ProjectData | UnknownProject:
        """Give what is known of the project."""
        entry = archive.projects.get(self.project)
        if entry is None:
            return UnknownProject(self.project)
        mentions = tuple(mention for mention in entry.mentions if self._asks_for(mention))
        return _project_data(archive, replace(entry, mentions=mentions))

    def _asks_for(self, mention: Mention) -> bool:
        return (self.year is None or (mention.date is not None and mention.date.year == self.year)) and (
            self.directorate is None or mention.directorate == self.directorate
        )

    @staticmethod
    def build(context: ViewContext, data: ProjectData | UnknownProject) -> list[nodes.Node]:
        """Give what is known in a sentence, facts, a line of time, what each release says, and names."""
        if isinstance(data, UnknownProject):
            return [paragraph(str(_("No project has the id %r.")) % data.id)]
        content: list[nodes.Node] = [*_status(context, data), *_facts(context, data)]
        if not data.mentions:
            return [*content, paragraph(str(_("No release names it yet.")))]
        rows = mention_rows(data.mentions)
        if data.summary:
            content.append(part("timeline", str(_("Timeline")), _timeline(context, data, rows)))
        tables = mention_tables(context, {"project": data.name}, rows, dict(data.units))
        content.append(part("trajectory", str(_("Trajectory")), *tables))
        if data.figures:
            content.append(part("figures", str(_("Figures")), figures_table(context, data.figures)))
        if any(words_of(name.text) != words_of(data.name) for name in data.names):
            told = wordings_table(context, str(_("Name")), data.names)
            content.append(part("names", str(_("Names through time")), told))
        return content


def _project_data(archive: Archive, entry: Entry) -> ProjectData:
    record = entry.record or Authority(id=entry.id, kind=entry.kind, name=entry.name)
    whole = archive.projects.get(record.parent) if record.parent else None
    units = dict.fromkeys(mention.directorate for mention in entry.mentions if mention.directorate)
    return ProjectData(
        name=entry.name,
        names=wordings_in_use(entry.mentions, lambda mention: mention.label),
        variants=tuple(name for name in record.aliases if name not in entry.labels),
        directorates=known_targets(archive.directorates, entry.directorates),
        whole=EntryTarget.of(whole) if whole else None,
        parts=known_targets(archive.projects, archive.relations.parts(entry.id)),
        predecessors=known_targets(archive.projects, record.preceded_by),
        website=record.website,
        summary=project_summary(archive, entry),
        mentions=entry.mentions,
        figures=figures_said(archive, entry.id),
        units=tuple((id_, EntryTarget.of(archive.directorates[id_])) for id_ in units if id_ in archive.directorates),
        last_year=archive.chronology.last_year,
    )


def _status(context: ViewContext, data: ProjectData) -> list[nodes.Node]:
    """Give the sentence that sums a project up, and its facts in a line."""
    if data.summary is None:
        return []
    dated = [mention for mention in data.mentions if mention.date]
    rows: list[tuple[str, list[nodes.Node]]] = []
    if data.summary.first == data.summary.last:
        rows.append((str(_("Only mention")), [evidence_link(context, dated[0])]))
    else:
        rows.append((str(_("First mention")), [evidence_link(context, dated[0])]))
        rows.append((str(_("Last mention")), [evidence_link(context, dated[-1])]))
    rows.append((str(_("Reported in")), [nodes.inline("", how_often(data.summary))]))
    if data.directorates:
        rows.append((str(_("Carried by")), entry_links(context, data.directorates)))
    recent = nodes.inline("", str(_("recent news")), classes=["badge", "badge-new"])
    silent = how_silent(data.summary)
    rows.append((str(_("Status")), [nodes.inline("", silent) if silent else recent]))
    sentence = paragraph(summary_sentence(data.summary, context.language), classes=["summary"])
    return [sentence, *fact_list(rows, classes=["status-line"])]


def _facts(context: ViewContext, data: ProjectData) -> list[nodes.Node]:
    rows: list[tuple[str, list[nodes.Node]]] = []
    if data.variants:
        rows.append((str(_("Also called")), names(data.variants)))
    if data.directorates and data.summary is None:
        rows.append((str(_("Directorates")), entry_links(context, data.directorates)))
    if data.whole:
        rows.append((str(_("Part of")), [entry_link(context, data.whole)]))
    if data.parts:
        rows.append((str(_("Parts")), entry_links(context, data.parts)))
    if data.predecessors:
        rows.append((str(_("Follows")), entry_links(context, data.predecessors)))
    if data.website:
        rows.append((str(_("Web site")), [nodes.reference("", data.website, refuri=data.website)]))
    return fact_list(rows)


def _timeline(context: ViewContext, data: ProjectData, rows: Sequence[MentionRow]) -> timeline:
    """Draw the mentions of a month as one mark in its middle, so that a long history stays light.

    Those of which but the year is known stand in the middle of the year.
    """
    months: dict[datetime.date, list[MentionRow]] = {}
    dated = [row for row in rows if row.mention.date]
    years: dict[int, int] = {}
    for row in dated:
        date = row.mention.date
        assert date is not None
        day = datetime.date(date.year, date.month or 7, 15 if date.month else 1)
        months.setdefault(day, []).append(row)
        years[date.year] = years.get(date.year, 0) + 1
    told = {row.anchor for row in told_in_full(dated)}
    marks = (_mark(context, day, of_month, told) for day, of_month in months.items())
    label = str(_("Mentions by year: %s")) % "; ".join(f"{year}: {count}" for year, count in sorted(years.items()))
    return timeline_of(marks, data.last_year, label)


def _mark(context: ViewContext, day: datetime.date, rows: Sequence[MentionRow], told: set[str]) -> Mark:
    """Give the mark of a month: it leads to the mention in its release, or to the first of several rows."""
    mention = rows[0].mention
    assert mention.date is not None
    in_row = len(rows) > 1 and rows[0].anchor in told
    uri = f"#{rows[0].anchor}" if in_row else context.uri(mention.page, mention.anchor)
    if len(rows) > 1:
        mentions = counted("%d mention", "%d mentions", len(rows))
        month = long_date(type(mention.date)(mention.date[:7]), context.language)
        return Mark(day, len(rows), uri, f"{month}: {mentions}")
    session = f" · {session_name(mention.session)}" if mention.session else ""
    title = f"{long_date(mention.date, context.language)}{session}: {shorten(mention.quotation)}"
    return Mark(day, 1, uri, title)


class TrajectoryDirective(ViewDirective):
    """One project through time; its id is the argument."""

    required_arguments = 1
    option_spec: ClassVar[OptionSpec] = RECORD_FILTERS

    def view(self) -> Trajectory:
        """Give the view."""
        return Trajectory(self.arguments[0], self.options.get("year"), self.options.get("directorate"))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("trajectory", TrajectoryDirective)
