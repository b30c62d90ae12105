"""``figure-index``: what releases say in numbers: charts of what can be compared, and all by subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from council.archive.archive import Archive
from council.language.currencies import locale_of
from council.model.figures import Figure
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _, collation_key, first_letter, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.charts.figure_chart import FigureChart, figure_chart
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, heading, joined, paragraph, part
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.told_figures import ToldFigure, capitalised

MOST_LISTED = 1000
"""So many figures, the newest, are listed by subject; the table of data has all."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject, and what is said of it, the newest first."""

    name: str
    figures: tuple[ToldFigure, ...]


@dataclass(frozen=True, slots=True)
class FigureIndexData:
    """The whole: *more* figures had no room; *locale* is how numbers are written."""

    charts: tuple[FigureChart, ...]
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
            charts=tuple(FigureChart.of(series, archive) for series in figures.series),
            subjects=tuple(sorted(subjects, key=lambda subject: collation_key(subject.name))),
            more=len(figures.all) - len(listed),
            locale=str(locale_of(archive.profile.lexicon.language, archive.profile.institution.country)),
        )

    @staticmethod
    def build(context: ViewContext, data: FigureIndexData) -> list[nodes.Node]:
        """Give a part with the charts, and one with the subjects under their letters."""
        if not data.subjects:
            return [paragraph(str(_("No release tells a number yet.")))]
        charts = [figure_chart(context, chart, data.locale) for chart in data.charts]
        content: list[nodes.Node] = [part("through-time", str(_("Through time")), *charts)] if charts else []
        return [*content, part("by-subject", str(_("By subject")), *_list_nodes(context, data))]


def _subject(archive: Archive, figures: Sequence[Figure]) -> Subject:
    names = [figure.said.subject for figure in figures]
    name = max(dict.fromkeys(names), key=names.count)
    return Subject(name, tuple(ToldFigure.of(figure, archive) for figure in reversed(figures)))


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
    yield paragraph(capitalised(subject.name), classes=["figure-subject"])
    for figure in subject.figures:
        link = context.text_link(figure.page, figure.written, anchor=figure.anchor, classes=("figure-value",))
        link["reftitle"] = figure.sentence
        owner = [entry_link(context, figure.owner)] if figure.owner else []
        told = [nodes.Text(fact) for fact in (figure.place, figure.period) if fact]
        facts = [*told, nodes.Text(long_date(figure.date, context.language)), *owner]
        yield paragraph(link, nodes.inline("", "", nodes.Text(" · "), *joined(facts, " · "), classes=["facts-line"]))


class FigureIndexDirective(ViewDirective):
    """What releases say in numbers."""

    def view(self) -> FigureIndex:
        """Give the view."""
        return FigureIndex()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("figure-index", FigureIndexDirective)
