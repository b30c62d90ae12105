"""How releases word a thing through time, the names of a project, the roles of a person: from when to when, how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from council.language.folding import words_of
from council.model.entries import Mention
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import evidence_link, paragraph, table


@dataclass(frozen=True, slots=True)
class WordingInUse:
    """A wording as most mentions write it, its *first* and its *last* one, and how many there are."""

    text: str
    first: Mention
    last: Mention
    count: int


def wordings_in_use(mentions: Iterable[Mention], wording: Callable[[Mention], str | None]) -> tuple[WordingInUse, ...]:
    """Give what *wording* gives of each mention, by the first; what differs but in case, accents or marks is one."""
    uses: dict[tuple[str, ...], list[tuple[str, Mention]]] = {}
    for mention in mentions:
        if text := wording(mention):
            uses.setdefault(tuple(words_of(text)), []).append((text, mention))
    return tuple(
        WordingInUse(Counter(text for text, _mention in use).most_common(1)[0][0], use[0][1], use[-1][1], len(use))
        for use in uses.values()
    )


def wordings_table(context: ViewContext, head: str, wordings: Sequence[WordingInUse]) -> nodes.table:
    """Give a table of *wordings* whose first column is headed *head*."""
    rows = [(nodes.inline("", use.text), wording_span(context, use), str(use.count)) for use in wordings]
    return table((head, str(_("When")), str(_("Times"))), rows, classes=["wordings"])


def wording_span(context: ViewContext, use: WordingInUse) -> nodes.paragraph:
    """Give links to the first and the last place of a wording, which read the dates."""
    first = evidence_link(context, use.first)
    if use.first.date == use.last.date:
        return paragraph(first)
    return paragraph(first, " – ", evidence_link(context, use.last))
