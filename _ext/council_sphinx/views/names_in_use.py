"""The names of a project through time: which releases called it what, from when to when, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from council.language.folding import words_of
from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import evidence_link, paragraph, part, table


@dataclass(frozen=True, slots=True)
class NameInUse:
    """A name as most mentions write it, its *first* and its *last* one, and how many there are."""

    name: str
    first: Mention
    last: Mention
    count: int


def names_in_use(mentions: Sequence[Mention]) -> tuple[NameInUse, ...]:
    """Give the names by their first mention; those that differ but in case, accents or marks are one."""
    uses: dict[tuple[str, ...], list[Mention]] = {}
    for mention in mentions:
        uses.setdefault(tuple(words_of(mention.label)), []).append(mention)
    return tuple(
        NameInUse(Counter(mention.label for mention in use).most_common(1)[0][0], use[0], use[-1], len(use))
        for use in uses.values()
    )


def names_part(context: ViewContext, names: Sequence[NameInUse]) -> nodes.section:
    """Give a table of *names*."""
    head = (str(_("Name")), str(_("When")), str(_("Times")))
    rows = [(nodes.inline("", name.name), _span(context, name), str(name.count)) for name in names]
    return part("names", str(_("Names through time")), table(head, rows, classes=["names-in-use"]))


def _span(context: ViewContext, name: NameInUse) -> nodes.paragraph:
    first = evidence_link(context, name.first)
    if name.first.date == name.last.date:
        return paragraph(first)
    return paragraph(first, " – ", evidence_link(context, name.last))
