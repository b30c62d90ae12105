"""``matrix``: projects by session, coloured by directorate: what was reported when, and what went silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from council.archive.archive import Archive
from council.model.authorities import OWN
from council.model.entries import Entry, Mention
from council.model.partial_dates import PartialDate
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, collation_key, counted
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, evidence_link, paragraph
from council_sphinx.views.form_fields import kinds_of
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.matrix_controls import Period, controls, row_with_data
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective

MOST_COLUMNS = 40
"""With more sessions than these, the columns are years."""
MOST_CELLS = 1_800
"""So many cells keep the page light; with more columns it has fewer rows, those named last."""
SILENT_AFTER = 3
"""A project that no release names from the last but so many sessions on has gone silent."""


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
    """A project and where sessions name it.

    *directorates* are the numbers of its directorates in the legend, *category* what sort of initiative it is.
    *mentions* counts those of all releases, sessions or not, and *first* and *last* are of them too; *silent* tells
    that none names it any more.
    """

    project: EntryTarget
    directorates: tuple[int, ...]
    category: str
    cells: tuple[MatrixCell, ...]
    mentions: int
    first: PartialDate | None
    last: Mention
    silent: bool = False

    @property
    def colour(self) -> int:
        """The number of its first directorate in the legend, 0 where that is none of the institute's own."""
        return self.directorates[0] if self.directorates else 0


