"""Names in running text that no record tells, and that the institution may carry.

By what closes a name (:mod:`~council.extract.projects.titles`), in a row
(:mod:`~council.extract.projects.enumerations`), and by a noun and capitals (:mod:`~council.extract.projects.kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from council.extract.blocks import Block
from council.extract.projects.carriers import carriers
from council.extract.projects.enumerations import enumerations
from council.extract.projects.heads import heads
from council.extract.projects.kinds import BEHIND_CONTAINER, BESIDE_NOUN, kind_patterns
from council.extract.projects.names_alone import names_alone
from council.extract.projects.namings import Span, without_overlap
from council.extract.projects.ownership import ownership
from council.extract.projects.sentence_case import IN_SENTENCE_CASE, sentence_case
from council.extract.projects.titles import KIND_IN_BOLD, title_patterns
from council.extract.vocabulary import Sentence, Vocabulary
from council.language.folding import content_words, fold, words_of
from council.language.naming import without_parentheses
from council.profile.profile import Profile

YEAR = 4
"""So many figures tell a name: ``Plan 2040``."""


def guesses_in(block: Block, section: str | None, behind: int, series: bool, vocabulary: Vocabulary) -> Iterator[Span]:
    """Give the names in *block*, *behind* the head of an item.

    *section* is the directorate whose section the block stands in, *series* tells that the release has a series of
    talks.
    """
    profile = vocabulary.profile
    spans = [
        *names_alone(profile).names_in(block),
        *title_patterns(profile).titles_in(block, series),
        *enumerations(profile).names_in(block, behind),
        *kind_patterns(profile).names_in(block),
        *sentence_case(profile).names_in(block),
    ]
    sentences = vocabulary.sentences_in(block.flat)
    first_unit = next((unit.start for sentence in sentences for _id, unit in sentence.units), None)
    for span in without_overlap(span for span in spans if span.start >= behind):
        if vocabulary.directorate_id(span.label) is None:
            sentence = sentences.at(span.start)
            span = _up_to_unit(span, sentence, profile)
            if not _acceptable(span, profile):
                continue
            named = first_unit is not None and first_unit < span.start
            if section is None and not carriers(profile).is_claimed(block.folded, span, sentence, named):
                continue
            if not carriers(profile).is_others(block.flat, block.folded, span, sentence):
                yield span


def _acceptable(span: Span, profile: Profile) -> bool:
    """Whether a label names one initiative, and one of the institution: not ``Programas``, nor a federal law."""
    lexicon, owner, label = profile.lexicon, ownership(profile), span.label
    if owner.is_foreign(label):
        return False
    if next(iter(words_of(label)), "") in lexicon.councils.sessions:
        return False
    if span.closed and span.rule != KIND_IN_BOLD:
        return True
    if owner.is_council(label) or not (span.closed or span.rule == IN_SENTENCE_CASE or _is_name(span, profile)):
        return False
    bare = without_parentheses(label)
    words = content_words(bare, lexicon.grammar.stop_words)
    generic = lexicon.generic_nouns, lexicon.names.qualifiers, profile.place_words, profile.own_names
    figures = [word for word in words if word.isdigit() and len(word) != YEAR]
    telling = any(not any(word in known for known in (*generic, figures)) for word in words)
    return telling or owner.is_exactly_fixed(bare)


def _up_to_unit(span: Span, sentence: Sentence, profile: Profile) -> Span:
    """``Malecón Verde y Competitividad Sectorial``: an own unit in capitals behind a name is no part of it."""
    unit = next((unit for _id, unit in sentence.units if span.start < unit.start < span.end), None)
    if unit is None or span.closed:
        return span
    words = span.label[: unit.start - span.start].split()
    while words and fold(words[-1]) in profile.lexicon.grammar.function_words:
        words.pop()
    label = " ".join(words)
    return replace(span, end=span.start + len(label), label=label)


def _is_name(span: Span, profile: Profile) -> bool:
    told = span.rule in {BEHIND_CONTAINER, BESIDE_NOUN}
    return heads(profile.lexicon).is_name(span.label, strong=span.row_end is not None, titled=told)
