"""A chart of figures that can be compared: title, unit, source, the line, a table of the same, its file, how to cite it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from babel.numbers import format_decimal
from council.archive.archive import Archive
from council.exports.figure_tables import series_file
from council.language.currencies import currency_name
from council.model.figures import PERCENT, FigureKind, FigureSeries
from council.model.partial_dates import LAST, PartialDate
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date, quarter_name, short_date
from council_sphinx.views.charts.line_chart import Dot, axis_begin, chart_of
from council_sphinx.views.context import ViewContext
from council_sphinx.views.copy_button import copy_button_for
from council_sphinx.views.elements import entry_link, fold_away, joined, paragraph, part, table
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.told_figures import ToldFigure, capitalised, dated_link, owner_of
from council_sphinx.views.wording import release_count


@dataclass(frozen=True, slots=True)
class FigureChart:
    """A series: its subject, what it is said of, and its figures by date; *file* has them as data."""

    key: str
    name: str
    kind: FigureKind
    unit: str
    owner: EntryTarget | None
    file: str
    figures: tuple[ToldFigure, ...]
    by_period: bool
    """Whether each figure tells the period that it is of, all of one kind and no two the same."""

    @classmethod
    def of(cls, series: FigureSeries, archive: Archive) -> FigureChart:
        """Give what is shown of *series*."""
        figures = tuple(ToldFigure.of(figure, archive) for figure in series.figures)
        periods = [figure.time for figure in figures if figure.time]
        by_period = len(set(periods)) == len(figures) and len({period.kind for period in periods}) == 1
        return cls(
            key=series.key,
            name=series.name,
            kind=series.kind,
            unit=series.unit,
            owner=owner_of(archive, series.project, series.directorate if series.kind == "count" else None),
            file=series_file(series),
            figures=tuple(sorted(figures, key=_begin)) if by_period else figures,
            by_period=by_period,
        )

    @property
    def title(self) -> str:
        """Its subject, as a title."""
        return capitalised(self.name)


def _begin(figure: ToldFigure) -> datetime.date:
    """Give the first day of the period that a figure is of."""
    return figure.time.first if figure.time else datetime.date.min


def figure_chart(context: ViewContext, chart: FigureChart, locale: str) -> nodes.section:
    """Give the part of a page that shows *chart*, whose numbers are written as *locale* has it."""
    unit, span = _unit(chart, context.language), _span(chart, context.language)
    axis = PERCENT if chart.unit == PERCENT else ""
    owner = [entry_link(context, chart.owner)] if chart.owner else []
    begin = axis_begin([figure.value for figure in chart.figures], axis)
    cut = str(_("the axis begins at %s")) % f"{format_decimal(begin.normalize(), locale=locale)}{axis}"
    facts = [unit, span, *([cut] if begin else [])]
    return part(
        chart.key,
        chart.title,
        paragraph(*joined([*owner, *map(nodes.Text, facts)], " · "), classes=["chart-unit"]),
        chart_of(_dots(context, chart), f"{chart.title}, {unit}, {span}", locale, axis),
        paragraph(*joined(_source(context, chart), " · "), classes=["chart-source"]),
        fold_away(str(_("As a table")), _table(context, chart)),
        fold_away(str(_("How to cite")), *_citation(context, chart), classes=["how-to-cite"]),
        classes=["chart"],
    )


def _unit(chart: FigureChart, language: str) -> str:
    """Give the name of the unit."""
    if chart.unit == PERCENT:
        return str(_("Percent"))
    return capitalised(currency_name(chart.unit, language)) if chart.kind == "money" else chart.unit or str(_("Number"))


def _span(chart: FigureChart, language: str) -> str:
    first, last = chart.figures[0], chart.figures[-1]
    if chart.by_period:
        return f"{_when(first, language)} – {_when(last, language)}"
    return f"{long_date(first.date, language)} – {long_date(last.date, language)}"


def _when(figure: ToldFigure, language: str) -> str:
    """Give the period that *figure* is of as an axis has it."""
    period = figure.time
    if period is None:
        return ""
    if period.kind == "quarter":
        return quarter_name(period.first, language)
    day = period.first.isoformat()
    return short_date(PartialDate(day[:7] if period.kind == "month" else day[:4]), language)


def _dots(context: ViewContext, chart: FigureChart) -> list[Dot]:
    return [_dot(context, figure, by_period=chart.by_period) for figure in chart.figures]


def _dot(context: ViewContext, figure: ToldFigure, *, by_period: bool) -> Dot:
    date, language = figure.date or LAST, context.language
    when = _when(figure, language) if by_period else short_date(date, language)
    return Dot(
        day=_begin(figure) if by_period else date.first,
        value=figure.value,
        written=figure.written,
        when=when,
        label=f"{when if by_period else long_date(date, language)}: {figure.written}",
        uri=str(dated_link(context, figure)["refuri"]),
    )


def _source(context: ViewContext, chart: FigureChart) -> list[nodes.Node]:
    """Give who says it, in how many releases, after whom, if that is certain, and the file."""
    sources = {figure.source for figure in chart.figures}
    told = {"publisher": context.site.publisher, "releases": release_count(len(chart.figures))}
    text = str(_("Source: %(publisher)s, %(releases)s")) % told
    if len(sources) == 1 and (name := sources.pop()):
        text = str(_("Source: %(source)s, told by %(publisher)s in %(releases)s")) % (told | {"source": name})
    source: list[nodes.Node] = [nodes.inline("", text)]
    if context.is_published("figures"):
        source.append(context.file_link(chart.file, str(_("Download CSV"))))
    return source


def _table(context: ViewContext, chart: FigureChart) -> nodes.table:
    """Give a row for each value; times are told where a release tells one."""
    timed = any(figure.period for figure in chart.figures)
    head = (_("Date"), _("Value"), *([_("Period")] if timed else []), _("What is said"))
    rows: list[list[nodes.Element | str]] = [
        [dated_link(context, figure), figure.written, *([figure.period] if timed else []), figure.sentence]
        for figure in chart.figures
    ]
    return table([str(title) for title in head], rows)


def _citation(context: ViewContext, chart: FigureChart) -> list[nodes.Node]:
    """Give the reference to a chart as APA has it for a set of data."""
    newest, site = max((figure.date for figure in chart.figures if figure.date), default=None), context.site
    name = ", ".join(filter(None, (chart.title, chart.owner.name if chart.owner else "")))
    address = site.address(context.page, chart.key) if site.base_url else ""
    data_set = str(_("Data set"))
    reference: list[nodes.Node] = [
        nodes.Text(f"{site.publisher.rstrip('.')}. ({newest.year if newest else site.undated}). "),
        nodes.emphasis("", name),
        nodes.Text(f" [{data_set}]. {site.title.rstrip('.')}."),
    ]
    if address:
        reference += [nodes.Text(" "), nodes.reference("", address, refuri=address)]
    id_ = f"cite-{chart.key}"
    style = paragraph("APA ", copy_button_for(id_, name=f"APA, {name}"), classes=["citation-style"])
    return [style, nodes.paragraph("", "", *reference, classes=["citation"], ids=[id_])]
