"""A chart of figures that can be compared: title, unit, source, the line, a table of the same, its file, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.archive import Archive
from council.exports.figure_tables import series_file
from council.language.currencies import currency_name
from council.model.figures import PERCENT, FigureKind, FigureSeries
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date, short_date
from council_sphinx.views.charts.line_chart import Dot, chart_of
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

    @classmethod
    def of(cls, series: FigureSeries, archive: Archive) -> FigureChart:
        """Give what is shown of *series*."""
        return cls(
            key=series.key,
            name=series.name,
            kind=series.kind,
            unit=series.unit,
            owner=owner_of(archive, series.project, series.directorate if series.kind == "count" else None),
            file=series_file(series),
            figures=tuple(ToldFigure.of(figure, archive) for figure in series.figures),
        )

    @property
    def title(self) -> str:
        """Its subject, as a title."""
        return capitalised(self.name)


def figure_chart(context: ViewContext, chart: FigureChart, locale: str) -> nodes.section:
    """Give the part of a page that shows *chart*, whose numbers are written as *locale* has it."""
    unit, span = _unit(chart, context.language), _span(chart, context.language)
    axis = PERCENT if chart.unit == PERCENT else ""
    owner = [entry_link(context, chart.owner)] if chart.owner else []
    return part(
        chart.key,
        chart.title,
        paragraph(*joined([*owner, nodes.Text(unit), nodes.Text(span)], " · "), classes=["chart-unit"]),
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
    first, last = chart.figures[0].date, chart.figures[-1].date
    return f"{long_date(first, language)} – {long_date(last, language)}"


def _dots(context: ViewContext, chart: FigureChart) -> list[Dot]:
    return [
        Dot(
            day=figure.date.first,
            value=figure.value,
            written=figure.written,
            when=short_date(figure.date, context.language),
            label=f"{long_date(figure.date, context.language)}: {figure.written}",
            uri=str(dated_link(context, figure)["refuri"]),
        )
        for figure in chart.figures
        if figure.date
    ]


def _source(context: ViewContext, chart: FigureChart) -> list[nodes.Node]:
    """Give who says it, in how many releases, and the file."""
    told = {"publisher": context.site.publisher, "releases": release_count(len(chart.figures))}
    source: list[nodes.Node] = [nodes.inline("", str(_("Source: %(publisher)s, %(releases)s")) % told)]
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
    newest, site = chart.figures[-1].date, context.site
    name = ", ".join(filter(None, (chart.title, chart.owner.name if chart.owner else "")))
    address = site.address(context.page, chart.key) if site.base_url else ""
    reference: list[nodes.Node] = [
        nodes.Text(f"{site.publisher.rstrip('.')}. ({newest.year if newest else site.undated}). "),
        nodes.emphasis("", name),
        nodes.Text(f" [{_('Data set')}]. {site.title.rstrip('.')}."),
    ]
    if address:
        reference += [nodes.Text(" "), nodes.reference("", address, refuri=address)]
    id_ = f"cite-{chart.key}"
    style = paragraph("APA ", copy_button_for(id_, name=f"APA, {name}"), classes=["citation-style"])
    return [style, nodes.paragraph("", "", *reference, classes=["citation"], ids=[id_])]
