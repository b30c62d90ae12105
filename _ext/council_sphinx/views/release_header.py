"""What stands under a release's title: session, date, place, reporting directorates, the official text."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.elements import entry_link, joined, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register
from council_sphinx.views.wording import session_name

PRINTED = "pdf"
"""The folder in the output with the PDFs of single releases."""


def _collect(archive: SiteArchive, docname: str, options: Options) -> tuple[Any, ...]:
    release = archive.releases[docname]
    reporting = [archive.directorates[one.directorate] for one in release.directorates if one.reports]
    known = [(entry.id, entry.page, entry.name) for entry in reporting]
    beside = [(page, archive.releases[page].title) for page in archive.chronology.neighbours(docname) if page]
    told = (release.date, release.place, release.session, release.authors, release.source_url)
    return told, known, beside, docname in archive.printed


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    (date, place, session, authors, source_url), reporting, _beside, printed = data
    facts: list[nodes.Node] = []
    if session:
        facts.append(nodes.inline("", session_name(session), classes=["release-session"]))
    facts.append(nodes.inline("", long_date(date, context.language), classes=["release-date"]))
    if place:
        facts.append(nodes.inline("", place, classes=["release-place"]))
    if authors:
        facts.append(nodes.inline("", ", ".join(authors), classes=["release-authors"]))
    if printed:
        address = context.output_uri(f"{PRINTED}/{context.page}.pdf")
        facts.append(nodes.reference("", "PDF", internal=True, refuri=address, classes=["release-pdf"]))
    header = nodes.container(
        "", paragraph(*joined(facts, " · "), classes=["release-facts"]), classes=["release-header"]
    )
    if reporting:
        links = [entry_link(context, context.archive.directorates[id_]) for id_, _page, _name in reporting]
        header += paragraph(str(_("Reporting")) + ": ", *joined(links), classes=["release-reporting"])
    if source_url:
        link = nodes.reference("", str(_("official release")), refuri=source_url)
        header += paragraph(
            str(_("Summary made for this archive; see the")) + " ", link, ".", classes=["release-source"]
        )
    return [header]


register(View("release-header", _collect, _build))
