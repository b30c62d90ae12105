"""Which directorate a block of text belongs to, by the headings, banners and sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.section_heads import headed, run_in
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.word_lists import Words

LOOKED_AT = 400
"""So many characters at the end of what introduces a list tell what it is of."""
BELOW_ALL_HEADINGS = 7
"""The level of a section that no heading opens."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a block stands: the *directorate* whose section it is, and what *introduction* precedes it.

    *announced* tells that the introduction announces projects; *excluded* that it announces something else;
    *credited* that the sentence behind its list says whose projects they are; *heads* is the directorate that the
    block itself heads, at its beginning at least.
    """

    directorate: str | None
    section: str | None
    introduction: Block | None
    announced: bool
    excluded: bool
    heads: str | None = None
    credited: bool = False


def read_contexts(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Context]:
    """Give the context of each block.

    A heading or banner that names a directorate opens its section; headings below it keep it, one of
    its own rank ends it.  A paragraph that is but the name, strong or before a colon, opens one up to the
    next heading or such paragraph; an item that is but the name speaks for the items in it, and a name run in
    for its paragraph or item and the list behind it.  A sentence such as ``La dirección de Proyectos
    Estratégicos, …, destacó:``, ``El Lic. …, director de Competitividad Sectorial, estará trabajando en los
    proyectos:`` or ``Investigación Estratégica trabaja en:`` speaks for the list that follows it.
    """
    contexts: list[Context] = []
    section: str | None = None
    section_level = 0
    introduction: int | None = None
    parents: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind in {"heading", "title"}:
            heads = headed(block, vocabulary) if block.kind == "heading" else None
            if heads:
                section, section_level = heads, block.level
            elif block.level <= section_level:
                section, section_level = None, 0
            contexts.append(Context(section, section, None, False, False, heads))
            introduction, parents = place, []
            continue
        heads = headed(block, vocabulary)
        if heads and block.item is None:
            section, section_level = heads, BELOW_ALL_HEADINGS
        parents = [parent for parent in parents if blocks[parent].depth < block.depth]
        leads = parents[-1] if parents else introduction
        heads = heads or run_in(block, vocabulary)
        if leads is None:
            context = Context(heads or section, heads or section, None, False, False)
        else:
            context = _context(block, heads or section, blocks[leads], contexts[leads].heads, vocabulary)
        contexts.append(replace(context, heads=heads))
        if block.item is None:
            introduction = place
        else:
            parents.append(place)
    return contexts


def _context(block: Block, section: str | None, leads: Block, led: str | None, vocabulary: Vocabulary) -> Context:
    """Give the context of a block behind *leads*, which heads the directorate *led*, if any."""
    if led and leads.kind == "paragraph" and block.item is not None:
        return Context(led, led, leads, True, False)
    last = fold(leads.flat)[-LOOKED_AT:]
    lists = vocabulary.profile.lexicon.lists
    directorate, announced = section, _says(lists.initiatives, last)
    excluded = _says(lists.others, last) and not _says(lists.surely_initiatives, last)
    if leads.flat.rstrip().endswith(":") and leads.item is None and block.item is not None:
        named = [id_ for id_, _unit in vocabulary.directorates_in(leads.flat)]
        named = named or vocabulary.directorates_called_in(leads.flat)
        if named:
            directorate, announced = named[-1], not excluded
    return Context(directorate, section, leads, announced, excluded)


def _says(words: Words, folded: str) -> bool:
    return _pattern(words).search(folded) is not None


@lru_cache(maxsize=32)
def _pattern(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.pattern}(?!\w)")
