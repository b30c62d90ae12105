"""``institution-page``: who led the institution when, who sits on its council, its directorates, what the archive covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from council.archive.archive import Archive
from council.archive.council_members import council_members
from council.model.authorities import OWN
from council.model.entries import Entry, Mention
from council.model.partial_dates import LAST
from council.model.tenures import Tenure
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views import index_pages
from council_sphinx.views.archive_coverage import Coverage, coverage, coverage_nodes
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, evidence_link, paragraph, part, table
from council_sphinx.views.index_pages import CONVENTIONAL, IndexPages
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.tenure_table import TenureRow, tenure_nodes, tenure_rows
from council_sphinx.views.wording import tenure_term
from council_sphinx.views.wordings_in_use import WordingInUse, wording_span, wordings_in_use


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of the council, and what releases call them."""

    person: EntryTarget
    called: WordingInUse


@dataclass(frozen=True, slots=True)
class OwnDirectorate:
    """One of the institution's directorates: who is known to have led it last, its projects, its last report."""

    directorate: EntryTarget
    leader: EntryTarget | None
    tenure: Tenure | None
    projects: int
    last_report: Mention | None


@dataclass(frozen=True, slots=True)
class InstitutionData:
    """What is known of the institution; *seats* are by the last mention, newest first.

    *last_year* is that of the archive's newest release.
    """

    pages: IndexPages
    leaders: tuple[TenureRow, ...]
    seats: tuple[Seat, ...]
    directorates: tuple[OwnDirectorate, ...]
    coverage: Coverage
    last_year: int


@dataclass(frozen=True)
class InstitutionPage(View[InstitutionData]):
    """The institution, with links to *pages*."""

    pages: IndexPages = CONVENTIONAL

    def collect(self, archive: SiteArchive, docname: str) -> InstitutionData:
        """Give what is known of the institution."""
        tenures = archive.tenures.of_institution
        return InstitutionData(
            pages=self.pages,
            leaders=tenure_rows(archive, ((tenure.person, tenure) for tenure in tenures), archive.people),
            seats=_seats(archive),
            directorates=_own_directorates(archive),
            coverage=coverage(archive),
            last_year=archive.chronology.last_year,
        )

    @staticmethod
    def build(context: ViewContext, data: InstitutionData) -> list[nodes.Node]:
        """Give a part for each; what nothing is known of is told."""
        if data.leaders:
            leaders = tenure_nodes(context, str(_("Person")), data.leaders, data.last_year)
        else:
            leaders = [paragraph(str(_("No release names who leads the institution.")))]
        return [
            part("leaders", str(_("Who has led the institution")), *leaders),
            part("council", str(_("Members of the council")), *_council(context, data.seats)),
            *_directorates(context, data.directorates),
            part("coverage", str(_("What the archive covers")), *coverage_nodes(context, data.coverage, data.pages)),
        ]


def _seats(archive: Archive) -> tuple[Seat, ...]:
    seats = [
        Seat(EntryTarget.of(member.person), called)
        for member in council_members(archive)
        for called in wordings_in_use(member.seats, lambda mention: mention.role)
    ]
    dated = [seat for seat in seats if seat.called.last.date]
    dated.sort(key=lambda seat: seat.called.last.date or LAST, reverse=True)
    return (*dated, *(seat for seat in seats if not seat.called.last.date))


def _council(context: ViewContext, seats: Sequence[Seat]) -> list[nodes.Element]:
    if not seats:
        return [paragraph(str(_("No release names a member of the council as such.")))]
    note = str(_("Those whom releases name as members, in their words; whom none names is not here."))
    rows = [
        (entry_link(context, seat.person), nodes.inline("", seat.called.text), wording_span(context, seat.called))
        for seat in seats
    ]
    return [paragraph(note), table((str(_("Person")), str(_("Role")), str(_("When"))), rows, classes=["council-table"])]


def _own_directorates(archive: Archive) -> tuple[OwnDirectorate, ...]:
    """Give the directorates whose record says that they are the institution's own."""
    own = [entry for entry in archive.directorates.values() if entry.record and entry.record.category == OWN]
    told: dict[str, set[str]] = {}
    for project in archive.projects.values():
        for mention in project.mentions:
            if mention.date and mention.directorate:
                told.setdefault(mention.directorate, set()).add(project.id)
    return tuple(_own_directorate(archive, entry, len(told.get(entry.id, ()))) for entry in own)


def _own_directorate(archive: Archive, entry: Entry, projects: int) -> OwnDirectorate:
    tenures = [tenure for tenure in archive.tenures.by_directorate.get(entry.id, ()) if tenure.person in archive.people]
    reports = [mention for mention in entry.mentions if mention.reports and mention.date]
    last = replace(tenures[-1], evidence=(), contradictions=()) if tenures else None
    return OwnDirectorate(
        EntryTarget.of(entry),
        EntryTarget.of(archive.people[last.person]) if last else None,
        last,
        projects,
        reports[-1] if reports else None,
    )


def _directorates(context: ViewContext, directorates: Iterable[OwnDirectorate]) -> list[nodes.Element]:
    rows = [
        (
            entry_link(context, told.directorate),
            _leader(context, told),
            str(told.projects),
            paragraph(evidence_link(context, told.last_report)) if told.last_report else "–",
        )
        for told in sorted(directorates, key=lambda told: collation_key(told.directorate.name))
    ]
    head = str(_("Directorate")), str(_("Led at last by")), str(_("Projects")), str(_("Last report"))
    content = table(head, rows, classes=["own-directorates"])
    return [part("directorates", str(_("Its directorates")), content)] if rows else []


def _leader(context: ViewContext, told: OwnDirectorate) -> nodes.paragraph:
    if told.leader is None or told.tenure is None:
        return paragraph("–")
    term = tenure_term(told.tenure, context.language)
    return paragraph(entry_link(context, told.leader), f", {term}" if term else "")


class InstitutionPageDirective(ViewDirective):
    """The institution; options name the pages that it leads to, where these have other than the conventional names."""

    option_spec: ClassVar[OptionSpec] = index_pages.OPTIONS

    def view(self) -> InstitutionPage:
        """Give the view."""
        return InstitutionPage(IndexPages.told(self.options))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("institution-page", InstitutionPageDirective)
