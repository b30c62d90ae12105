"""Which directorate a block of text belongs to, by the headings, banners and sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.extract.announcements import announcements
from council.extract.attendance import attendance_of_list
from council.extract.blocks import Block
from council.extract.section_heads import headed, run_in
from council.extract.vocabulary import Vocabulary

BELOW_ALL_HEADINGS = 7
"""The level of a section that no heading opens."""
_NUMBER = re.compile(r"\W*(\d{1,2})(?:\.\d{1,2})*\s*[.)\-–—]+[\s\u00a0]*(?=\D)")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a block stands: the *directorate* whose section it is, and what *introduction* precedes it.

    *announced* tells that the introduction announces projects; *excluded* that it announces something else;
    *credited* that the sentence behind its list says whose projects they are; *heads* is the directorate that the
    block itself heads, at its beginning at least; *attended* the one for which those who are listed are there.
    """

    directorate: str | None
    section: str | None
    introduction: Block | None
    announced: bool
    excluded: bool
    heads: str | None = None
    credited: bool = False
    attended: str | None = None


def heading_number(block: Block) -> int | None:
    """Give the number that a heading begins with: ``1. Plan de Riberas``."""
    match = _NUMBER.match(block.flat) if block.kind == "heading" else None
    return int(match[1]) if match else None


def read_contexts(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Context]:
    """Give the context of each block.

    A heading or banner that names a directorate opens its section; headings below it keep it, one of
    its own rank ends it.  A paragraph that is but the name, strong or before a colon, opens one up to the
    next heading or such paragraph; an item that is but the name speaks for the items in it, and a name run in
    for its paragraph or item and the list behind it.  A sentence such as ``La dirección de Proyectos
    Estratégicos, …, destacó:``, ``El Lic. …, director de Competitividad Sectorial, estará trabajando en los
    proyectos:`` or ``Investigación Estratégica trabaja en:`` speaks for the list that follows it, and one such as
    ``Estos trabajos los realiza la Dirección de …`` for the list before it.
    """
    contexts: list[Context] = []
    section: str | None = None
    section_level = 0
    introduction: int | None = None
    numbering: int | None = None
    parents: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind in {"heading", "title"}:
            heads = headed(block, vocabulary) if block.kind == "heading" else None
            number = heading_number(block)
            if heads:
                section, section_level = heads, block.level
            elif block.level <= section_level and not (number and block.level == section_level):
                section, section_level = None, 0
            if number == 1:
                numbering = introduction
            leads = blocks[numbering] if number and numbering is not None and not heads else None
            context = Context(section, section, None, False, False)
            if leads is not None:
                context = _context(block, section, leads, None, vocabulary)
            contexts.append(replace(context, heads=heads))
            introduction, parents = place, []
            continue
        heads = headed(block, vocabulary)
        if heads and block.item is None:
            section, section_level = heads, BELOW_ALL_HEADINGS
        parents = [parent for parent in parents if blocks[parent].depth < block.depth]
        leading = parents[-1] if parents else introduction
        heads = heads or run_in(block, vocabulary)
        if leading is None:
            context = Context(heads or section, heads or section, None, False, False)
        else:
            context = _context(block, heads or section, blocks[leading], contexts[leading].heads, vocabulary)
        if block.item is None and place and blocks[place - 1].item is not None:
            _credit_list_before(block, blocks, contexts, vocabulary)
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
    if block.item is None and block.kind != "heading":
        return Context(section, section, leads, False, False)
    if attended := attendance_of_list(leads, block, vocabulary):
        return Context(None, section, leads, False, True, attended=attended)
    said = announcements(vocabulary.profile).before(leads, section is not None, vocabulary)
    directorate, announced = section, said.announces
    if leads.item is None:
        units = vocabulary.directorates_in(leads.flat)
        last = leads.flat.rstrip()
        leads_on = announced or last.endswith(":") or (bool(units) and units[-1][1].end >= len(last))
        named = [id_ for id_, _unit in units] or vocabulary.directorates_called_in(leads.flat)
        if named and leads_on:
            directorate, announced = named[-1], not said.excludes
    return Context(directorate, section, leads, announced, said.excludes)


def _credit_list_before(block: Block, blocks: Sequence[Block], contexts: list[Context], vocabulary: Vocabulary) -> None:
    """Give the items right before *block* the directorate that it credits with them, where no section does."""
    last = len(contexts) - 1
    id_ = announcements(vocabulary.profile).behind(block, contexts[last].announced, vocabulary)
    while id_ is not None and last >= 0 and blocks[last].item is not None:
        if contexts[last].section is None:
            contexts[last] = replace(contexts[last], directorate=id_, credited=True)
        last -= 1
