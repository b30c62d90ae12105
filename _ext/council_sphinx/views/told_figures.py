"""Figures as views show them: the number as its release writes it, a link to where it is said, and of whom it is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from council.archive.archive import Archive
from council.extract.figures.periods import Period, period_of
from council.model.figures import Figure
from council.model.partial_dates import PartialDate
from docutils import nodes

from council_sphinx.core.interface_strings import long_date
from council_sphinx.views.context import ViewContext
from council_sphinx.views.link_targets import EntryTarget


@dataclass(frozen=True, slots=True)
class ToldFigure:
    """A figure: where its release says it and when, what that says, and of whom, if it tells.

    *time* is its *period*, where that can stand on an axis.
    """

    page: str
    anchor: str
    date: PartialDate | None
    value: Decimal
    written: str
    period: str
    time: Period | None
    place: str
    source: str
    sentence: str
    owner: EntryTarget | None

    @classmethod
    def of(cls, figure: Figure, archive: Archive) -> ToldFigure:
        """Give what is shown of *figure*."""
        said = figure.said
        owner = owner_of(archive, figure.project, figure.directorate)
        return cls(
            page=figure.page,
            anchor=figure.anchor,
            date=figure.date,
            value=said.value,
            written=said.written,
            period=said.period,
            time=period_of(said.period, archive.profile.lexicon),
            place=said.place,
            source=said.source,
            sentence=said.sentence,
            owner=owner,
        )


def owner_of(archive: Archive, project: str | None, directorate: str | None) -> EntryTarget | None:
    """Give the project that a figure is said of, else the directorate."""
    entry = archive.projects.get(project or "") or archive.directorates.get(directorate or "")
    return EntryTarget.of(entry) if entry else None


def dated_link(context: ViewContext, figure: ToldFigure) -> nodes.Element:
    """Give a link to the line that says *figure*, reading the date of its release."""
    return context.text_link(figure.page, long_date(figure.date, context.language), anchor=figure.anchor)


def capitalised(text: str) -> str:
    """Give *text* with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
