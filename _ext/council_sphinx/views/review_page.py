"""``review``: the findings of the review as a page."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.review import TOPICS, Finding, review
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, heading, joined, paragraph
from council_sphinx.views.placeholder import View, ViewDirective

MOST = 300
"""How many findings of one topic are told."""


@dataclass(frozen=True)
class Review(View[tuple[Finding, ...]]):
    """What deserves a look, topic by topic."""

    def collect(self, archive: SiteArchive, docname: str) -> tuple[Finding, ...]:
        """Give all findings."""
        return tuple(review(archive))

    @staticmethod
    def build(context: ViewContext, data: tuple[Finding, ...]) -> list[nodes.Node]:
        """Give a list for each topic."""
        content: list[nodes.Node] = []
        for topic, title in TOPICS.items():
            findings = [finding for finding in data if finding.topic == topic]
            if findings:
                content.append(heading(f"{_(title)} ({len(findings)})"))
                content.append(bullet_list(_item(context, finding) for finding in findings[:MOST]))
        return content or [paragraph(str(_("Nothing wants a look.")))]


def _item(context: ViewContext, finding: Finding) -> nodes.paragraph:
    links = [context.text_link(page, page.rpartition("/")[2]) for page in finding.pages]
    return paragraph(nodes.inline("", finding.message), " — " if links else "", *joined(links))


class ReviewDirective(ViewDirective):
    """What deserves a look."""

    def view(self) -> Review:
        """Give the view."""
        return Review()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("review", ReviewDirective)
