"""What each release says of a project or a person: a row a mention, with its session, its section, its place there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import (
    entry_link,
    evidence_link,
    fold_away,
    joined,
    paragraph,
    quotation,
    table,
)
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.wording import session_name

LONG = 60
"""From so many mentions on, each year is folded, and all but the last are closed."""
MOST_MENTIONS = 400
"""The newest so many mentions are told; older ones are counted by year, with a link to a search for them."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention, with its *anchor* on the page of the record, and the *title* of its release where that is told."""

    mention: Mention
    anchor: str
    title: str = ""


def mention_rows(mentions: Sequence[Mention]) -> tuple[MentionRow, ...]:
    """Give a row for each of *mentions*; its anchor is that of its release, and stays when others come."""
    counts: dict[str, int] = {}
    rows = []
    for mention in mentions:
        slug = mention.page.rpartition("/")[2]
        counts[slug] = counts.get(slug, 0) + 1
        number = f"-{counts[slug]}" if counts[slug] > 1 else ""
        rows.append(MentionRow(mention, f"mention-{slug}{number}"))
    return tuple(rows)


def told_in_full(rows: Sequence[MentionRow]) -> Sequence[MentionRow]:
    """Give the rows that the page has room for."""
    return rows[-MOST_MENTIONS:]


def mention_tables(
    context: ViewContext, asked: Mapping[str, str], rows: Sequence[MentionRow], units: Mapping[str, EntryTarget]
) -> Iterator[nodes.Element]:
    """Give a table of *rows*, or one a year; *units* are the directorates that they may belong to, by id.

    *asked* is what the search is asked for those that there is no room for: ``{"project": "Plan de Riberas"}``.
    """
    if len(rows) < LONG:
        yield _table(context, rows, units)
        return
    years: dict[int | None, list[MentionRow]] = {}
    for row in rows:
        years.setdefault(row.mention.date.year if row.mention.date else None, []).append(row)
    room = MOST_MENTIONS
    for place, (year, of_year) in enumerate(sorted(years.items(), key=lambda pair: -(pair[0] or 0))):
        told = of_year[-room:] if room > 0 else []
        content: list[nodes.Node] = [_table(context, told, units)] if told else []
        if len(told) < len(of_year):
            content.append(paragraph(search_link(context, asked, year, len(of_year) - len(told))))
        summary = f"{year or _('without date')} ({len(of_year)})"
        yield fold_away(summary, *content, opened=place == 0, classes=["trajectory-year"])
        room -= len(of_year)


def search_link(context: ViewContext, asked: Mapping[str, str], year: int | None, count: int) -> nodes.reference:
    """Give a link to the search for the mentions that a page has no room for."""
    query = {**asked, "sort": "asc"} | ({"year": str(year)} if year else {})
    target = context.output_uri(f"search.html?{urlencode(query)}")
    return nodes.reference("", str(_("%d more: find them with the search")) % count, refuri=target, internal=True)


def _table(context: ViewContext, rows: Sequence[MentionRow], units: Mapping[str, EntryTarget]) -> nodes.table:
    head = (str(_("Release")), str(_("What was said")))
    cells = [(_place_cell(context, row.mention), _telling_cell(context, row, units)) for row in rows]
    mentions = table(head, cells, classes=["trajectory", "mentions"])
    body = next(mentions.findall(nodes.tbody))
    for row, node in zip(rows, body.findall(nodes.row), strict=True):
        node["ids"] = [row.anchor]
    return mentions


def _place_cell(context: ViewContext, mention: Mention) -> nodes.entry:
    cell = nodes.entry("", paragraph(evidence_link(context, mention)))
    if mention.session:
        cell += paragraph(session_name(mention.session), classes=["facts-line"])
    return cell


def _telling_cell(context: ViewContext, row: MentionRow, units: Mapping[str, EntryTarget]) -> nodes.entry:
    """Give what the release says, and where it does: in the part of a unit, under a heading."""
    mention = row.mention
    facts: list[nodes.Node] = []
    if unit := units.get(mention.directorate or ""):
        facts.append(entry_link(context, unit))
    if mention.section and mention.section != mention.label:
        facts.append(nodes.inline("", mention.section))
    if mention.role:
        facts.append(nodes.inline("", mention.role))
    if row.title:
        facts.append(context.text_link(mention.page, row.title))
    cell = nodes.entry("", quotation(mention.quotation))
    if facts:
        cell += paragraph(*joined(facts, " · "), classes=["facts-line"])
    return cell
