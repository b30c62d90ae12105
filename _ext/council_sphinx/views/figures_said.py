"""What releases say of a project in numbers, the newest first, each linked to its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.figures import Figure
from council.model.partial_dates import PartialDate
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import paragraph, quotation, table

MOST_FIGURES = 60
"""How many are told, the newest; the table of data has all."""


@dataclass(frozen=True, slots=True)
class NumericStatement:
    """A sentence, its place, and the numbers in it: each as written, and the subject that it is said of."""

    page: str
    anchor: str
    date: PartialDate | None
    sentence: str
    numbers: tuple[tuple[str, str], ...]


def figures_said(archive: Archive, project: str) -> tuple[NumericStatement, ...]:
    """Give the sentences that say figures of *project*, those of the newest release first."""
    numbers: dict[tuple[str, str], list[Figure]] = {}
    for figure in archive.figures.said_of(project)[-MOST_FIGURES:]:
        numbers.setdefault((figure.page, figure.said.sentence), []).append(figure)
    return tuple(
        NumericStatement(
            page,
            said[0].anchor,
            said[0].date,
            sentence,
            tuple((figure.said.written, figure.said.subject) for figure in said),
        )
        for (page, sentence), said in reversed(numbers.items())
    )


def figures_table(context: ViewContext, statements: Sequence[NumericStatement]) -> nodes.table:
    """Give a table of *statements*: their numbers, and what is said."""
    head = (str(_("Figures")), str(_("What was said")))
    rows = [(_numbers(context, statement), quotation(statement.sentence)) for statement in statements]
    return table(head, rows, classes=["trajectory", "figures-said"])


def _numbers(context: ViewContext, statement: NumericStatement) -> nodes.entry:
    date = long_date(statement.date, context.language)
    told = [
        paragraph(nodes.strong("", written), " ", nodes.inline("", subject)) for written, subject in statement.numbers
    ]
    link = context.text_link(statement.page, date, anchor=statement.anchor)
    return nodes.entry("", *told, paragraph(link, classes=["facts-line"]))
