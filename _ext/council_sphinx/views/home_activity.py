"""``home-activity``: the projects that the releases of the last year name most, each with its dots in time.

The year ends with the newest release of the archive, so that the page is the same on whatever day it is built.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from council.archive.archive import Archive
from council.model.entries import Entry
from council.model.partial_dates import PartialDate
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import paragraph
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.small_drawings import dots_in_time
from council_sphinx.views.wording import release_count

YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Activity:
    """A project and the number of releases of the last year that name it."""

    entry: Entry
    releases: int


@dataclass(frozen=True, slots=True)
class ActiveProject:
    """A project: the releases of the last year that name it, and the dates of all that do."""

    name: str
    page: str
    releases: int
    dates: tuple[PartialDate, ...]


@dataclass(frozen=True, slots=True)
class ActiveProjects:
    """The most active projects; *years* are those of all releases."""

    projects: tuple[ActiveProject, ...]
    years: tuple[int, ...]


def most_active(archive: Archive) -> list[Activity]:
    """Give the projects with a record that the releases of the last year name, the most named first."""
    newest = (archive.releases[page].date for page in archive.chronology.latest(1))
    start = next((date.first - YEAR for date in newest if date), None)
    if start is None:
        return []
    active = []
    for entry in archive.projects.values():
        pages = {mention.page for mention in entry.mentions if mention.date and mention.date.first > start}
        if entry.page and pages:
            active.append(Activity(entry, len(pages)))
    return sorted(active, key=lambda activity: (-activity.releases, -len(activity.entry.mentions), activity.entry.id))


@dataclass(frozen=True)
class ProjectActivity(View[ActiveProjects]):
    """The *count* most active projects."""

    count: int = 8

    def collect(self, archive: SiteArchive, docname: str) -> ActiveProjects:
        """Give the projects, the most active first."""
        return ActiveProjects(
            projects=tuple(active_project(activity) for activity in most_active(archive)[: self.count]),
            years=tuple(sorted(year for year in archive.chronology.years if year)),
        )

    @staticmethod
    def build(context: ViewContext, data: ActiveProjects) -> list[nodes.Node]:
        """Give a list: name, dots in time, number of releases."""
        if not data.projects:
            return [paragraph(str(_("No release names it yet.")))]
        items = (nodes.list_item("", *_row(context, project, data.years)) for project in data.projects)
        return [
            paragraph(str(_("Named most in the last twelve months of the archive")), classes=["facts-line"]),
            nodes.bullet_list("", *items, classes=["active-projects"]),
        ]


def active_project(activity: Activity) -> ActiveProject:
    """Give what is told of an active project."""
    dates = tuple(mention.date for mention in activity.entry.mentions if mention.date)
    return ActiveProject(activity.entry.name, activity.entry.page or "", activity.releases, dates)


def _row(context: ViewContext, project: ActiveProject, years: Sequence[int]) -> list[nodes.Node]:
    return [
        paragraph(context.text_link(project.page, project.name)),
        dots_in_time(project.dates, years),
        paragraph(release_count(project.releases), classes=["facts-line"]),
    ]


class ProjectActivityDirective(ViewDirective):
    """The most active projects of the last year; ``:count:`` how many."""

    option_spec: ClassVar[OptionSpec] = {"count": directives.positive_int}

    def view(self) -> ProjectActivity:
        """Give the view."""
        return ProjectActivity(self.options.get("count", 8))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("home-activity", ProjectActivityDirective)