@dataclass(frozen=True, slots=True)
class MatrixData:
    """The whole, the newest column first.

    *legend* names the institute's own directorates, *kinds* the categories of projects; *more* rows had no room; *others*
    are projects that only releases on no session name.
    """

    columns: tuple[ReleaseTarget | YearColumn, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    legend: tuple[str, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    more: int = 0
    others: int = 0


@dataclass(frozen=True)
class Matrix(View[MatrixData]):
    """The sessions of one year, the projects of one directorate, or all."""

    year: int | None = None
    directorate: str | None = None

    def collect(self, archive: SiteArchive, docname: str) -> MatrixData:
        """Give the projects that have a record, those named last first."""
        columns, places = self._columns(archive)
        silent_before = _silent_before(archive, list(reversed(places)))
        own = {
            entry.id: entry.name
            for entry in archive.directorates.values()
            if entry.record and entry.record.category == OWN
        }
        numbers = {id_: number for number, id_ in enumerate(own, 1)}
        asked = [
            entry
            for entry in archive.projects.values()
            if entry.record and (self.directorate is None or self.directorate in entry.directorates)
        ]
        rows = [
            _row(entry, cells, numbers, _last_named(archive, entry) < silent_before)
            for entry in asked
            if (cells := _cells(entry, places))
        ]
        others = sum(bool(entry.mentions) for entry in asked) - len(rows) if self.year is None else 0
        positions = archive.chronology.positions
        rows.sort(key=lambda row: (-positions[row.last.page], -row.mentions, collation_key(row.project.name)))
        shown = rows[: max(MOST_CELLS // max(len(columns), 1), 1)]
        kinds = kinds_of((row.category for row in shown), archive.profile.lexicon.kinds)
        return MatrixData(columns, tuple(shown), tuple(own.values()), kinds, len(rows) - len(shown), others)

    def _columns(self, archive: Archive) -> tuple[tuple[ReleaseTarget | YearColumn, ...], dict[str, int]]:
        """Give the columns, and for each page the place of its column, the newest first."""
        releases = {
            page: archive.releases[page]
            for page in reversed(archive.chronology.sessions)
            if self.year is None or archive.releases[page].year == self.year
        }
        if len(releases) <= MOST_COLUMNS:
            sessions = tuple(ReleaseTarget.on(page, archive) for page in releases)
            return sessions, {page: place for place, page in enumerate(releases)}
        years = list(dict.fromkeys(release.year for release in releases.values()))
        return tuple(map(YearColumn, years)), {page: years.index(release.year) for page, release in releases.items()}

    @staticmethod
    def build(context: ViewContext, data: MatrixData) -> list[nodes.Node]:
        """Give a legend, what filters and sorts, and a table."""
        if not data.rows:
            return [paragraph(str(_("No session names a project yet.")))]
        content: list[nodes.Node] = [
            _legend(data.legend),
            controls(data.kinds, [_period(column) for column in data.columns]),
            nodes.container("", _table(context, data), classes=["matrix-scroll"]),
        ]
        if data.more:
            content.append(paragraph(str(_("and %d projects more")) % data.more))
        if data.others:
            told = counted(
                "%d project more is named only in releases that report no session.",
                "%d projects more are named only in releases that report no session.",
                data.others,
            )
            content.append(paragraph(told, classes=["facts-line"]))
        return [nodes.container("", *content, classes=["matrix-view", "whole-width"])]


def _cells(entry: Entry, places: Mapping[str, int]) -> tuple[MatrixCell, ...]:
    by_column: dict[int, list[Mention]] = {}
    for mention in entry.mentions:
        if mention.page in places:
            by_column.setdefault(places[mention.page], []).append(mention)
    return tuple(MatrixCell(column, mentions[0], len(mentions)) for column, mentions in sorted(by_column.items()))


def _row(entry: Entry, cells: tuple[MatrixCell, ...], numbers: Mapping[str, int], silent: bool) -> MatrixRow:
    return MatrixRow(
        project=EntryTarget.of(entry),
        directorates=tuple(numbers.get(id_, 0) for id_ in entry.directorates),
        category=entry.record.category if entry.record else "",
        cells=cells,
        mentions=len(entry.mentions),
        first=entry.mentions[0].date,
        last=entry.mentions[-1],
        silent=silent,
    )


def _silent_before(archive: Archive, sessions: Sequence[str]) -> int:
    """Give the place in time of the last but so many *sessions*; where there are no more, none is silent yet."""
    return archive.chronology.positions[sessions[-SILENT_AFTER]] if len(sessions) > SILENT_AFTER else 0


def _last_named(archive: Archive, entry: Entry) -> int:
    """Give the place in time of the last release, session or not, that names *entry*."""
    return archive.chronology.positions[entry.mentions[-1].page]


def _table(context: ViewContext, data: MatrixData) -> nodes.table:
    stub = nodes.colspec(colwidth=1, stub=1)
    heads = [str(_("Project")), str(_("Mentions")), str(_("Last mention"))]
    width = len(data.columns) + len(heads)
    group = nodes.tgroup("", stub, *(nodes.colspec(colwidth=1) for _column in range(width - 1)), cols=width)
    head = nodes.row("", *(nodes.entry("", paragraph(text)) for text in heads))
    head += [nodes.entry("", paragraph(_head(context, column)), classes=["period"]) for column in data.columns]
    group += nodes.thead("", head)
    group += nodes.tbody("", *(_row_node(context, row, data.columns) for row in data.rows))
    return nodes.table("", group, classes=["matrix", "colwidths-auto"])


def _period(column: ReleaseTarget | YearColumn) -> Period:
    """Give when a column begins, and what it is called."""
    if isinstance(column, YearColumn):
        return Period(str(column.year or ""), str(column.year or ""), _year_name(column))
    return Period(str(column.date or ""), str(column.date.year) if column.date else "", _session_head(column))


def _head(context: ViewContext, column: ReleaseTarget | YearColumn) -> nodes.Node:
    """Give what stands above a column: a session leads to its release, a year to its page."""
    if isinstance(column, ReleaseTarget):
        link = context.text_link(column.page, _session_head(column))
        link["reftitle"] = column.title
        return link
    return (
        context.text_link(context.year_page(column.year), str(column.year))
        if column.year
        else nodes.Text(_year_name(column))
    )


def _year_name(column: YearColumn) -> str:
    return str(column.year or _("Without date"))


def _session_head(column: ReleaseTarget) -> str:
    session = column.session
    told = {"date": column.date or "", "numbers": "/".join(map(str, session.numbers)) if session else ""}
    if session and session.extraordinary:
        head = _("%(date)s (extraordinary %(numbers)s)") if session.numbers else _("%(date)s (extraordinary)")
        return str(head) % told
    return str(_("%(date)s (%(numbers)s)")) % told if told["numbers"] else str(told["date"])


def _row_node(context: ViewContext, row: MatrixRow, columns: Sequence[ReleaseTarget | YearColumn]) -> nodes.row:
    node = row_with_data(
        context,
        category=row.category,
        directorates=" ".join(map(str, row.directorates)),
        first=str(row.first or ""),
        last=str(row.last.date or ""),
        mentions=str(row.mentions),
    )
    node += nodes.entry("", paragraph(entry_link(context, row.project)))
    node += nodes.entry("", paragraph(str(row.mentions)), classes=["number"])
    node += nodes.entry("", paragraph(evidence_link(context, row.last, str(row.last.date or _("without date")))))
    if row.silent:
        node["classes"].append("silent")
    cells = {cell.column: cell for cell in row.cells}
    for place, column in enumerate(columns):
        node += _cell_node(context, row, cells[place], column) if place in cells else nodes.entry()
    return node


def _cell_node(
    context: ViewContext, row: MatrixRow, cell: MatrixCell, column: ReleaseTarget | YearColumn
) -> nodes.entry:
    """Give a mark that leads to the place, which says in words of which project and when, to who does not see it."""
    period = _year_name(column) if isinstance(column, YearColumn) else _session_head(column)
    link = evidence_link(context, cell.mention, "●" if cell.count == 1 else f"●{cell.count}")
    link += nodes.inline("", f" {row.project.name}, {period}", classes=["in-words"])
    link["reftitle"] = cell.mention.label
    return nodes.entry("", paragraph(link), classes=["reported", f"directorate-{row.colour}"])


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
