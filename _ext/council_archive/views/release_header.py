"""What stands under a release's title: session, date and place, and where the official text is."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from ..archive import Archive
from ..text import _, long_date
from .placeholder import Options, View, ViewContext, register
from .wording import session_name


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    release = archive.releases[docname]
    return release.date, release.place, release.session, release.authors, release.source_url


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    date, place, session, authors, source_url = data
    said = nodes.paragraph("", "", classes=["release-facts"])
    if session:
        said += nodes.inline("", session_name(session), classes=["release-session"])
        said += nodes.Text(" · ")
    said += nodes.inline("", long_date(date, context.language), classes=["release-date"])
    if place:
        said += nodes.Text(" · ")
        said += nodes.inline("", place, classes=["release-place"])
    if authors:
        said += nodes.Text(" · ")
        said += nodes.inline("", ", ".join(authors), classes=["release-authors"])
    header = nodes.container("", said, classes=["release-header"])
    if source_url:
        link = nodes.reference("", str(_("official release")), refuri=source_url)
        note = nodes.paragraph("", str(_("Summary made for this archive; see the ")), link, nodes.Text("."))
        note["classes"].append("release-source")
        header += note
    return [header]


register(View("release-header", _collect, _build))
