"""The findings of the review as a page."""

from __future__ import annotations

from council.archive.archive import Archive
from council.archive.review import TOPICS, Finding, review
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.elements import bullet_list, heading, joined, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register

MOST = 300


def _collect(archive: Archive, docname: str, options: Options) -> list[Finding]:
    return review(archive)


def _build(context: ViewContext, data: list[Finding]) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    for topic, title in TOPICS.items():
        found = [finding for finding in data if finding.topic == topic]
        if not found:
            continue
        made.append(heading(f"{_(title)} ({len(found)})"))
        items = []
        for finding in found[:MOST]:
            links = [context.text_link(page, page.rpartition("/")[2]) for page in finding.pages]
            items.append(paragraph(finding.message, " — " if links else "", *joined(links)))
        made.append(bullet_list(items))
    return made or [paragraph(str(_("Nothing wants a look.")))]


register(View("review", _collect, _build))
