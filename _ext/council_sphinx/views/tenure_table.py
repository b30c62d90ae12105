"""Offices: who held which, when, and what shows it, as bars by year and as a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from council.archive.archive import Archive
from council.model.entries import Entry
from council.model.partial_dates import LAST
from council.model.tenures import Evidence, Tenure
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.views.charts.inline_svg import chart
from council_sphinx.views.charts.tenure_bars import Bar, Shown, tenure_bars
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, evidence_link, joined, paragraph, table
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.wording import tenure_term

MOST_EVIDENCE = 6
"""How many releases the table tells as evidence of one tenure: the first ones, and the last."""
MOST_MARKS = 60
"""How many the bars mark, likewise."""


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A tenure, and what the row is of: the person on a directorate's page, the directorate on a person's.

    *span* is the first and the last day on which the office is known to have been held, as far as there are releases.
    """

    target: EntryTarget
    tenure: Tenure
    span: tuple[datetime.date, datetime.date] | None = None


def tenure_rows(
    archive: Archive, tenures: Iterable[tuple[str, Tenure]], entries: Mapping[str, Entry]
) -> tuple[TenureRow, ...]:
    """Give a row for each of *tenures*, with the id among *entries* that it is of, and no more evidence than is shown."""
    newest = archive.chronology.newest_date
    last = newest.last if newest else datetime.date.max
    return tuple(
        TenureRow(EntryTarget.of(entries[id_]), _with_evidence(tenure, MOST_MARKS), _span(tenure, last))
        for id_, tenure in tenures
        if id_ in entries
    )


def _span(tenure: Tenure, newest: datetime.date) -> tuple[datetime.date, datetime.date] | None:
    ends = [day for day in (tenure.end, tenure.over_by) if day]
    first, last = tenure.held or (min(ends, default=LAST), max(ends, default=LAST))
    begun = min(first.first, newest)
    return (begun, max(begun, min(last.last, newest))) if first != LAST else None


def _with_evidence(tenure: Tenure, most: int) -> Tenure:
    """Give *tenure* with the first and the last of its evidence, *most* in all."""
    evidence = tenure.evidence
    return tenure if len(evidence) <= most else replace(tenure, evidence=(*evidence[: most - 1], evidence[-1]))


def tenure_nodes(context: ViewContext, head: str, rows: Sequence[TenureRow], last_year: int) -> list[nodes.Element]:
    """Give the bars of *rows*, and a table of them whose first column is headed *head*."""
    drawn = [row for row in rows if row.span]
    bars = [_chart(context, drawn, last_year)] if drawn else []
    cells = (_cells(context, row) for row in rows)
    return [*bars, table((head, str(_("When")), str(_("Evidence"))), cells, classes=["tenure-table"])]


def _cells(context: ViewContext, row: TenureRow) -> tuple[nodes.Element | str, ...]:
    shown = _with_evidence(row.tenure, MOST_EVIDENCE).evidence
    links = [evidence_link(context, evidence.mention) for evidence in shown]
    source = [nodes.Text(str(_("authority record")))] if row.tenure.recorded else []
    when = tenure_term(row.tenure, context.language)
    return entry_link(context, row.target), when, paragraph(*joined([*source, *links], "; "))


def _chart(context: ViewContext, rows: Sequence[TenureRow], last_year: int) -> chart:
    bars = [
        Bar(row.target.name, _page(context, row), *row.span, tuple(_shown(context, row.tenure.evidence)))
        for row in rows
        if row.span
    ]
    told = "; ".join(f"{row.target.name}: {tenure_term(row.tenure, context.language)}" for row in rows)
    return tenure_bars(bars, last_year, told)


def _page(context: ViewContext, row: TenureRow) -> str:
    return context.uri(row.target.page) if row.target.page else ""


def _shown(context: ViewContext, evidence: Iterable[Evidence]) -> Iterator[Shown]:
    for shown in evidence:
        mention = shown.mention
        if mention.date:
            told = ", ".join(filter(None, [mention.label, mention.role]))
            title = f"{long_date(mention.date, context.language)}: {told}"
            yield Shown(mention.date.first, context.uri(mention.page, mention.anchor), title)
