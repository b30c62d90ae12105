"""The institution's own directorates that a release names, and whether it tells their work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from council.extract.attendance import attendances_in
from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.tellers import Tellers
from council.extract.unit_work import SentenceWork, tells_deed
from council.extract.vocabulary import Vocabulary
from council.extract.work_tables import WorkTable, units_named
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
    introduced = _Introduced(vocabulary)
    for block, following, context in zip(blocks, [*blocks, None][1:], contexts, strict=True):
        for mention in (
            *introduced.by_context(block, context),
            *_of_text(block, following, vocabulary),
            *cells.get(id(block), ()),
        ):
            _add(mentions, mention)
    for project in listed:
        if project.directorate is not None:
            _add(mentions, DirectorateMention(project.directorate, True, project.line, "listed-work"))
    tellers = Tellers(people, vocabulary.profile)
    for block in blocks:
        for id_ in tellers.in_block(block):
            if id_ in mentions:
                _add(mentions, DirectorateMention(id_, True, block.line, "person-tells"))
    return tuple(mentions.values())


def _add(mentions: dict[str, DirectorateMention], mention: DirectorateMention) -> None:
    known = mentions.setdefault(mention.directorate, mention)
    if mention.reports and not known.reports:
        mentions[mention.directorate] = replace(known, reports=True, rule=mention.rule)


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


def _of_text(block: Block, following: Block | None, vocabulary: Vocabulary) -> Iterator[DirectorateMention]:
    """Those that a sentence names with their noun, through their head, or by the name alone."""
    sentences = vocabulary.sentences_in(block.flat)
    attended = {attendance.directorate for attendance in attendances_in(block, following, vocabulary)}
    asked = False
    for sentence in sentences:
        text = block.flat[sentence.start : sentence.end]
        if sentence.units:
            work = SentenceWork(text, sentence.start, vocabulary.profile, asked)
            rule = ""
            for id_, unit in sentence.units:
                told = work.told_of(unit) or (rule if work.goes_on_with(unit) else "")
                rule = "" if id_ in attended else told
                yield DirectorateMention(id_, bool(rule), block.line_at(unit.start), rule or unit.rule)
        asked = text.rstrip().endswith("?") and tells_deed(text, vocabulary.profile)


@lru_cache(maxsize=8)
def _attendance(attending: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){attending.pattern}(?!\w)")
