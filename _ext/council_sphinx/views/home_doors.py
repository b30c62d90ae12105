"""``home-doors``: the ways into the archive - sessions, projects, directorates, people - each with a living sample."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import ClassVar

from council.archive.archive import Archive
from council.dialect.title import shorten
from council.model.authorities import OWN
from council.model.entries import Mention
from council.model.partial_dates import PartialDate
from council.model.tenures import Tenure
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views import index_pages
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import date_and_session, entry_link, evidence_link, paragraph
from council_sphinx.views.home_activity import ActiveProject, active_project, most_active
from council_sphinx.views.home_counts import Holdings, holdings, session_years
from council_sphinx.views.index_pages import CONVENTIONAL, IndexPages
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.small_drawings import bars_by_year, dots_in_time
from council_sphinx.views.wording import release_count, tenure_term

LONGEST_SAMPLE = 110
"""Characters of what a directorate told."""


@dataclass(frozen=True, slots=True)
class LastSession:
    """The newest session, and how many there are in each year."""

    release: ReleaseTarget
    years: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class LastReport:
    """What a directorate told last, and when it told something."""

    directorate: EntryTarget
    told: Mention
    dates: tuple[PartialDate, ...]


@dataclass(frozen=True, slots=True)
class LastLeader:
    """Who is known to head a directorate at last, and when the releases name them."""

    person: EntryTarget
    directorate: EntryTarget
    tenure: Tenure
    dates: tuple[PartialDate, ...]


@dataclass(frozen=True, slots=True)
class Doors:
    """What stands on each door; nothing where the archive has none of it."""

    pages: IndexPages
    counts: Holdings
    session: LastSession | None
    project: ActiveProject | None
    report: LastReport | None
    leader: LastLeader | None


@dataclass(frozen=True)
class HomeDoors(View[Doors]):
    """The doors to *pages*."""

    pages: IndexPages = CONVENTIONAL

    def collect(self, archive: SiteArchive, docname: str) -> Doors:
        """Give what the doors tell."""
        active = most_active(archive)
        return Doors(
            pages=self.pages,
            counts=holdings(archive),
            session=_last_session(archive),
            project=active_project(active[0]) if active else None,
            report=_last_report(archive),
            leader=_last_leader(archive),
        )

    @staticmethod
    def build(context: ViewContext, data: Doors) -> list[nodes.Node]:
        """Give the doors that lead to a page of the archive."""
        counts, pages = data.counts, data.pages
        doors = (
            (pages.sessions, _("Sessions"), counts.sessions, _session_sample(context, data)),
            (pages.projects, _("Projects"), counts.projects, _project_sample(context, data)),
            (pages.directorates, _("Directorates"), counts.directorates, _report_sample(context, data)),
            (pages.people, _("People"), counts.people, _leader_sample(context, data)),
        )
        items = [
            nodes.container("", _door_head(context, page, str(title), count), *sample, classes=["door"])
            for page, title, count, sample in doors
            if count and context.has_page(page)
        ]
        return [nodes.container("", *items, classes=["home-doors"])] if items else []


def _door_head(context: ViewContext, page: str, title: str, count: int) -> nodes.paragraph:
    number = nodes.inline("", str(count), classes=["door-count"])
    return paragraph(context.text_link(page, title), " ", number, classes=["door-head"])


def _last_session(archive: Archive) -> LastSession | None:
    newest = archive.chronology.latest(1, sessions_only=True)
    if not newest:
        return None
    years = Counter(year for year in session_years(archive).values() if year)
    return LastSession(ReleaseTarget.on(newest[0], archive), tuple(sorted(years.items())))


def _last_report(archive: Archive) -> LastReport | None:
    """Give what one of the institution's own directorates told in the newest release that quotes one."""
    records = archive.records["directorate"]
    for page in archive.chronology.latest(len(archive.releases)):
        for project, id_ in zip(archive.releases[page].projects, archive.identity.project_ids[page], strict=True):
            record = records.get(project.directorate or "")
            if record and record.category == OWN and project.quotation:
                told = next(mention for mention in archive.projects[id_].mentions if mention.page == page)
                entry = archive.directorates[record.id]
                dates = tuple(mention.date for mention in entry.mentions if mention.date and mention.reports)
                return LastReport(EntryTarget.of(entry), told, dates)
    return None


def _last_leader(archive: Archive) -> LastLeader | None:
    """Give whose tenure at the head of an own directorate is known of at last."""
    known = [
        (tenure.held[1], tenure.person, tenure)
        for id_, tenures in archive.tenures.by_directorate.items()
        for tenure in tenures
        if tenure.held and tenure.person in archive.people and id_ in archive.directorates
    ]
    if not known:
        return None
    tenure = max(known, key=lambda pair: pair[:2])[2]
    person = archive.people[tenure.person]
    dates = tuple(mention.date for mention in person.mentions if mention.date)
    directorate = EntryTarget.of(archive.directorates[tenure.directorate])
    return LastLeader(EntryTarget.of(person), directorate, replace(tenure, evidence=(), contradictions=()), dates)


def _session_sample(context: ViewContext, data: Doors) -> list[nodes.Node]:
    session = data.session
    if session is None:
        return []
    return [
        bars_by_year(dict(session.years), data.counts.years),
        paragraph(context.text_link(session.release.page, session.release.title)),
        paragraph(date_and_session(context, session.release), classes=["facts-line"]),
    ]


def _project_sample(context: ViewContext, data: Doors) -> list[nodes.Node]:
    project = data.project
    if project is None:
        return []
    return [
        dots_in_time(project.dates, data.counts.years),
        paragraph(context.text_link(project.page, project.name)),
        paragraph(release_count(len(project.dates)), classes=["facts-line"]),
    ]


def _report_sample(context: ViewContext, data: Doors) -> list[nodes.Node]:
    report = data.report
    if report is None:
        return []
    told = nodes.inline("", f"«{shorten(report.told.quotation, LONGEST_SAMPLE)}»", classes=["quotation"])
    return [
        dots_in_time(report.dates, data.counts.years),
        paragraph(entry_link(context, report.directorate)),
        paragraph(told, " ", evidence_link(context, report.told), classes=["facts-line"]),
    ]


def _leader_sample(context: ViewContext, data: Doors) -> list[nodes.Node]:
    leader = data.leader
    if leader is None:
        return []
    term = tenure_term(leader.tenure, context.language)
    return [
        *([dots_in_time(leader.dates, data.counts.years)] if data.counts.years else []),
        paragraph(entry_link(context, leader.person)),
        paragraph(entry_link(context, leader.directorate), f", {term}" if term else "", classes=["facts-line"]),
    ]


class HomeDoorsDirective(ViewDirective):
    """The doors; options name the pages that they lead to, where these have other than the conventional names."""

    option_spec: ClassVar[OptionSpec] = index_pages.OPTIONS

    def view(self) -> HomeDoors:
        """Give the view."""
        return HomeDoors(IndexPages.told(self.options))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("home-doors", HomeDoorsDirective)
