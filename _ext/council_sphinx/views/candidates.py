"""``candidate-list``: names of projects that no record claims, each with its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from council.model.entries import Mention
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, evidence_link, joined, names, paragraph
from council_sphinx.views.placeholder import View, ViewDirective

MENTIONS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name without a record, how else it is written, and its first mentions."""

    name: str
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class CandidateList(View[tuple[Candidate, ...]]):
    """All candidates by name."""

    def collect(self, archive: SiteArchive, docname: str) -> tuple[Candidate, ...]:
        """Give the candidates."""
        entries = sorted(archive.entries.candidates, key=lambda entry: (collation_key(entry.name), entry.id))
        return tuple(
            Candidate(
                entry.name, tuple(label for label in entry.labels if label != entry.name), entry.mentions[:MENTIONS]
            )
            for entry in entries
        )

    @staticmethod
    def build(context: ViewContext, data: tuple[Candidate, ...]) -> list[nodes.Node]:
        """Give a list to filter."""
        if not data:
            return [paragraph(str(_("Every name has a record.")))]
        items = bullet_list(_item(context, candidate) for candidate in data)
        return [nodes.container("", items, classes=["filterable"])]


def _item(context: ViewContext, candidate: Candidate) -> nodes.paragraph:
    links = [evidence_link(context, mention) for mention in candidate.mentions]
    words = paragraph(nodes.strong("", candidate.name), ": ", *joined(links))
    if candidate.variants:
        words += [nodes.Text(" ("), *names(candidate.variants), nodes.Text(")")]
    return words


class CandidateListDirective(ViewDirective):
    """Names that no record claims."""

    def view(self) -> CandidateList:
        """Give the view."""
        return CandidateList()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("candidate-list", CandidateListDirective)
