"""The institution's own directorates that a release names, and whether it tells their work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.unit_tables import named_in_tables
from council.extract.unit_work import SentenceWork, speaks_without_noun
from council.extract.vocabulary import Vocabulary
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
    introduced = _Introduced(vocabulary)
    for block, context in zip(blocks, contexts, strict=True):
        for mention in (
            *introduced.by_context(block, context),
            *_of_text(block, vocabulary),
            *tables.get(id(block), ()),
        ):
            known = mentions.get(mention.directorate)
            if known is None:
                mentions[mention.directorate] = mention
            elif mention.reports and not known.reports:
                mentions[mention.directorate] = replace(known, reports=True, rule=mention.rule)
    return tuple(mentions.values())


class _Introduced:
    """The directorates whose section or list a block is."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._attendance = _attendance(vocabulary.profile.lexicon.verbs.attending)
        self._seen: set[tuple[str, int]] = set()

    def by_context(self, block: Block, context: Context) -> Iterator[DirectorateMention]:
        """``## Dirección de Aguas``; ``La Dirección de Aguas trabaja en:`` before a list of anything but who came.

        A list is told of once, whatever number of items it has.
        """
        if context.heads:
            yield DirectorateMention(context.heads, True, block.line, "section-of-unit")
        leads = context.introduction
        if context.directorate and leads and block.item is not None:
            told = context.directorate, id(leads)
            if told not in self._seen:
                self._seen.add(told)
                attends = self._attendance.search(leads.folded) is not None
                yield DirectorateMention(context.directorate, not attends, leads.line, "list-of-unit")


def _of_text(block: Block, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """Those that a sentence names with their noun, through their head, or by the name alone."""
    sentences = vocabulary.sentences_in(block.flat)
    for sentence in sentences:
        id_ = speaks_without_noun(block.flat[sentence.start : sentence.end], vocabulary)
        if id_:
            yield DirectorateMention(id_, True, block.line_at(sentence.start), "name-tells")
    for sentence in sentences:
        if sentence.units:
            work = SentenceWork(block.flat[sentence.start : sentence.end], sentence.start, vocabulary.profile)
            for id_, unit in sentence.units:
                rule = work.told_of(unit)
                yield DirectorateMention(id_, bool(rule), block.line_at(unit.start), rule or unit.rule)


@lru_cache(maxsize=8)
def _attendance(attending: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){attending.pattern}(?!\w)")
