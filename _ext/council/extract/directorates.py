"""The institution's own directorates that a release names, and whether it tells their work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.unit_work import person_tells, work_told
from council.extract.vocabulary import Vocabulary
from council.extract.work_tables import WorkTable, units_named
from council.language.folding import fold
from council.language.sentences import sentence_at, sentence_spans
from council.language.word_lists import Words
from council.model.releases import DirectorateMention, PersonMention, ProjectMention


def read_directorates(
    blocks: Sequence[Block],
    contexts: Sequence[Context],
    tables: Sequence[WorkTable],
    listed: Sequence[ProjectMention],
    people: Sequence[PersonMention],
    vocabulary: Vocabulary,
) -> tuple[DirectorateMention, ...]:
    """Give the own directorates that the text names, once each, in the order of first naming.

    One *reports* where a section, a list that is credited to it, a project *listed* as its own, or a sentence tells
    its work: the rule of its mention is then that one; silence says no.
    """
    mentions: dict[str, DirectorateMention] = {}
    cells = units_named(tables)
    for block, context in zip(blocks, contexts, strict=True):
        for mention in (
            *_of_context(block, context, vocabulary),
            *_of_text(block, vocabulary),
            *cells.get(id(block), ()),
        ):
            _add(mentions, mention)
    for project in listed:
        if project.directorate is not None:
            _add(mentions, DirectorateMention(project.directorate, True, project.line, "listed-work"))
    for mention in list(mentions.values()):
        if not mention.reports and (line := _told_by_people(mention.directorate, blocks, people, vocabulary)):
            _add(mentions, DirectorateMention(mention.directorate, True, line, "person-tells"))
    return tuple(mentions.values())


def _told_by_people(
    directorate: str, blocks: Sequence[Block], people: Sequence[PersonMention], vocabulary: Vocabulary
) -> int | None:
    """Give the line where somebody of a directorate tells of its work by name."""
    for person in people:
        if person.directorate == directorate:
            for block in blocks:
                others = any(other.name in block.flat for other in people if other is not person)
                if block.line >= person.line and person_tells(block.flat, person.name, not others, vocabulary.profile):
                    return block.line
    return None


def _add(mentions: dict[str, DirectorateMention], mention: DirectorateMention) -> None:
    known = mentions.setdefault(mention.directorate, mention)
    if mention.reports and not known.reports:
        mentions[mention.directorate] = replace(known, reports=True, rule=mention.rule)


def _of_context(block: Block, context: Context, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """``## Dirección de Aguas``; ``La Dirección de Aguas trabaja en:`` before a list of anything but who came."""
    if context.heads:
        yield DirectorateMention(context.heads, True, block.line, "section-of-unit")
    leads = context.introduction
    if context.directorate and leads and block.item is not None:
        attends = _attendance(vocabulary.profile.lexicon.verbs.attending).search(fold(leads.flat)) is not None
        yield DirectorateMention(context.directorate, not attends, leads.line, "list-of-unit")


def _of_text(block: Block, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """Those that a sentence names with their noun, through their head, or by the name alone."""
    spans = sentence_spans(block.flat, vocabulary.profile.lexicon.shortened)
    named = vocabulary.directorates_in(block.flat)
    ends = {unit.end for _id, unit in named}
    alone = (pair for pair in vocabulary.directorates_alone_in(block.flat) if pair[1].end not in ends)
    for id_, unit in (*named, *alone):
        start, end = sentence_at(spans, unit.start)
        rule = work_told(block.flat[start:end], unit, start, vocabulary.profile)
        yield DirectorateMention(id_, bool(rule), block.line_at(unit.start), rule or unit.rule)


@lru_cache(maxsize=8)
def _attendance(attending: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){attending.pattern}(?!\w)")
