"""``figure-index``: what releases say in numbers: charts of what can be compared, and all by subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from council.archive.archive import Archive
from council.exports.figure_tables import series_file
from council.language.currencies import currency_name, locale_of
from council.model.figures import PERCENT, Figure, FigureKind, FigureSeries
from council.model.partial_dates import PartialDate
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _, collation_key, first_letter, long_date, short_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.charts.line_chart import Dot, chart_of
from council_sphinx.views.context import ViewContext
from council_sphinx.views.copy_button import copy_button_for
from council_sphinx.views.elements import entry_link, fold_away, heading, joined, paragraph, part, table
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.wording import release_count

MOST_LISTED = 1000
"""So many figures, the newest, are listed by subject; the table of data has all."""


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure as it is shown: the number as its release writes it, what that says, and of whom."""

    page: str
    anchor: str
    date: PartialDate | None
    value: Decimal
    written: str
    period: str
    sentence: str
    owner: EntryTarget | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A series: its subject, what it is said of, and its figures by date; *file* has them as data."""

    key: str
    name: str
    kind: FigureKind
    unit: str
    owner: EntryTarget | None
    file: str
    figures: tuple[ToldFigure, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject, and what is said of it, the newest first."""

    name: str
    figures: tuple[ToldFigure, ...]


@dataclass(frozen=True, slots=True)
class FigureIndexData:
    """The whole: *more* figures had no room; *locale* is how numbers are written."""

    charts: tuple[Chart, ...]
    subjects: tuple[Subject, ...]
    more: int
    locale: str


@dataclass(frozen=True)
class FigureIndex(View[FigureIndexData]):
    """All figures of the archive."""

    def collect(self, archive: SiteArchive, docname: str) -> FigureIndexData:
        """Give the series, those of the most values first, and the newest figures by subject."""
        figures = archive.figures
        listed = frozenset(figures.all[-MOST_LISTED:])
        subjects = (
            _subject(archive, told)
            for of_subject in figures.by_subject.values()
            if (told := [figure for figure in of_subject if figure in listed])
        )
        return FigureIndexData(
            charts=tuple(_chart(archive, series) for series in figures.series),
            subjects=tuple(sorted(subjects, key=lambda subject: collation_key(subject.name))),
            more=len(figures.all) - len(listed),
            locale=str(locale_of(archive.profile.lexicon.language, archive.profile.institution.country)),
        )

    @staticmethod
    def build(context: ViewContext, data: FigureIndexData) -> list[nodes.Node]:
        """Give a part with the charts, and one with the subjects under their letters."""
        if not data.subjects:
            return [paragraph(str(_("No release tells a number yet.")))]
        charts = [node for chart in data.charts for node in _chart_nodes(context, chart, data.locale)]
        content: list[nodes.Node] = [part("through-time", str(_("Through time")), *charts)] if charts else []
        return [*content, part("by-subject", str(_("By subject")), *_list_nodes(context, data))]


def _chart(archive: Archive, series: FigureSeries) -> Chart:
    return Chart(
        key=series.key,
        name=series.name,
        kind=series.kind,
        unit=series.unit,
        owner=_owner(archive, series.project, series.directorate if series.kind == "count" else None),
        file=series_file(series),
        figures=tuple(_told(archive, figure) for figure in series.figures),
    )


def _subject(archive: Archive, figures: Sequence[Figure]) -> Subject:
    names = [figure.said.subject for figure in figures]
    name = max(dict.fromkeys(names), key=names.count)
    return Subject(name, tuple(_told(archive, figure) for figure in reversed(figures)))


def _told(archive: Archive, figure: Figure) -> ToldFigure:
    said = figure.said
    owner = _owner(archive, figure.project, figure.directorate)
    return ToldFigure(
        figure.page, figure.anchor, figure.date, said.value, said.written, said.period, said.sentence, owner
    )


def _owner(archive: Archive, project: str | None, directorate: str | None) -> EntryTarget | None:
    """Give the project that a figure is said of, else the directorate."""
    entry = archive.projects.get(project or "") or archive.directorates.get(directorate or "")
    return EntryTarget.of(entry) if entry else None


