"""Projects that running text and headings name.

By a name that has a record (:mod:`~council.extract.projects.known_names`), by what closes a name
(:mod:`~council.extract.projects.titles`), in a row (:mod:`~council.extract.projects.enumerations`), and by a noun and
capitals (:mod:`~council.extract.projects.kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from council.extract.blocks import Block
from council.extract.projects.carriers import carriers
from council.extract.projects.enumerations import enumerations
from council.extract.projects.heads import heads
from council.extract.projects.kinds import kind_patterns
from council.extract.projects.known_names import RULE, goes_on, known_names
from council.extract.projects.namings import Naming, Span, padded_words, without_appositions, without_overlap
from council.extract.projects.ownership import ownership
from council.extract.projects.similarity import same_initiative
from council.extract.projects.titles import KIND_IN_BOLD, title_patterns
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import content_words, words_of
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.model.releases import ProjectMention
from council.profile.profile import Profile

YEAR = 4
"""So many figures tell a name: ``Plan 2040``."""
_IN_PARENTHESES = re.compile(r"\([^)]*\)")


def read_prose(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> list[ProjectMention]:
    """Give the projects named outside of item heads, each once, in the first form written.

    A name of a record wins over what is guessed, and is left out only where an item or another such name is the
    same initiative.  Of the rest, what is an item of the release, a shorter or longer name of one named before, or
    part of a title in quotation marks, is left out, as is what others carry.
    """
    known: list[Naming] = []
    guessed: list[Naming] = []
    for naming in _namings(blocks, contexts, items, vocabulary):
        (known if naming.known else guessed).append(naming)
    kept = _known(known, items, vocabulary)
    labels = [*(item.label for item in items), *(naming.label for naming in kept)]
    titles = [padded_words(naming.label) for naming in kept if naming.span.rule != RULE]
    for naming in sorted(guessed, key=_place):
        said = padded_words(naming.label)
        if any(said in title for title in titles):
            continue
        if any(same_initiative(naming.label, label, vocabulary.profile) for label in labels):
            continue
        labels.append(naming.label)
        titles += [said] if naming.span.closed else []
        kept.append(naming)
    return [_mention(naming, vocabulary) for naming in sorted(kept, key=_place)]


def _known(namings: Sequence[Naming], items: Sequence[ProjectMention], vocabulary: Vocabulary) -> list[Naming]:
    """Give the first naming of each record, and not where an item names it, nor a form of it that has no record.

    What a headline in capitals shortens gives way to the whole name in the text.
    """
    listed = {vocabulary.project_id(item.label) for item in items}
    others = [item.label for item in items if vocabulary.project_id(item.label) is None]
    kept: dict[str, Naming] = {}
    for naming in sorted(namings, key=_place):
        id_ = vocabulary.project_id(naming.label) or naming.label
        said = padded_words(naming.label)
        if id_ in listed or any(said in padded_words(item.label) for item in items):
            continue
        if any(same_initiative(naming.label, label, vocabulary.profile) for label in others):
            continue
        if any(said in padded_words(other.label) for other in kept.values() if other.span.rule != RULE):
            continue
        first = kept.setdefault(id_, naming)
        if _in_capitals(first) and padded_words(first.label).strip() in padded_words(naming.label):
            kept[id_] = first if len(first.label) == len(naming.label) else naming
    return list(kept.values())


def _in_capitals(naming: Naming) -> bool:
    return naming.block.kind != "paragraph" and naming.block.text.isupper()


def _place(naming: Naming) -> tuple[int, int, int]:
    return naming.place


def _namings(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> Iterator[Naming]:
    """Give what each block names, records first."""
    profile = vocabulary.profile
    item_lines = {item.line: item.label for item in items}
    nouns = profile.lexicon.initiative_nouns
    contents: list[str] = []
    pending: list[Naming] = []
    series = title_patterns(profile).tell_a_series(block.flat for block in blocks)
    for block, context in zip(blocks, contexts, strict=True):
        label = item_lines.get(block.line) if block.opens_item else None
        behind = block.flat.find(label) + len(label) if label else 0
        guesses = list(_guesses(block, behind, series, vocabulary))
        known = [span for span in known_names(block.flat, vocabulary) if span.start >= behind]
        joint = [guess for guess in guesses if guess.closed and _is_joint(guess, known, profile)]
        for span in joint:
            yield Naming(span, block, context, known=True)
        for span in known:
            longer = [guess for guess in guesses if guess.start <= span.start and span.end < guess.end]
            if any(guess in joint for guess in longer) or (longer and goes_on(block.flat, span.end, profile)):
                continue
            guesses = [guess for guess in guesses if not _is_form_of(guess, span, profile)]
            yield Naming(span, block, context, known=True)
        guesses = [guess for guess in guesses if guess not in joint]
        if context.excluded and context.section is None and block.opens_item:
            head = heads(profile.lexicon).label(block)
            contents += [padded_words(head)] if next(iter(words_of(head)), "") in nouns else []
        told = set(without_appositions([*known, *guesses], block.flat))
        pending += [Naming(span, block, context) for span in guesses if span in told]
    for naming in pending:
        if not any(content in padded_words(naming.label) for content in contents):
            yield naming


def _is_joint(title: Span, known: Sequence[Span], profile: Profile) -> bool:
    """Whether a title is made of the names of several records: ``“Atlas de Suelos y Plataforma de Pozos”``."""
    inside = [span for span in known if title.start <= span.start and span.end <= title.end]
    said = {word for span in inside for word in words_of(span.label)}
    rest = set(content_words(title.label, profile.lexicon.grammar.stop_words)) - profile.place_words
    return len(inside) > 1 and rest <= said


def _is_form_of(guess: Span, known: Span, profile: Profile) -> bool:
    """Whether a guess stands where the name of a record does, and means no other initiative than that."""
    if guess.end <= known.start or known.end <= guess.start:
        return False
    return not guess.closed or same_initiative(guess.label, known.label, profile)


def _guesses(block: Block, behind: int, series: bool, vocabulary: Vocabulary) -> Iterator[Span]:
    """Give the names in *block*, *behind* its head, that no record tells, and that the institution may carry."""
    profile = vocabulary.profile
    spans = [
        *title_patterns(profile).titles_in(block, series),
        *enumerations(profile).names_in(block, behind),
        *kind_patterns(profile).names_in(block),
    ]
    text = block.flat
    sentences = sentence_spans(text, profile.lexicon.shortened) if spans else []
    own: dict[tuple[int, int], bool] = {}
    for span in without_overlap(span for span in spans if span.start >= behind):
        if _acceptable(span, profile) and vocabulary.directorate_id(span.label) is None:
            sentence = sentence_at(sentences, span.start)
            if sentence not in own:
                own[sentence] = bool(vocabulary.directorates_in(text[slice(*sentence)]))
            if not carriers(profile).is_others(text, span, sentence, own[sentence]):
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
    if owner.is_council(label) or not (span.closed or heads(lexicon).is_name(label)):
        return False
    bare = _IN_PARENTHESES.sub("", label)
    words = content_words(bare, lexicon.grammar.stop_words)
    generic = lexicon.generic_nouns, lexicon.names.qualifiers, profile.place_words
    figures = [word for word in words if word.isdigit() and len(word) != YEAR]
    telling = any(not any(word in known for known in (*generic, figures)) for word in words)
    return telling or owner.is_exactly_fixed(bare)


def _mention(naming: Naming, vocabulary: Vocabulary) -> ProjectMention:
    text = naming.block.flat
    start, end = sentence_at(sentence_spans(text, vocabulary.profile.lexicon.shortened), naming.span.start)
    sentence = text[start:end]
    directorate = naming.context.section if naming.block.item is None else naming.context.directorate
    if directorate is None:
        named = {id_ for id_, _unit in vocabulary.directorates_in(sentence)}
        if len(named) == 1:
            directorate = named.pop()
    line = naming.block.line_at(naming.span.start)
    return ProjectMention(
        naming.label.strip(), "prose", line, directorate, None, quotation_of(sentence), naming.span.rule
    )
