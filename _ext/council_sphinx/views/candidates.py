"""``candidate-list``: names of projects that no record claims, each with its mentions, and what to do about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.catalogue import has_form
from council.language.naming import slug_of
from council.model.authorities import FOLDERS
from council.model.entries import Mention
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _, collation_key
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, evidence_link, joined, names, paragraph, part
from council_sphinx.views.instructions import instruction, to_type
from council_sphinx.views.placeholder import View, ViewDirective

MENTIONS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name without a record, how else it is written, its first mentions, and how many there are more.

    *filed* tells that the command that files candidates takes it; else *file* is the record that would be its own.
    """

    name: str
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]
    more: int
    filed: bool
    file: str


@dataclass(frozen=True)
class CandidateList(View[tuple[Candidate, ...]]):
    """All candidates by name."""

    def collect(self, archive: SiteArchive, docname: str) -> tuple[Candidate, ...]:
        """Give the candidates."""
        entries = sorted(archive.entries.candidates, key=lambda entry: (collation_key(entry.name), entry.id))
        return tuple(
            Candidate(
                name=entry.name,
                variants=tuple(label for label in entry.labels if label != entry.name),
                mentions=entry.mentions[:MENTIONS],
                more=len(entry.mentions[MENTIONS:]),
                filed=has_form(entry, archive.profile.lexicon),
                file=f"{FOLDERS['project']}/{slug_of(entry.name)}.md",
            )
            for entry in entries
        )

    @staticmethod
    def build(context: ViewContext, data: tuple[Candidate, ...]) -> list[nodes.Node]:
        """Give a part with a list to filter for the names that a command files, and one for those that want a judgement."""
        filed = [candidate for candidate in data if candidate.filed]
        others = [candidate for candidate in data if not candidate.filed]
        content: list[nodes.Node] = []
        if filed:
            told = _(
                "These have the form of an initiative. `make catalogue` files a record for each, which waits to be reviewed; "
                "what it is not, correct in `sessions/RELEASE.corrections.yml` before: `projects: [{remove: NAME}]`."
            )
            content.append(_part(context, "to-file", str(_("Names that a command files")), str(told), filed))
        if others:
            told = _(
                "These may be no more than words. File a record by hand where one is an initiative, with `name: NAME` between "
                "two lines of `---` in the file beside it; else leave it, or correct the release as above."
            )
            content.append(_part(context, "to-judge", str(_("Names that want a judgement")), str(told), others))
        return content or [paragraph(str(_("Every name has a record.")))]


def _part(
    context: ViewContext, key: str, title: str, what_to_do: str, candidates: Sequence[Candidate]
) -> nodes.section:
    items = bullet_list((_item(context, candidate) for candidate in candidates), classes=["review-items"])
    listed = nodes.container("", items, classes=["filterable"])
    return part(key, f"{title} ({len(candidates)})", instruction(what_to_do), listed)


def _item(context: ViewContext, candidate: Candidate) -> nodes.paragraph:
    """Give the name, how else it is written, its mentions, and the file that a record of its own would be."""
    words = paragraph(nodes.strong("", candidate.name))
    if candidate.variants:
        words += [nodes.Text(" ("), *names(candidate.variants), nodes.Text(")")]
    words += [nodes.Text(": "), *joined([evidence_link(context, mention) for mention in candidate.mentions])]
    if candidate.more:
        words += nodes.Text(" " + str(_("and %d more")) % candidate.more)
    if not candidate.filed:
        words += [nodes.Text(" "), nodes.inline("", "", to_type(candidate.file), classes=["to-type"])]
    return words


class CandidateListDirective(ViewDirective):
    """Names that no record claims."""

    def view(self) -> CandidateList:
        """Give the view."""
        return CandidateList()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("candidate-list", CandidateListDirective)
