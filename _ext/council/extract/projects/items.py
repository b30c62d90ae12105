"""Projects that a release lists: items, true ones and imitated ones, whose head is a name."""

from __future__ import annotations

from collections.abc import Sequence

from council.extract.blocks import Block
from council.extract.projects.heads import heads
from council.extract.projects.ownership import ownership
from council.extract.sections import Context
from council.language.folding import words_of
from council.language.quotations import quotation_of
from council.model.releases import ProjectMention
from council.profile.profile import Profile


def read_items(blocks: Sequence[Block], contexts: Sequence[Context], profile: Profile) -> list[ProjectMention]:
    """Give the projects among the list items, each once for its item, nested ones with their parent.

    A list counts where it stands in a directorate's section, or where what introduces it announces
    projects (``… los trabajos que se estarán realizando, como lo son:``); not where that announces
    aims, phases, findings, dates.  A nested item counts where its head is printed strong or begins
    with a word for an initiative.
    """
    mentions: list[ProjectMention] = []
    parents: list[tuple[int, str | None]] = []
    accepted: dict[int, str | None] = {}
    texts: dict[int | None, list[str]] = {}
    reader = heads(profile.lexicon)
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
        label = reader.label(block)
        counts = _counts(block, context, label, parent, profile, nested=bool(parents))
        parents.append((block.depth, label if counts else None))
        if not counts:
            continue
        directorate = context.directorate if not parents[:-1] else accepted.get(block.depth - 1, context.directorate)
        accepted[block.depth] = directorate
        quotation = quotation_of(" ".join(texts[block.item]))
        mentions.append(ProjectMention(label, "item", block.line, directorate, parent, quotation))
    return mentions


def _counts(block: Block, context: Context, label: str, parent: str | None, profile: Profile, nested: bool) -> bool:
    lexicon = profile.lexicon
    starts_strong = any(span[0] <= 1 for span in block.strong)
    if not heads(lexicon).is_name(label, starts_strong) or ownership(profile).is_survey(label):
        return False
    if context.excluded:
        return False
    if nested:
        words = words_of(label)
        noun = words[-1] if lexicon.grammar.heads_last and words[-1] in lexicon.listed_nouns else words[0]
        return parent is not None and (starts_strong or noun in lexicon.listed_nouns)
    return context.announced or context.section is not None
