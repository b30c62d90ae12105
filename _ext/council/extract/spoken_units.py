"""Which own directorate a sentence speaks of, where it names none itself.

======================  ==============================================================================
anaphor                 ``esa misma dirección``, ``the division``, ``la nueva directora``: the one spoken of last
person                  ``Ruiz Soto explicó …``, whom the text told to be of one
going on                ``Anunció además …``, ``Entre sus tareas …``, ``“…”, afirmó``: that of the sentence before
record of a form        ``ACTIVIDAD: …``, ``COORDINACIÓN: Aguas``: fields up to the one with which the next record begins
under a heading         the only one that the text below it names
======================  ==============================================================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.vocabulary import Sentence, Vocabulary
from council.language.folding import fold, words_of
from council.language.quotation_marks import CLOSING, OPENING
from council.language.word_lists import Words, alternatives
from council.model.releases import PersonMention
from council.profile.profile import Profile

_FIELD = re.compile(r"\W*(?P<label>[^\W\d][^:.\n]{0,40}):\W*\s\S")
_HEADS = frozenset({"title", "heading"})
_BELOW = 5
"""So many blocks below a heading are looked through for the paragraph that it is of."""
_SHORT = 80
"""So many characters may have what stands between a title and the text."""
_NOBODY = re.compile("(?!)")


class SpokenUnits:
    """The directorates that the sentences of a release speak of, read once in order."""

    def __init__(
        self,
        blocks: Sequence[Block],
        contexts: Sequence[Context],
        people: Sequence[PersonMention],
        vocabulary: Vocabulary,
    ) -> None:
        self._patterns = _patterns(vocabulary.profile)
        self._people = _People(people)
        self._topic: str | None = None
        self._goes_on = False
        self._spoken: dict[int, list[tuple[int, str | None]]] = {}
        self._records, self._headings = _of_records(blocks, vocabulary), _under_headings(blocks, vocabulary)
        for before, block, context in zip([None, *blocks], blocks, contexts, strict=False):
            if context.heads or block.kind in _HEADS:
                self._topic = context.section
            if before is None or before.item != block.item or not _HEADS.isdisjoint({before.kind, block.kind}):
                self._goes_on = False
            self._spoken[id(block)] = [
                (sentence.start, self._of_sentence(sentence, block)) for sentence in vocabulary.sentences_in(block.flat)
            ]

    def of_record(self, block: Block) -> str | None:
        """Give the directorate of the record whose field a block is."""
        return self._records.get(id(block))

    def at(self, block: Block, position: int) -> str | None:
        """Give the directorate that the sentence at *position* speaks of, or the one under the heading that the block is."""
        spoken = self._spoken[id(block)]
        place = bisect_right(spoken, position, key=lambda sentence: sentence[0])
        return spoken[max(place - 1, 0)][1] or self._headings.get(id(block))

    def _of_sentence(self, sentence: Sentence, block: Block) -> str | None:
        """Give what a sentence without a unit speaks of, and remember what it tells for the next."""
        folded = block.folded[sentence.start : sentence.end]
        if sentence.directorates:
            self._topic = next(iter(sentence.directorates)) if len(sentence.directorates) == 1 else None
            self._goes_on = self._topic is not None
            return None
        person = self._people.directorate_in(block.flat[sentence.start : sentence.end])
        if person is not None:
            self._topic, self._goes_on = person, True
            return person
        if self._patterns.anaphor.search(folded) or (self._goes_on and self._patterns.goes_on.match(folded)):
            self._goes_on = self._topic is not None
            return self._topic
        self._goes_on = False
        return None


class _People:
    """Those whom a text told to be of a directorate, by their whole name and by surnames, with their capitals."""

    def __init__(self, people: Sequence[PersonMention]) -> None:
        self._directorates: dict[str, str | None] = {}
        for person in people:
            words = words_of(person.name)
            for name in {" ".join(words), " ".join(words[1:]), *words[1:]}:
                known = self._directorates.setdefault(name, person.directorate)
                self._directorates[name] = person.directorate if known == person.directorate else None
        self._directorates.pop("", None)
        led = any(self._directorates.values())
        names = alternatives(self._directorates, between=r"\W{1,3}")
        self._pattern = re.compile(rf"(?<!\w){names}(?!\w)") if led else _NOBODY

    def directorate_in(self, sentence: str) -> str | None:
        """Give the directorate of the only people that a *sentence* names, if it is one."""
        found = (match for match in self._pattern.finditer(fold(sentence)) if sentence[match.start()].isupper())
        named = {self._directorates[" ".join(words_of(match[0]))] for match in found}
        return next(iter(named)) if len(named) == 1 else None


def _of_records(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, str]:
    """Give the directorate that a field of the same record of a form names, by the identity of the block."""
    spoken: dict[int, str] = {}
    for record in _records(blocks):
        ids = {id_ for block in record for id_, _unit in vocabulary.directorates_in(block.flat)}
        if len(record) > 1 and len(ids) == 1:
            spoken |= dict.fromkeys(map(id, record), ids.pop())
    return spoken


def _records(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    record: list[Block] = []
    first = ""
    for block in blocks:
        field = _FIELD.match(block.flat) if block.kind == "paragraph" and block.item is None else None
        label = fold(field["label"]) if field else ""
        if record and (not label or label == first):
            yield record
            record = []
        if label:
            first = first if record else label
            record.append(block)
    if record:
        yield record


def _under_headings(blocks: Sequence[Block], vocabulary: Vocabulary) -> dict[int, str]:
    """Give the only directorate that the first paragraph below names, by the identity of the heading.

    Below a heading that no other is like, as the title is, datelines and the like are passed over.
    """
    levels = Counter(block.level for block in blocks if block.kind == "heading")
    spoken: dict[int, str] = {}
    for place, heading in enumerate(blocks):
        if heading.kind in _HEADS:
            several = levels[heading.level] > 1
            near = takewhile(lambda block: block.kind not in _HEADS, blocks[place + 1 : place + 1 + _BELOW])
            paragraphs = (block for block in near if block.kind == "paragraph")
            first = next((block for block in paragraphs if several or len(block.flat) > _SHORT), None)
            sentences = vocabulary.sentences_in(first.flat) if first else ()
            ids = {id_ for sentence in sentences for id_ in sentence.directorates}
            if len(ids) == 1:
                spoken[id(heading)] = ids.pop()
    return spoken


class _SpokenPatterns:
    """What refers to a unit that was named before, in a folded sentence."""

    def __init__(self, profile: Profile) -> None:
        lexicon = profile.lexicon
        grammar, units, tenures = lexicon.grammar, lexicon.units, lexicon.tenures
        pointing = Words(word for word in units.this if word not in grammar.articles).pattern
        any_noun, own_noun = units.nouns.pattern, profile.institution.units.nouns.pattern
        article, dated = grammar.articles.pattern, tenures.adjectives.pattern
        offices = lexicon.people.offices.pattern
        no_name = rf"(?!\w|\s+{grammar.genitive.pattern}\s|\s+{units.general.pattern}(?!\w))"
        same = rf"(?:\s+{tenures.same.pattern})?"
        self.anaphor = re.compile(
            rf"(?<!\w)(?:{pointing}{same}\s+{any_noun}|{article}{same}\s+{own_noun}"
            rf"|{article}\s+{dated}\s+{offices}|{article}\s+{offices}\s+{dated}){no_name}"
        )
        within = Words(word for word in grammar.prepositions if word not in grammar.genitive).pattern
        connective = rf"(?:(?:{lexicon.lists.connectives.pattern}|{lexicon.people.adverbs.pattern}),?\s+)*"
        telling, whose = lexicon.verbs.telling.pattern, tenures.whose.pattern
        self.goes_on = re.compile(
            rf"\W*{connective}(?:{telling}(?!\w)|(?:\w+\s+)?{within}\s+{whose}\s)"
            rf"|{article}\s+{lexicon.initiative_nouns.pattern}\s(?!{grammar.genitive.pattern}\s)"
            rf"|[{OPENING}].*[{CLOSING}],?\s+{telling}\W*$"
        )


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _SpokenPatterns:
    return _SpokenPatterns(profile)