def _chart_nodes(context: ViewContext, chart: Chart, locale: str) -> list[nodes.Node]:
    """Give a chart with its title, its unit, its source, its table, how to cite it, and its file."""
    title, dates = _capitalised(chart.name), [figure.date for figure in chart.figures]
    span = f"{long_date(dates[0], context.language)} – {long_date(dates[-1], context.language)}"
    unit = _unit(chart.kind, chart.unit, context.language)
    dots = [
        Dot(
            day=figure.date.first,
            value=figure.value,
            written=figure.written,
            when=short_date(figure.date, context.language),
            label=f"{long_date(figure.date, context.language)}: {figure.written}",
            uri=str(_date_link(context, figure)["refuri"]),
        )
        for figure in chart.figures
        if figure.date
    ]
    about: list[nodes.Node] = [nodes.Text(f"{unit} · {span}")]
    if chart.owner:
        about = [entry_link(context, chart.owner), nodes.Text(" · "), *about]
    source = _("Source: %(publisher)s, %(releases)s")
    told = {"publisher": context.site.publisher, "releases": release_count(len(chart.figures))}
    foot: list[nodes.Node] = [nodes.inline("", str(source) % told)]
    if context.is_published("figures"):
        foot.append(context.file_link(chart.file, str(_("Download CSV"))))
    return [
        nodes.container(
            "",
            nodes.paragraph("", title, classes=["chart-title"], ids=[chart.key]),
            paragraph(*about, classes=["chart-unit"]),
            chart_of(dots, f"{title}, {unit}, {span}", locale, PERCENT if chart.unit == PERCENT else ""),
            paragraph(*joined(foot, " · "), classes=["chart-source"]),
            fold_away(str(_("As a table")), _figure_table(context, chart)),
            fold_away(str(_("How to cite")), *_citation(context, chart, title), classes=["how-to-cite"]),
            classes=["chart"],
        )
    ]


def _figure_table(context: ViewContext, chart: Chart) -> nodes.table:
    """Give a row for each value; times are told where a release tells one."""
    timed = any(figure.period for figure in chart.figures)
    head = (_("Date"), _("Value"), *([_("Period")] if timed else []), _("What is said"))
    rows: list[list[nodes.Element | str]] = [
        [_date_link(context, figure), figure.written, *([figure.period] if timed else []), figure.sentence]
        for figure in chart.figures
    ]
    return table([str(title) for title in head], rows)


def _citation(context: ViewContext, chart: Chart, title: str) -> list[nodes.Node]:
    """Give the reference to a chart as APA has it for a set of data."""
    newest = chart.figures[-1].date
    name = ", ".join(filter(None, (title, chart.owner.name if chart.owner else "")))
    site = context.site
    address = site.address(context.page, chart.key) if site.base_url else ""
    reference: list[nodes.Node] = [
        nodes.Text(f"{site.publisher.rstrip('.')}. ({newest.year if newest else site.undated}). "),
        nodes.emphasis("", name),
        nodes.Text(f" [{_('Data set')}]. {site.title.rstrip('.')}."),
    ]
    if address:
        reference += [nodes.Text(" "), nodes.reference("", address, refuri=address)]
    id_ = f"cite-{chart.key}"
    style = paragraph("APA ", copy_button_for(id_, name="APA"), classes=["citation-style"])
    return [style, nodes.paragraph("", "", *reference, classes=["citation"], ids=[id_])]


def _list_nodes(context: ViewContext, data: FigureIndexData) -> list[nodes.Node]:
    """Give the subjects under their letters, and how many figures had no room."""
    index = nodes.container("", classes=["filterable"])
    for letter, subjects in groupby(data.subjects, key=lambda subject: first_letter(subject.name)):
        items = (nodes.list_item("", *_item(context, subject)) for subject in subjects)
        index += [heading(letter), nodes.bullet_list("", *items, classes=["figure-index"])]
    more = _("The newest are listed; the table of figures among the data has %d more.")
    return [index, *([paragraph(str(more) % data.more)] if data.more else [])]


def _item(context: ViewContext, subject: Subject) -> Iterable[nodes.Node]:
    """Give a subject, and a line for each number of it."""
    yield paragraph(_capitalised(subject.name), classes=["figure-subject"])
    for figure in subject.figures:
        link = context.text_link(figure.page, figure.written, anchor=figure.anchor, classes=("figure-value",))
        link["reftitle"] = figure.sentence
        owner = [entry_link(context, figure.owner)] if figure.owner else []
        period = [nodes.Text(figure.period)] if figure.period else []
        facts = [*period, nodes.Text(long_date(figure.date, context.language)), *owner]
        yield paragraph(link, nodes.inline("", "", nodes.Text(" · "), *joined(facts, " · "), classes=["facts-line"]))


def _date_link(context: ViewContext, figure: ToldFigure) -> nodes.Element:
    return context.text_link(figure.page, long_date(figure.date, context.language), anchor=figure.anchor)


def _unit(kind: FigureKind, unit: str, language: str) -> str:
    """Give the name of a unit."""
    if unit == PERCENT:
        return str(_("Percent"))
    if kind == "money":
        return _capitalised(currency_name(unit, language))
    return unit or str(_("Number"))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


class FigureIndexDirective(ViewDirective):
    """What releases say in numbers."""

    def view(self) -> FigureIndex:
        """Give the view."""
        return FigureIndex()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("figure-index", FigureIndexDirective)
