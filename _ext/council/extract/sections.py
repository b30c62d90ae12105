"""Which directorate a block of text belongs to, by the headings, banners and sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from council.extract.announcements import announcements
from council.extract.attendance import attendance_of_list
from council.extract.blocks import Block
from council.extract.projects.initiative_nouns import initiative_nouns
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
    block itself heads, at its beginning at least; *named* tells that the introduction itself names the directorate,
    *attended* is the one for which those who are listed are there.
    """

    directorate: str | None
    section: str | None
    introduction: Block | None
    announced: bool
    excluded: bool
    heads: str | None = None
    credited: bool = False
    named: bool = False
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
    reader = _Reader(vocabulary)
    for block in blocks:
        reader.read(block)
    return reader.contexts


class _Reader:
    """Reads blocks in order: which section is open, and what introduces the one that is read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.contexts: list[Context] = []
        self._vocabulary = vocabulary
        self._announcements = announcements(vocabulary.profile)
        self._nouns = initiative_nouns(vocabulary.profile.lexicon)
        self._section: str | None = None
        self._level = 0
        self._introduction: _Lead | None = None
        self._numbering: _Lead | None = None
        self._parents: list[_Lead] = []
        self._list: list[int] = []
        """The places of the items right before the block, those that no section holds."""
        self._lists_initiatives = False
        """Whether a noun for an initiative begins one of them."""

    def read(self, block: Block) -> None:
        """Take up the next block."""
        context = self._heading(block) if block.kind in {"heading", "title"} else self._text(block)
        if block.item is None:
            self._list, self._lists_initiatives = [], False
        elif context.section is None:
            self._list.append(len(self.contexts))
            self._lists_initiatives = self._lists_initiatives or self._nouns.begins(block.folded)
        self.contexts.append(context)

    def _heading(self, block: Block) -> Context:
        heads = headed(block, self._vocabulary) if block.kind == "heading" else None
        number = heading_number(block)
        if heads:
            self._section, self._level = heads, block.level
        elif block.level <= self._level and not (number and block.level == self._level):
            self._section, self._level = None, 0
        if number == 1:
            self._numbering = self._introduction
        leads = self._numbering if number and not heads else None
        context = self._behind(block, self._section, leads)
        self._introduction, self._parents = _Lead(block, None), []
        return replace(context, heads=heads)

    def _text(self, block: Block) -> Context:
        heads = headed(block, self._vocabulary)
        if heads and block.item is None:
            self._section, self._level = heads, BELOW_ALL_HEADINGS
        self._parents = [parent for parent in self._parents if parent.block.depth < block.depth]
        leads = self._parents[-1] if self._parents else self._introduction
        heads = heads or run_in(block, self._vocabulary)
        context = self._behind(block, heads or self._section, leads)
        if block.item is None:
            self._credit_list_before(block)
            self._introduction = _Lead(block, heads)
        else:
            self._parents.append(_Lead(block, heads))
        return replace(context, heads=heads)

    def _behind(self, block: Block, section: str | None, leads: _Lead | None) -> Context:
        """Give the context of a block that *leads* introduces."""
        if leads is None:
            return Context(section, section, None, False, False)
        if leads.heads and leads.block.kind == "paragraph" and block.item is not None:
            return Context(leads.heads, leads.heads, leads.block, True, False)
        if block.item is None and block.kind != "heading":
            return Context(section, section, leads.block, False, False)
        if attended := attendance_of_list(leads.block, block, self._vocabulary):
            return Context(None, section, leads.block, False, True, attended=attended)
        said = self._said(leads, section is not None)
        named = said.directorate is not None
        return Context(said.directorate or section, section, leads.block, said.announced, said.excluded, named=named)

    def _said(self, leads: _Lead, carried: bool) -> _Said:
        """Give what *leads* says of what follows; *carried* tells that a section holds that. Said once for a list."""
        if carried not in leads.said:
            leads.said[carried] = self._read_lead(leads.block, carried)
        return leads.said[carried]

    def _read_lead(self, leads: Block, carried: bool) -> _Said:
        said = self._announcements.before(leads, carried, self._vocabulary)
        if leads.item is None:
            units = self._vocabulary.directorates_in(leads.flat)
            last = leads.flat.rstrip()
            leads_on = said.announces or last.endswith(":") or (bool(units) and units[-1][1].end >= len(last))
            named = [id_ for id_, _unit in units or self._vocabulary.directorates_alone_in(leads.flat)]
            if named and leads_on:
                return _Said(named[-1], not said.excludes, said.excludes)
        return _Said(None, said.announces, said.excludes)

    def _credit_list_before(self, block: Block) -> None:
        """Give the items right before *block* the directorate that it credits with them, where no section does."""
        if not self.contexts or not self._list:
            return
        announced = self.contexts[-1].announced or self._lists_initiatives
        id_ = self._announcements.behind(block, announced, self._vocabulary)
        for place in self._list if id_ is not None else ():
            self.contexts[place] = replace(self.contexts[place], directorate=id_, credited=True)


@dataclass(frozen=True, slots=True)
class _Said:
    """What an introduction says of what follows: its *directorate*, where it names one."""

    directorate: str | None
    announced: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class _Lead:
    """A *block* that others stand behind, the directorate that it *heads*, and what it says of them."""

    block: Block
    heads: str | None
    said: dict[bool, _Said] = field(default_factory=dict)
