"""``release-list``: the releases of a year, or all of them, in order of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, month_name
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import date_and_session, lead_of, paragraph, part, year_links
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective

MOST = 300
"""Of more releases than these, the page of all tells the newest, and leads to the years for the rest."""

Year = int | Literal["all", "undated"]


@dataclass(frozen=True, slots=True)
class ListedReleases:
    """Releases by date; where there are too many for one page only the newest, and how many each year has."""

    releases: tuple[ReleaseTarget, ...]
    years: tuple[tuple[int, int], ...] = ()
    total: int = 0


@dataclass(frozen=True)
class ReleaseList(View[ListedReleases]):
    """The releases of *year*; those of council sessions alone, if *sessions_only*."""

    year: Year = "all"
    sessions_only: bool = False

    def collect(self, archive: SiteArchive, docname: str) -> ListedReleases:
        """Give the releases."""
        chronology = archive.chronology
        of_year = None if self.year == "undated" else self.year
        pages = chronology.pages if of_year == "all" else chronology.years.get(of_year, [])
        releases = [
            ReleaseTarget.on(page, archive)
            for page in pages
            if archive.releases[page].session or not self.sessions_only
        ]
        if self.year != "all" or len(releases) <= MOST:
            return ListedReleases(tuple(releases))
        years = Counter(release.date.year for release in releases if release.date)
        return ListedReleases(tuple(releases[-MOST:]), tuple(sorted(years.items(), reverse=True)), len(releases))

    @staticmethod
    def build(context: ViewContext, data: ListedReleases) -> list[nodes.Node]:
        """Give a list for each month, its name before it; before them the years, where there are too many to list."""
        if not data.releases:
            return [nodes.paragraph("", str(_("No release.")))]
        if not data.years:
            return _by_month(context, data.releases)
        told = str(_("%d in all; these are the newest. Each year has a page:")) % data.total
        return [paragraph(told + " ", *year_links(context, dict(data.years))), *_by_month(context, data.releases)]


def _by_month(context: ViewContext, releases: Sequence[ReleaseTarget]) -> list[nodes.Node]:
    """Give a part for each month; what of one year is dated by that alone stands before them, without a heading."""
    months: dict[tuple[int, int | None] | None, list[ReleaseTarget]] = {}
    for release in releases:
        months.setdefault((release.date.year, release.date.month) if release.date else None, []).append(release)
    several_years = len({month and month[0] for month in months}) > 1
    content: list[nodes.Node] = []
    for month, of_month in months.items():
        listed = nodes.bullet_list("", *(_item(context, release) for release in of_month), classes=["release-list"])
        title = _title(month, context.language, several_years)
        key = "-".join(map(str, filter(None, month or ()))) or "undated"
        content.append(part(f"in-{key}", title, listed) if title else listed)
    return content


def _title(month: tuple[int, int | None] | None, language: str, several_years: bool) -> str:
    """Give the heading of a month, with its year where there are several; none where it would be that of the page."""
    if month is None:
        return str(_("Without date")) if several_years else ""
    year = str(month[0]) if several_years else ""
    name = month_name(month[1], language) if month[1] else ""
    told = " ".join(filter(None, (name, year)))
    return told[:1].upper() + told[1:]


def _item(context: ViewContext, release: ReleaseTarget) -> nodes.list_item:
    words = paragraph(context.text_link(release.page, release.title), " ")
    words += nodes.inline("", date_and_session(context, release), classes=["release-list-date"])
    return nodes.list_item("", words, *lead_of(release))


def year_option(argument: str) -> Year:
    """A year of four digits, ``undated``, or ``all``."""
    value = argument.strip()
    if value.isdecimal() and len(value) == 4:
        return int(value)
    if value == "all":
        return "all"
    if value == "undated":
        return "undated"
    raise ValueError(f"{argument!r} is no year; write four digits, all, or undated")


class ReleaseListDirective(ViewDirective):
    """Releases in order of date; ``:year:`` one year, ``:sessions-only:`` only council sessions."""

    option_spec: ClassVar[OptionSpec] = {"year": year_option, "sessions-only": directives.flag}

    def view(self) -> ReleaseList:
        """Give the view."""
        return ReleaseList(self.options.get("year", "all"), "sessions-only" in self.options)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("release-list", ReleaseListDirective)
