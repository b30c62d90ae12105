"""Projects that a release lists: items, true ones and imitated ones, whose head is a name."""

from __future__ import annotations

from collections.abc import Sequence

from council.extract.blocks import Block
from council.extract.projects.heads import is_name, item_label
from council.extract.projects.kinds import KIND_WORDS, is_survey
from council.extract.sections import Context
from council.language.folding import fold, words_of
from council.language.quotations import quotation_of
from council.model.releases import ProjectMention


def read_items(blocks: Sequence[Block], contexts: Sequence[Context]) -> list[ProjectMention]:
    """Give the projects among the list items, each once for its item, nested ones with their parent.

    A list counts where it stands in a directorate's section, or where what introduces it announces
    projects (``… los trabajos que se estarán realizando, como lo son:``); not where that announces
    aims, phases, findings, dates.  A nested item counts where its head is printed strong or begins
    with a word for an initiative.
    """
    found: list[ProjectMention] = []
    parents: list[tuple[int, str | None]] = []
    accepted: dict[int, str | None] = {}
    texts: dict[int | None, list[str]] = {}
    for block in blocks:
        texts.setdefault(block.item, []).append(" ".join(block.flat.split()))
    for block, context in zip(blocks, contexts, strict=True):
        if block.item is None or not block.opens_item:
            if block.item is None:
                parents = []
            continue
        parents = [(depth, label) for depth, label in parents if depth < block.depth]
        if context.heads:
            continue
        parent = parents[-1][1] if parents else None
        label = item_label(block)
        counts = _counts(block, context, label, parent, nested=bool(parents))
        parents.append((block.depth, label if counts else None))
        if not counts:
            continue
        directorate = context.directorate if not parents[:-1] else accepted.get(block.depth - 1, context.directorate)
        accepted[block.depth] = directorate
        quotation = quotation_of(" ".join(texts[block.item]))
        found.append(ProjectMention(label, "item", block.line, directorate, parent, quotation))
    return found


def _counts(block: Block, context: Context, label: str, parent: str | None, nested: bool) -> bool:
    if not is_name(label) or is_survey(fold(label)):
        return False
    if nested:
        if parent is None or context.excluded:
            return False
        starts_strong = any(span[0] <= 1 for span in block.strong)
        return starts_strong or words_of(label)[0] in KIND_WORDS
    if context.excluded:
        return False
    return context.announced or context.section is not None
