"""A person: offices and roles through time with the evidence, and what the releases that name them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.archive.archive import Archive
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.charts.inline_svg import chart
from council_sphinx.views.charts.year_bars import YearCount, year_bars
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_links, evidence_link, fact_list, names, paragraph, part
from council_sphinx.views.index_pages import INSTITUTION
from council_sphinx.views.link_targets import EntryTarget, MentionTarget, known_targets
from council_sphinx.views.mention_rows import MentionRow, mention_rows, mention_tables
from council_sphinx.views.placeholder import View
from council_sphinx.views.tenure_table import TenureRow, tenure_nodes, tenure_rows
from council_sphinx.views.wording import counted_by_year, release_count
from council_sphinx.views.wordings_in_use import WordingInUse, wordings_in_use, wordings_table


@dataclass(frozen=True, slots=True)
class PersonData:
    """A person's names, directorates, offices, roles and mentions; all empty for one that nothing is known of.

    *headships* are the offices at the head of the institution itself, *offices* those of its directorates;
    *last_year* is that of the archive's newest release.
    """

    name: str = ""
    aliases: tuple[str, ...] = ()
    directorates: tuple[EntryTarget, ...] = ()
    offices: tuple[TenureRow, ...] = ()
    headships: tuple[TenureRow, ...] = ()
    roles: tuple[WordingInUse, ...] = ()
    mentions: tuple[MentionTarget, ...] = ()
    last_year: int = 0


@dataclass(frozen=True)
class PersonPage(View[PersonData]):
    """The person of one id."""

    person: str

    def collect(self, archive: SiteArchive, docname: str) -> PersonData:
        """Give what is known of the person."""
        entry = archive.people.get(self.person)
        tenures = archive.tenures.by_person.get(self.person, ())
        if entry is None or not (entry.mentions or tenures):
            return PersonData()
        return PersonData(
            name=entry.name,
            aliases=entry.record.aliases if entry.record else (),
            directorates=known_targets(archive.directorates, entry.record.directorates if entry.record else ()),
            offices=tenure_rows(archive, ((tenure.directorate, tenure) for tenure in tenures), archive.directorates),
            headships=_headships(archive, self.person),
            roles=wordings_in_use(entry.mentions, lambda mention: mention.role),
            mentions=tuple(MentionTarget.of(mention, archive) for mention in entry.mentions),
            last_year=archive.chronology.last_year,
        )

    @staticmethod
    def build(context: ViewContext, data: PersonData) -> list[nodes.Node]:
        """Give facts, offices, roles, and what each release says."""
        content = _facts(context, data)
        if data.headships:
            headships = tenure_nodes(context, str(_("Institution")), _linked(context, data.headships), data.last_year)
            content.append(part("headship", str(_("At the head of the institution")), *headships))
        if data.offices:
            offices = tenure_nodes(context, str(_("Directorate")), data.offices, data.last_year)
            content.append(part("offices", str(_("Offices")), *offices))
        if not data.mentions:
            return [*content, paragraph(str(_("No release names this person yet.")))]
        if data.roles:
            content.append(part("roles", str(_("Roles")), wordings_table(context, str(_("Role")), data.roles)))
        content.append(part("releases", str(_("Releases")), *_releases(context, data)))
        return content


def _headships(archive: Archive, person: str) -> tuple[TenureRow, ...]:
    """Give the tenures of *person* at the head of the institution."""
    target = EntryTarget(archive.profile.institution.name, INSTITUTION)
    tenures = [tenure for tenure in archive.tenures.of_institution if tenure.person == person]
    return tuple(
        replace(row, target=target)
        for row in tenure_rows(archive, ((person, tenure) for tenure in tenures), archive.people)
    )


def _linked(context: ViewContext, rows: Sequence[TenureRow]) -> list[TenureRow]:
    """Give *rows* without a link where the site has no page of the institution."""
    page = INSTITUTION if context.has_page(INSTITUTION) else None
    return [replace(row, target=replace(row.target, page=page)) for row in rows]


def _facts(context: ViewContext, data: PersonData) -> list[nodes.Node]:
    dated = [target.mention for target in data.mentions if target.mention.date]
    status: list[tuple[str, list[nodes.Node]]] = []
    if dated:
        count = len({target.mention.page for target in data.mentions})
        status.append((str(_("Named in")), [nodes.inline("", release_count(count))]))
        status.append((str(_("First mention")), [evidence_link(context, dated[0])]))
        status.append((str(_("Last mention")), [evidence_link(context, dated[-1])]))
    rows: list[tuple[str, list[nodes.Node]]] = []
    if data.aliases:
        rows.append((str(_("Also called")), names(data.aliases)))
    if data.directorates:
        rows.append((str(_("Directorates")), entry_links(context, data.directorates)))
    return [*fact_list(status, classes=["status-line"]), *fact_list(rows)]


def _releases(context: ViewContext, data: PersonData) -> list[nodes.Element]:
    """Give bars by year, and what each release says."""
    rows = mention_rows([target.mention for target in data.mentions])
    titled = [replace(row, title=target.title) for row, target in zip(rows, data.mentions, strict=True)]
    return [*_bars(titled), *mention_tables(context, {"person": data.name}, titled, {})]


def _bars(rows: Sequence[MentionRow]) -> list[chart]:
    """Give a bar for each year, which leads to the first release of the year; none where a year says it all."""
    dated = [(row.mention.date.year, row) for row in rows if row.mention.date]
    counts = Counter(year for year, _row in dated)
    if len(counts) < 2:
        return []
    first = dict(reversed(dated))
    bars = [
        YearCount(year, count, f"#{first[year].anchor}", f"{year}: {release_count(count)}")
        for year, count in counts.items()
    ]
    return [year_bars(bars, counted_by_year(str(_("Releases")), counts))]
