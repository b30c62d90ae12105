"""Applying an archivist's corrections to what was read of a release; the last step of the extraction.

A correction that changes nothing is told, as it may be mistyped or no longer needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from council.dialect.dateline import Dateline
from council.dialect.notes import Note
from council.extract.blocks import Block
from council.extract.corrections import Corrections, correction_note
from council.extract.vocabulary import Vocabulary
from council.language.folding import fold, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.corrected_fields import LISTS, DirectorateCorrection, MentionCorrection
from council.model.fields import line_of
from council.model.releases import (
    DirectorateMention,
    ExternalMention,
    PersonMention,
    ProjectMention,
    Release,
)

RULE = "correction"
"""The rule of a mention that an archivist added or corrected."""

NO_CHANGE = "the release is read so without this correction; take it out"

_NEW: dict[str, Any] = {
    "directorates": DirectorateMention("", reports=False, line=1, rule=RULE),
    "external": ExternalMention("", line=1, rule=RULE),
    "projects": ProjectMention("", "prose", line=1, rule=RULE),
    "people": PersonMention("", None, line=1, rule=RULE),
}
"""A mention of each kind that says nothing yet."""


def corrected(
    release: Release, corrections: Corrections, blocks: Sequence[Block], vocabulary: Vocabulary
) -> tuple[Release, list[Note]]:
    """Give *release* as *corrections* say, and a note for each that cannot be followed or changes nothing.

    *blocks* are the release's text, in which the names of added mentions are looked for.
    """
    notes = list(corrections.notes)
    lists = {name: _Mentions(name, getattr(release, name), blocks, vocabulary) for name in LISTS}
    for listed in corrections.mentions:
        try:
            lists[listed.list].apply(listed.correction)
        except _UselessError as error:
            notes.append(correction_note(listed.line, f"{listed.list}: {error}"))
    mentions: dict[str, Any] = {name: tuple(of_kind.mentions) for name, of_kind in lists.items()}
    release = replace(release, **mentions)
    if corrections.facts.session is not None:
        session = corrections.facts.session.session
        if session == release.session:
            notes.append(correction_note(line_of(corrections.lines, "session"), f"session: {NO_CHANGE}"))
        release = replace(release, session=session and replace(session, rule=RULE))
    return release, notes


def corrected_dateline(dateline: Dateline | None, corrections: Corrections) -> Dateline | None:
    """Give the dateline of a release as *corrections* say; the date of the release, and its session, follow from it.

    One that says what the release does confirms it, where the release's other dates say something else.
    """
    date = corrections.facts.dateline
    if date is None:
        return dateline
    if dateline is None:
        return Dateline(text="", place="", date=date)
    return replace(dateline, date=date)


class _UselessError(Exception):
    """A correction that cannot be followed, or changes nothing."""


class _Mentions:
    """The mentions of a release that are of one kind, corrected one by one."""

    def __init__(self, list_: str, mentions: Sequence[Any], blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
        self.mentions = list(mentions)
        self._new = _NEW[list_]
        self._named_by = LISTS[list_].named_by
        self._blocks = blocks
        self._vocabulary = vocabulary

    def apply(self, correction: MentionCorrection) -> None:
        """Follow one correction."""
        changes = dict(correction.changes)
        if correction.line is not None:
            changes |= self._quoting(self._block_on(correction.line).flat)
        if correction.action == "add":
            self._add(correction, changes)
            return
        self._check_directorate(changes)
        named = self._called(correction.name)
        if not named:
            raise _UselessError(f"the release has no mention {correction.name!r}; write the name as its page shows it")
        if correction.action == "remove":
            self.mentions = [mention for mention in self.mentions if mention not in named]
            for mention in named:
                self._hand_on_parts(mention, getattr(mention, "parent", None))
        else:
            self._correct(named, changes)

    def _add(self, correction: MentionCorrection, changes: dict[str, object]) -> None:
        self._check_free(correction.name)
        mention = replace(self._new, **{self._named_by: correction.name, **changes})
        self._check_directorate({"directorate": getattr(mention, "directorate", None)})
        if correction.line is None:
            line, sentence = self._place_of(correction)
            mention = replace(mention, line=line, **self._quoting(sentence))
        self.mentions.append(mention)

    def _correct(self, named: Sequence[Any], changes: dict[str, object]) -> None:
        if all(replace(mention, **changes) == mention for mention in named):
            raise _UselessError(NO_CHANGE)
        if "role" in changes:
            changes = {**changes, "standing": None}  # the role as it is corrected tells it
        name = changes.get(self._named_by)
        if name is not None and self._called(str(name)) not in ([], named):
            self._check_free(str(name))
        self.mentions = [
            replace(mention, **changes, rule=RULE) if mention in named else mention for mention in self.mentions
        ]
        if name is not None:
            for mention in named:
                self._hand_on_parts(mention, str(name))

    def _quoting(self, text: str) -> dict[str, str]:
        """Give the quotation of *text* as a field, where a mention of this kind has one."""
        return {"quotation": quotation_of(text)} if hasattr(self._new, "quotation") else {}

    def _hand_on_parts(self, mention: Any, parent: str | None) -> None:
        """Let the items within *mention* stand in *parent*."""
        self.mentions = [
            replace(part, parent=parent) if getattr(part, "parent", None) == self._name(mention) else part
            for part in self.mentions
        ]

    def _name(self, mention: Any) -> str:
        return str(getattr(mention, self._named_by))

    def _called(self, name: str) -> list[Any]:
        """Give the mentions of that name, case and accents aside."""
        return [mention for mention in self.mentions if words_of(self._name(mention)) == words_of(name)]

    def _check_free(self, name: str) -> None:
        if self._called(name):
            raise _UselessError(f"the release has a mention {name!r} already; correct that one")

    def _check_directorate(self, changes: dict[str, object]) -> None:
        id_, known = changes.get("directorate"), self._vocabulary.directorates
        if id_ is not None and id_ not in known:
            raise _UselessError(f"{id_!r} is no id of the institution's own directorates: {', '.join(known)}")

    def _block_on(self, line: int) -> Block:
        for block in self._blocks:
            if block.line <= line <= block.line_at(len(block.text)):
                return block
        raise _UselessError(f"no text stands on line {line} of the release")

    def _place_of(self, correction: MentionCorrection) -> tuple[int, str]:
        """Give the line and the sentence in which the name of a correction stands first."""
        own = isinstance(correction, DirectorateCorrection)
        names = self._vocabulary.directorates[correction.name] if own else (correction.name,)
        words = "|".join(r"\W+".join(words_of(name)) for name in names)
        pattern = re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)")
        for block in self._blocks:
            text = block.flat
            if match := pattern.search(fold(text)):
                spans = sentence_spans(text, self._vocabulary.profile.lexicon.shortened)
                start, end = sentence_at(spans, match.start())
                return block.line_at(match.start()), text[start:end]
        raise _UselessError(f"the release does not say {correction.name!r}; give the 'line' that means it")
