"""Projects that running text and headings name.

By a name that has a record (:mod:`~council.extract.projects.known_names`), or by what looks like one
(:mod:`~council.extract.projects.guesses`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from council.extract.blocks import Block
from council.extract.projects.guesses import guesses_in
from council.extract.projects.heads import heads
from council.extract.projects.known_names import RULE, goes_on, known_names
from council.extract.projects.namings import Naming, Overlaps, Span, said, without_appositions, word_runs
from council.extract.projects.ownership import ownership
from council.extract.projects.similarity import InitiativeNames, same_initiative
from council.extract.projects.titles import title_patterns
from council.extract.sections import Context
from council.extract.spoken_units import SpokenUnits
from council.extract.vocabulary import Vocabulary
from council.language.folding import content_words, words_of
from council.language.quotations import quotation_of
from council.model.releases import PersonMention, ProjectMention
from council.profile.profile import Profile


def read_prose(
    blocks: Sequence[Block],
    contexts: Sequence[Context],
    items: Sequence[ProjectMention],
    people: Sequence[PersonMention],
    vocabulary: Vocabulary,
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
    kept += _guessed(guessed, kept, items, vocabulary)
    carriers = _Carriers([*known, *guessed], SpokenUnits(blocks, contexts, people, vocabulary), vocabulary)
    return [_mention(naming, carriers, vocabulary) for naming in sorted(kept, key=_place)]


def _known(namings: Sequence[Naming], items: Sequence[ProjectMention], vocabulary: Vocabulary) -> list[Naming]:
    """Give the first naming of each record, and not where an item names it, nor a form of it that has no record.

    What a headline in capitals shortens gives way to the whole name in the text.
    """
    listed = {vocabulary.project_id(item.label) for item in items}
    without_record = (item.label for item in items if vocabulary.project_id(item.label) is None)
    others = InitiativeNames(without_record, vocabulary.profile)
    within = {run for item in items for run in word_runs(item.label)}
    kept: dict[str, Naming] = {}
    for naming in sorted(namings, key=_place):
        id_ = vocabulary.project_id(naming.label) or naming.label
        if id_ in listed or said(naming.label) in within or others.have_form_of(naming.label):
            continue
        first = kept.setdefault(id_, naming)
        if _in_capitals(first) and said(first.label) in word_runs(naming.label):
            kept[id_] = first if len(first.label) == len(naming.label) else naming
        if naming.span.rule != RULE:
            within.update(word_runs(naming.label))
    return list(kept.values())


def _guessed(
    namings: Sequence[Naming], known: Sequence[Naming], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> list[Naming]:
    """Give the first naming of each initiative that is none of *known* and of *items*."""
    labels = [*(item.label for item in items), *(naming.label for naming in known)]
    names = InitiativeNames(labels, vocabulary.profile)
    titles = (naming.label for naming in known if naming.span.rule != RULE)
    within_titles = {run for title in titles for run in word_runs(title)}
    kept: list[Naming] = []
    short: dict[str, int] = {}
    for naming in sorted(namings, key=_place):
        first = next((short[run] for run in _beginnings(naming.label) if run in short), None)
        if first is not None:
            kept[first] = naming
            continue
        if said(naming.label) in within_titles or names.have_form_of(naming.label):
            continue
        names.add(naming.label)
        if ownership(vocabulary.profile).is_exactly_fixed(naming.label):
            short[said(naming.label)] = len(kept)
        if naming.span.closed:
            within_titles.update(word_runs(naming.label))
        kept.append(naming)
    return kept


def _beginnings(label: str) -> Iterator[str]:
    """Give what *label* begins with, one word less each: ``plan director`` of ``Plan Director de Desarrollo Urbano``."""
    words = words_of(label)
    return (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))


def _in_capitals(naming: Naming) -> bool:
    return naming.block.kind != "paragraph" and naming.block.text.isupper()


def _place(naming: Naming) -> tuple[int, int, int]:
    return naming.place


def _namings(
    blocks: Sequence[Block], contexts: Sequence[Context], items: Sequence[ProjectMention], vocabulary: Vocabulary
) -> Iterator[Naming]:
    """Give what each block names, records first; nothing of what a release gives as the contents of something else."""
    item_lines = {item.line: item.label for item in items}
    contents: set[str] = set()
    pending: list[Naming] = []
    series = title_patterns(vocabulary.profile).tell_a_series(block.flat for block in blocks)
    for block, context in zip(blocks, contexts, strict=True):
        label = item_lines.get(block.line) if block.opens_item else None
        behind = block.flat.find(label) + len(label) if label else 0
        known, guesses = _named_in(block, context.section, behind, series, vocabulary)
        yield from (Naming(span, block, context, known=True) for span in known)
        if not (_is_work_cited(block, context) or _is_of_contestant(context, vocabulary.profile)):
            pending += (Naming(span, block, context) for span in guesses)
        contents.update(_content(block, context, vocabulary.profile))
    yield from (naming for naming in pending if not contents or contents.isdisjoint(word_runs(naming.label)))


def _is_of_contestant(context: Context, profile: Profile) -> bool:
    return context.introduction is not None and heads(profile.lexicon).is_rank(context.introduction)


def _is_work_cited(block: Block, context: Context) -> bool:
    """Whether a list that is of no initiatives has the title of a book in italics: ``- *A Tide Plan for Towns*. Gulf Press.``"""
    listed = context.excluded and context.section is None and block.opens_item
    return listed and any(not block.flat[:first].strip() for first, _last in block.emphasis)


def _content(block: Block, context: Context, profile: Profile) -> Iterator[str]:
    """Give the name at the head of an item of a list that is of no initiatives: ``Los temas: …``."""
    if context.excluded and context.section is None and block.opens_item:
        head = heads(profile.lexicon).label(block)
        if next(iter(words_of(head)), "") in profile.lexicon.initiative_nouns:
            yield said(head)


def _named_in(
    block: Block, section: str | None, behind: int, series: bool, vocabulary: Vocabulary
) -> tuple[list[Span], list[Span]]:
    """Give what *block* names for sure, and what is guessed to be a name, *behind* the head of an item.

    Sure are the names of records, and a title that joins several of these; a record's name that a longer one goes on
    with is but part of that.
    """
    profile = vocabulary.profile
    guesses = list(guesses_in(block, section, behind, series, vocabulary))
    known = [span for span in known_names(block.flat, vocabulary) if span.start >= behind]
    places_of_known, places = Overlaps(known), Overlaps(guesses)
    joint = {guess for guess in guesses if guess.closed and _is_joint(guess, places_of_known.of(guess), profile)}
    left_out = set(joint)
    sure = [guess for guess in guesses if guess in joint]
    for span in known:
        beside = [guess for guess in places.of(span) if guess in joint or guess not in left_out]
        longer = [guess for guess in beside if guess.start <= span.start and span.end < guess.end]
        if not joint.isdisjoint(longer) or (longer and goes_on(block.flat, span.end, profile)):
            continue
        left_out.update(guess for guess in beside if _is_form_of(guess, span, profile))
        sure.append(span)
    told = without_appositions([*known, *(guess for guess in guesses if guess not in left_out)], block.flat)
    apart = left_out.union(known)
    return sure, [span for span in told if span not in apart]


def _is_joint(title: Span, known: Sequence[Span], profile: Profile) -> bool:
    """Whether a title is made of the names of several records: ``“Atlas de Suelos y Plataforma de Pozos”``."""
    inside = [span for span in known if title.start <= span.start and span.end <= title.end]
    told = {word for span in inside for word in words_of(span.label)}
    rest = set(content_words(title.label, profile.lexicon.grammar.stop_words)) - profile.place_words
    return len(inside) > 1 and rest <= told


def _is_form_of(guess: Span, known: Span, profile: Profile) -> bool:
    """Whether a guess that stands where the name of a record does means no other initiative than that."""
    return not guess.closed or same_initiative(guess.label, known.label, profile)


class _Carriers:
    """The directorates whose work the names in a release are."""

    def __init__(self, namings: Sequence[Naming], spoken: SpokenUnits, vocabulary: Vocabulary) -> None:
        self._spoken, self._vocabulary = spoken, vocabulary
        self._told: dict[str, str] = {}
        for naming in sorted(namings, key=_place):
            if self._key(naming) not in self._told and (id_ := self._of_naming(naming)) is not None:
                self._told[self._key(naming)] = id_

    def of(self, naming: Naming) -> str | None:
        """Give the directorate that the text gives a name, where it stands first or later."""
        return self._of_naming(naming) or self._told.get(self._key(naming))

    def _key(self, naming: Naming) -> str:
        return self._vocabulary.project_id(naming.label) or said(naming.label)

    def _of_naming(self, naming: Naming) -> str | None:
        text, position, context = naming.block.flat, naming.span.start, naming.context
        told = self._vocabulary.sentences_in(text).at(position).directorate_at(position, text)
        if naming.block.item is not None:
            return context.directorate or told or self._spoken.at(naming.block, position)
        return (
            told or self._spoken.of_record(naming.block) or context.section or self._spoken.at(naming.block, position)
        )


def _mention(naming: Naming, carriers: _Carriers, vocabulary: Vocabulary) -> ProjectMention:
    text = naming.block.flat
    sentence = vocabulary.sentences_in(text).at(naming.span.start)
    line = naming.block.line_at(naming.span.start)
    quotation = quotation_of(text, sentence.start, sentence.end)
    label, rule = naming.label.strip(), naming.span.rule
    return ProjectMention(label, "prose", line, carriers.of(naming), None, quotation, rule)
