"""``trajectory``: a project through time: every mention with date, session and what was said, linked to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

from council.archive.archive import Archive
from council.model.authorities import Authority
from council.model.entries import Entry, Mention
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import (
    entry_link,
    entry_links,
    evidence_link,
    fact_list,
    fold_away,
    heading,
    names,
    paragraph,
    quotation,
    table,
)
from council_sphinx.views.link_targets import EntryTarget, known_targets
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective
from council_sphinx.views.timeline import timeline_of
from council_sphinx.views.wording import session_name

LONG = 60
"""From so many mentions on, each year is folded, and all but the last are closed."""
MOST_MENTIONS = 400
"""The newest so many mentions are told; older ones are counted by year, with a link to a search for them."""


@dataclass(frozen=True, slots=True)
class ProjectData:
    """A project: what it is called and belongs to, and its mentions by date."""

    name: str
    variants: tuple[str, ...] = ()
    directorates: tuple[EntryTarget, ...] = ()
    whole: EntryTarget | None = None
    parts: tuple[EntryTarget, ...] = ()
    predecessors: tuple[EntryTarget, ...] = ()
    website: str = ""
    mentions: tuple[Mention, ...] = ()


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
        """Give facts, a line of time, and tables of mentions."""
        if isinstance(data, UnknownProject):
            return [paragraph(str(_("No project has the id %r.")) % data.id)]
        content = _facts(context, data)
        dates = [mention.date for mention in data.mentions if mention.date]
        if dates:
            content += [heading(str(_("Timeline"))), timeline_of(dates)]
        content += [heading(str(_("Trajectory"))), *_mentions(context, data)]
        return content


def _project_data(archive: Archive, entry: Entry) -> ProjectData:
    record = entry.record or Authority(id=entry.id, kind=entry.kind, name=entry.name)
    names = dict.fromkeys((*record.aliases, *entry.labels))
    whole = archive.projects.get(record.parent) if record.parent else None
    return ProjectData(
        name=entry.name,
        variants=tuple(name for name in names if name != entry.name),
        directorates=known_targets(archive.directorates, entry.directorates),
        whole=EntryTarget.of(whole) if whole else None,
        parts=known_targets(archive.projects, archive.relations.parts(entry.id)),
        predecessors=known_targets(archive.projects, record.preceded_by),
        website=record.website,
        mentions=entry.mentions,
    )


def _facts(context: ViewContext, data: ProjectData) -> list[nodes.Node]:
    rows: list[tuple[str, list[nodes.Node]]] = []
    if data.variants:
        rows.append((str(_("Also called")), names(data.variants)))
    if data.directorates:
        rows.append((str(_("Directorates")), entry_links(context, data.directorates)))
    if data.whole:
        rows.append((str(_("Part of")), [entry_link(context, data.whole)]))
    if data.parts:
        rows.append((str(_("Parts")), entry_links(context, data.parts)))
    if data.predecessors:
        rows.append((str(_("Follows")), entry_links(context, data.predecessors)))
    dated = [mention for mention in data.mentions if mention.date]
    if dated:
        rows.append((str(_("First mention")), [evidence_link(context, dated[0])]))
        rows.append((str(_("Last mention")), [evidence_link(context, dated[-1])]))
    if data.website:
        rows.append((str(_("Web site")), [nodes.reference("", data.website, refuri=data.website)]))
    return fact_list(rows)


def _mentions(context: ViewContext, data: ProjectData) -> list[nodes.Node]:
    if not data.mentions:
        return [paragraph(str(_("No release names it yet.")))]
    if len(data.mentions) < LONG:
        return [_table(context, data.mentions)]
    years: dict[int | None, list[Mention]] = {}
    for mention in data.mentions:
        years.setdefault(mention.date.year if mention.date else None, []).append(mention)
    folded: list[nodes.Node] = []
    room = MOST_MENTIONS
    for year, mentions in sorted(years.items(), key=lambda pair: -(pair[0] or 0)):
        told = mentions[-room:] if room > 0 else []
        content: list[nodes.Node] = [_table(context, told)] if told else []
        if len(told) < len(mentions):
            content.append(paragraph(search_link(context, data.name, year, len(mentions) - len(told))))
        summary = f"{year or _('without date')} ({len(mentions)})"
        folded.append(fold_away(summary, *content, opened=not folded, classes=["trajectory-year"]))
        room -= len(mentions)
    return folded


def search_link(context: ViewContext, project: str, year: int | None, count: int) -> nodes.reference:
    """Give a link to the search for the mentions that a page has no room for."""
    asked = {"project": project, "sort": "asc"} | ({"year": str(year)} if year else {})
    target = context.output_uri(f"search.html?{urlencode(asked)}")
    return nodes.reference("", str(_("%d more: find them with the search")) % count, refuri=target, internal=True)


def _table(context: ViewContext, mentions: Sequence[Mention]) -> nodes.table:
    rows = [
        (
            evidence_link(context, mention),
            session_name(mention.session) if mention.session else "—",
            quotation(mention.quotation),
        )
        for mention in mentions
    ]
    head = (str(_("Date")), str(_("Session")), str(_("What was said")))
    return table(head, rows, classes=["trajectory"])


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
