"""Projects that running text and headings name.

By their kind (:mod:`~council.extract.projects.kinds`), by quotation marks after a word for an event or a work
(:mod:`~council.extract.projects.titles`), and by a name that has a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from council.extract.blocks import Block
from council.extract.projects.heads import heads
from council.extract.projects.kinds import kind_patterns
from council.extract.projects.ownership import ownership
from council.extract.projects.similarity import same_initiative
from council.extract.projects.titles import title_patterns
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import content_words, fold, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import ProjectMention
from council.profile.profile import Profile

_IN_PARENTHESES = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class _Naming:
    label: str
    block: Block
    context: Context
    start: int
    quoted: bool = False


def read_prose(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> list[ProjectMention]:
    """Give the projects named outside of item heads, each once, in the first form written.

    What is an item of the release, a shorter or longer name of one named before, or part of a title in quotation
    marks, is left out, as are laws, national plans, surveys, and councils other than the institution's own.
    """
    profile = vocabulary.profile
    namings = _namings(blocks, contexts, items, vocabulary)
    in_order = sorted(
        namings, key=lambda naming: (naming.block.line_at(naming.start), naming.start, -len(naming.label))
    )
    kept: list[ProjectMention] = []
    known = [item.label for item in items]
    titles: list[str] = []
    for naming in in_order:
        if not (naming.quoted or _acceptable(naming.label, profile)):
            continue
        said = _words(naming.label)
        if any(said in title for title in titles) or any(
            same_initiative(naming.label, label, profile) for label in known
        ):
            continue
        known.append(naming.label)
        titles += [said] if naming.quoted else []
        kept.append(_mention(naming, vocabulary))
    return kept


def _words(name: str) -> str:
    """Give the words of a name so that one that is part of another stands in it."""
    return f" {' '.join(words_of(name))} "


def _namings(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> Iterator[_Naming]:
    profile = vocabulary.profile
    kinds, titles, owner = kind_patterns(profile), title_patterns(profile), ownership(profile)
    item_lines = {item.line: item.label for item in items}
    series = titles.tell_a_series(block.flat for block in blocks)
    for block, context in zip(blocks, contexts, strict=True):
        label = item_lines.get(block.line) if block.opens_item else None
        behind = block.flat.find(label) + len(label) if label else 0
        for start, name in kinds.names_in(block.flat):
            if start >= behind:
                yield _Naming(name, block, context, start)
        for start, name in titles.titles_in(block.flat, series):
            if start >= behind:
                yield _Naming(name, block, context, start, quoted=not owner.is_foreign(name))
        for start, name in _by_record(block.flat, vocabulary):
            if start >= behind:
                yield _Naming(name, block, context, start)


def _by_record(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    stop_words = vocabulary.profile.lexicon.grammar.stop_words
    for match in vocabulary.project_pattern.finditer(fold(text)):
        name = text[match.start() : match.end()]
        carrying = [word for word in re.findall(r"\w+", name) if content_words(word, stop_words)]
        if all(word[0].isupper() or not word[0].isalpha() for word in carrying[:2]):
            yield match.start(), name


def _acceptable(label: str, profile: Profile) -> bool:
    """Whether a label names one initiative, and one of the institution: not ``Programas``, nor a federal law."""
    lexicon, owner = profile.lexicon, ownership(profile)
    if not heads(lexicon).is_name(label) or owner.is_foreign(label) or owner.is_council(label):
        return False
    bare = _IN_PARENTHESES.sub("", label)
    words = content_words(bare, lexicon.grammar.stop_words)
    generic = lexicon.generic_nouns, lexicon.names.qualifiers, profile.place_words
    telling = any(not any(word in known for known in generic) for word in words)
    return telling or owner.is_exactly_fixed(bare)


def _mention(naming: _Naming, vocabulary: Vocabulary) -> ProjectMention:
    text = naming.block.flat
    start, end = sentence_at(sentence_spans(text, vocabulary.profile.lexicon.shortened), naming.start)
    sentence = text[start:end]
    directorate = naming.context.section if naming.block.item is None else naming.context.directorate
    if directorate is None:
        named = {id_ for id_, _unit in vocabulary.directorates_in(sentence)}
        if len(named) == 1:
            directorate = named.pop()
    line = naming.block.line_at(naming.start)
    return ProjectMention(naming.label.strip(), "prose", line, directorate, None, quotation_of(sentence))
