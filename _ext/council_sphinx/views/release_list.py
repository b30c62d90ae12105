"""The releases of a year, or all of them, in order of date."""

from __future__ import annotations

from collections import Counter
from typing import Any

from council.archive.archive import Archive
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date, month_name
from council_sphinx.views.elements import joined, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register
from council_sphinx.views.wording import session_name

MOST = 300
"""Of more releases than these, the page of all tells the newest, and leads to the years for the rest."""


def _collect(archive: Archive, docname: str, options: Options) -> tuple[list[tuple[Any, ...]], dict[int, int], int]:
    year, sessions_only = options["year"], options["sessions_only"]
    chronology = archive.chronology
    pages = chronology.pages if year == "all" else chronology.years.get(None if year == "undated" else int(year), [])
    rows = [
        (page, release.title, release.date, release.session)
        for page in pages
        for release in (archive.releases[page],)
        if release.session or not sessions_only
    ]

    if year != "all" or len(rows) <= MOST:
        return rows, {}, len(rows)
    years = Counter(date.year for _page, _title, date, _session in rows if date)
    return rows[-MOST:], dict(sorted(years.items(), reverse=True)), len(rows)


def _build(context: ViewContext, data: tuple[list[tuple[Any, ...]], dict[int, int], int]) -> list[nodes.Node]:
    """A list for each month, its name before it; before them the years, where there are too many to list."""
    rows, years, total = data
    if not rows:
        return [nodes.paragraph("", str(_("No release.")))]
    if not years:
        return _by_month(context, rows)
    folder = context.builder.config.archive_years
    links = [context.text_link(f"{folder}/{year}", f"{year} ({count})") for year, count in years.items()]
    told = str(_("%d in all; these are the newest. Each year has a page:")) % total
    return [paragraph(told + " ", *joined(links)), *_by_month(context, rows)]


def _by_month(context: ViewContext, data: list[tuple[Any, ...]]) -> list[nodes.Node]:
    months: dict[tuple[int, int] | None, list[tuple[Any, ...]]] = {}
    for row in data:
        months.setdefault((row[2].year, row[2].month) if row[2] else None, []).append(row)
    several_years = len({month[0] for month in months if month}) > 1
    found: list[nodes.Node] = []
    for month, rows in months.items():
        if month:
            name = month_name(month[1], context.language)
            label = f"{name} {month[0]}" if several_years else name
            found.append(nodes.rubric("", label[:1].upper() + label[1:], classes=["release-month"]))
        items = [_item(context, *row) for row in rows]
        found.append(nodes.bullet_list("", *items, classes=["release-list"]))
    return found


def _item(context: ViewContext, page: str, title: str, date: Any, session: Any) -> nodes.list_item:
    words = nodes.paragraph("", "", context.text_link(page, title))
    said = [long_date(date, context.language)]
    if session:
        said.append(session_name(session))
    words += nodes.Text(" ")
    words += nodes.inline("", " · ".join(said), classes=["release-list-date"])
    return nodes.list_item("", words)


register(View("release-list", _collect, _build))
