"""``matrix``: projects by session, coloured by directorate: what was reported when, and what went silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from council.archive.archive import Archive
from council.model.authorities import OWN
from council.model.entries import Entry, Mention
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, evidence_link, paragraph
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective
from council_sphinx.views.wording import session_name

MOST_COLUMNS = 40
"""With more sessions than these, the columns are years."""
MOST_CELLS = 1_800
"""So many cells keep the page light; with more columns it has fewer rows, those named last."""
SILENT_AFTER = 3
"""A project that no release names from the last but so many sessions on has gone silent."""


@dataclass(frozen=True, slots=True)
class SessionColumn:
    """A session: its date, and its numbers in the year, those of extraordinary ones apart."""

    date: PartialDate | None
    numbers: tuple[int, ...]
    extraordinary: bool = False


@dataclass(frozen=True, slots=True)
class YearColumn:
    """All sessions of a year; ``None`` where they have no date."""

    year: int | None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The first mention of a project in a column, and how many there are."""

    column: int
    mention: Mention
    count: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A project, the number of its directorate in the legend (0 for none there), and where it is mentioned.

    *silent* tells that no release of any kind names it any more.
    """

    project: EntryTarget
    colour: int
    cells: tuple[MatrixCell, ...]
    silent: bool = False


@dataclass(frozen=True, slots=True)
class MatrixData:
    """The whole: *legend* names the institute's own directorates; *more* rows had no room."""

    columns: tuple[SessionColumn | YearColumn, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    legend: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Matrix(View[MatrixData]):
    """The sessions of one year, the projects of one directorate, or all."""

    year: int | None = None
    directorate: str | None = None

    def collect(self, archive: SiteArchive, docname: str) -> MatrixData:
        """Give the projects that have a record, those named last first."""
        columns, places = self._columns(archive)
        silent_before = _silent_before(archive, list(places))
        own = {
            entry.id: entry.name
            for entry in archive.directorates.values()
            if entry.record and entry.record.category == OWN
        }
        colours = {id_: number for number, id_ in enumerate(own, 1)}
        rows = [
            _row(entry, cells, colours, _last_named(archive, entry) < silent_before)
            for entry in archive.projects.values()
            if entry.record and (self.directorate is None or self.directorate in entry.directorates)
            if (cells := _cells(entry, places))
        ]
        rows.sort(key=lambda row: (-row.cells[-1].column, -len(row.cells), collation_key(row.project.name)))
        shown = rows[: max(MOST_CELLS // max(len(columns), 1), 1)]
        return MatrixData(columns, tuple(shown), tuple(own.values()), len(rows) - len(shown))

    def _columns(self, archive: Archive) -> tuple[tuple[SessionColumn | YearColumn, ...], dict[str, int]]:
        """Give the columns, and for each page the place of its column."""
        releases = {
            page: archive.releases[page]
            for page in archive.chronology.sessions
            if self.year is None or archive.releases[page].year == self.year
        }
        if len(releases) <= MOST_COLUMNS:
            sessions = tuple(map(_session_column, releases.values()))
            return sessions, {page: place for place, page in enumerate(releases)}
        years = list(dict.fromkeys(release.year for release in releases.values()))
        return tuple(map(YearColumn, years)), {page: years.index(release.year) for page, release in releases.items()}

    @staticmethod
    def build(context: ViewContext, data: MatrixData) -> list[nodes.Node]:
        """Give a legend and a table."""
        if not data.rows:
            return [paragraph(str(_("No session names a project yet.")))]
        width = len(data.columns)
        group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _column in range(width + 1)), cols=width + 1)
        heads = [str(_("Project")), *(_head(column) for column in data.columns)]
        group += nodes.thead("", nodes.row("", *(nodes.entry("", paragraph(head)) for head in heads)))
        group += nodes.tbody("", *(_row_node(context, row, width) for row in data.rows))
        table = nodes.table("", group, classes=["matrix"])
        content: list[nodes.Node] = [_legend(data.legend), nodes.container("", table, classes=["matrix-scroll"])]
        if data.more:
            content.append(paragraph(str(_("and %d projects more")) % data.more))
        return content


def _session_column(release: Release) -> SessionColumn:
    session = release.session
    return (
        SessionColumn(release.date, session.numbers, session.extraordinary)
        if session
        else SessionColumn(release.date, ())
    )


def _cells(entry: Entry, places: Mapping[str, int]) -> tuple[MatrixCell, ...]:
    by_column: dict[int, list[Mention]] = {}
    for mention in entry.mentions:
        if mention.page in places:
            by_column.setdefault(places[mention.page], []).append(mention)
    return tuple(MatrixCell(column, mentions[0], len(mentions)) for column, mentions in sorted(by_column.items()))


def _row(entry: Entry, cells: tuple[MatrixCell, ...], colours: Mapping[str, int], silent: bool) -> MatrixRow:
    first = next(iter(entry.directorates), "")
    return MatrixRow(EntryTarget.of(entry), colours.get(first, 0), cells, silent)


def _silent_before(archive: Archive, sessions: Sequence[str]) -> int:
    """Give the place in time of the last but so many *sessions*; where there are no more, none is silent yet."""
    return archive.chronology.positions[sessions[-SILENT_AFTER]] if len(sessions) > SILENT_AFTER else 0


def _last_named(archive: Archive, entry: Entry) -> int:
    """Give the place in time of the last release, session or not, that names *entry*."""
    return archive.chronology.positions[entry.mentions[-1].page]


def _head(column: SessionColumn | YearColumn) -> str:
    if isinstance(column, YearColumn):
        return str(column.year or _("Without date"))
    told = {"date": column.date or "", "numbers": "/".join(map(str, column.numbers))}
    if column.extraordinary:
        head = _("%(date)s (extraordinary %(numbers)s)") if column.numbers else _("%(date)s (extraordinary)")
        return str(head) % told
    return str(_("%(date)s (%(numbers)s)")) % told if column.numbers else told["date"]


def _row_node(context: ViewContext, row: MatrixRow, width: int) -> nodes.row:
    node = nodes.row("", nodes.entry("", paragraph(entry_link(context, row.project))))
    if row.silent:
        node["classes"].append("silent")
    cells = {cell.column: cell for cell in row.cells}
    for column in range(width):
        node += _cell_node(context, cells[column], row.colour) if column in cells else nodes.entry()
    return node


def _cell_node(context: ViewContext, cell: MatrixCell, colour: int) -> nodes.entry:
    link = evidence_link(context, cell.mention, "●" if cell.count == 1 else f"●{cell.count}")
    session = session_name(cell.mention.session) if cell.mention.session else ""
    link["reftitle"] = ": ".join(filter(None, (session, cell.mention.label)))
    return nodes.entry("", paragraph(link), classes=["reported", f"directorate-{colour}"])


def _legend(directorates: Sequence[str]) -> nodes.paragraph:
    legend = paragraph(classes=["matrix-legend"])
    for number, name in enumerate(directorates, 1):
        legend += nodes.inline("", f"● {name}", classes=[f"directorate-{number}"])
        legend += nodes.Text("  ")
    legend += nodes.inline("", "● " + str(_("other or several")), classes=["directorate-0"])
    return legend


class MatrixDirective(ViewDirective):
    """Projects by session."""

    option_spec: ClassVar[OptionSpec] = RECORD_FILTERS

    def view(self) -> Matrix:
        """Give the view."""
        return Matrix(self.options.get("year"), self.options.get("directorate"))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("matrix", MatrixDirective)
