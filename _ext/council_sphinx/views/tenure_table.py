"""A table of offices: who held which, when, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from council.model.entries import Entry
from council.model.tenures import Tenure
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import entry_link, evidence_link, joined, paragraph, table
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.wording import tenure_term

MOST_EVIDENCE = 6
"""How many releases are told as evidence of one tenure: the first ones, and the last."""


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A tenure, and what the row is of: the person on a directorate's page, the directorate on a person's."""

    target: EntryTarget
    tenure: Tenure


def tenure_rows(tenures: Iterable[tuple[str, Tenure]], entries: Mapping[str, Entry]) -> tuple[TenureRow, ...]:
    """Give a row for each of *tenures*, with the id among *entries* that it is of, and no more evidence than is told."""
    return tuple(
        TenureRow(EntryTarget.of(entries[id_]), _shortened(tenure)) for id_, tenure in tenures if id_ in entries
    )


def _shortened(tenure: Tenure) -> Tenure:
    evidence = tenure.evidence
    if len(evidence) <= MOST_EVIDENCE:
        return tenure
    return replace(tenure, evidence=(*evidence[: MOST_EVIDENCE - 1], evidence[-1]))


def tenure_table(context: ViewContext, head: str, rows: Iterable[TenureRow]) -> nodes.table:
    """Give a table of *rows* whose first column is headed *head*."""
    return table((head, str(_("When")), str(_("Evidence"))), (_cells(context, row) for row in rows))


def _cells(context: ViewContext, row: TenureRow) -> tuple[nodes.Element | str, ...]:
    links = [evidence_link(context, evidence.mention) for evidence in row.tenure.evidence]
    source = [nodes.Text(str(_("authority record")))] if row.tenure.recorded else []
    when = tenure_term(row.tenure, context.language)
    return entry_link(context, row.target), when, paragraph(*joined([*source, *links], "; "))
