"""The institution's own directorates that a release names, and whether it tells their work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.extract.attendance import attendances_in
from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.unit_tables import named_in_tables
from council.extract.unit_work import speaks_without_noun, work_told
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold
from council.language.sentences import sentence_at, sentence_spans
from council.language.word_lists import Words
from council.model.releases import DirectorateMention


def read_directorates(
    blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[DirectorateMention, ...]:
    """Give the own directorates that the text names, once each, in the order of first naming.

    One *reports* where a section, a list that is credited to it, or a sentence tells its work: the rule of its
    mention is then that one; silence says no.
    """
    mentions: dict[str, DirectorateMention] = {}
    tables = named_in_tables(blocks, vocabulary)
    for block, following, context in zip(blocks, [*blocks, None][1:], contexts, strict=True):
        for mention in (
            *_of_context(block, context, vocabulary),
            *_of_text(block, following, vocabulary),
            *tables.get(id(block), ()),
        ):
            known = mentions.get(mention.directorate)
            if known is None:
                mentions[mention.directorate] = mention
            elif mention.reports and not known.reports:
                mentions[mention.directorate] = replace(known, reports=True, rule=mention.rule)
    return tuple(mentions.values())


def _of_context(block: Block, context: Context, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """``## Dirección de Aguas``; ``La Dirección de Aguas trabaja en:`` before a list of anything but who came."""
    if context.heads:
        yield DirectorateMention(context.heads, True, block.line, "section-of-unit")
    leads = context.introduction
    if context.directorate and leads and block.item is not None:
        attends = _attendance(vocabulary.profile.lexicon.verbs.attending).search(fold(leads.flat)) is not None
        yield DirectorateMention(context.directorate, not attends, leads.line, "list-of-unit")


def _of_text(block: Block, following: Block | None, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """Those that a sentence names with their noun, through their head, or by the name alone."""
    spans = sentence_spans(block.flat, vocabulary.profile.lexicon.shortened)
    for start, end in spans:
        id_ = speaks_without_noun(block.flat[start:end], vocabulary)
        if id_:
            yield DirectorateMention(id_, True, block.line_at(start), "name-tells")
    attended = {one.directorate for one in attendances_in(block, following, vocabulary)}
    for id_, unit in vocabulary.directorates_in(block.flat):
        start, end = sentence_at(spans, unit.start)
        rule = "" if id_ in attended else work_told(block.flat[start:end], unit, start, vocabulary.profile)
        yield DirectorateMention(id_, bool(rule), block.line_at(unit.start), rule or unit.rule)


@lru_cache(maxsize=8)
def _attendance(attending: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){attending.pattern}(?!\w)")
