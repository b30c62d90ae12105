"""What a mention quotes where the place that names the initiative tells nothing of it, and the heading it stands under.

A headline and a bare name tell nothing.  The next sentence that does is quoted in their stead: one that stands in the
same item or under the same heading; one that has the name as well; what follows a headline; for an item of a list the
sentence that introduces the list, and the item.  Where there is none, the quotation stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from council.dialect.dateline import opening_dateline
from council.extract.blocks import Block
from council.extract.sections import Context
from council.extract.unit_work import tells_deed
from council.extract.vocabulary import Sentence, Vocabulary
from council.language.folding import words_of
from council.language.quotations import quotation_of
from council.model.releases import ProjectMention
from council.profile.profile import Profile

_ENOUGH_WORDS = 4
"""A text tells something that has so many words beside the name, those of grammar aside, or a verb of work and one."""
_LOOKED_AT = 8
"""So many blocks behind a name are looked at for what is told of it."""
_LONGEST_NAME = 16
"""In words; a longer name is not looked for elsewhere."""
_BEHIND_DATELINE = " .-–—"
_OMITTED = " … "
"""Stands for what lies between an introduction and the item that is quoted with it."""
_WORD = re.compile(r"\w+")
_Name = tuple[str, ...]


def with_telling_quotations(
    mentions: Iterable[ProjectMention], blocks: Sequence[Block], contexts: Sequence[Context], vocabulary: Vocabulary
) -> tuple[ProjectMention, ...]:
    """Give *mentions* with the heading that each stands under, and a quotation that tells something, if there is one."""
    places = _Places(blocks, contexts, vocabulary.profile.lexicon.dialect.parts)
    read = [replace(mention, section=places.section(mention)) for mention in mentions]
    bare = {_name(mention) for mention in read if not _tells_by_itself(mention, places, vocabulary.profile)}
    if not bare:
        return tuple(read)
    quotations = _Quotations(places, _naming(bare, blocks), vocabulary)
    return tuple(quotations.mended(mention) if _name(mention) in bare else mention for mention in read)


def _name(mention: ProjectMention) -> _Name:
    return tuple(words_of(mention.label))


def _tells_by_itself(mention: ProjectMention, places: _Places, profile: Profile) -> bool:
    return not places.is_headline(mention) and _tells(mention.quotation, _name(mention), profile)


def _tells(text: str, name: _Name, profile: Profile) -> bool:
    """Whether *text* says more than *name*."""
    function_words = profile.lexicon.grammar.function_words
    beside = sum(word not in function_words for word in (Counter(words_of(text)) - Counter(name)).elements())
    return beside >= _ENOUGH_WORDS or (beside > 0 and tells_deed(text, profile))


class _Places:
    """Where mentions stand in a release: by their lines, in which block and under which heading.

    *parts* are the words of headings that say but what a release is: ``boletín de prensa``.
    """

    def __init__(self, blocks: Sequence[Block], contexts: Sequence[Context], parts: Container[str]) -> None:
        self.blocks, self.contexts = blocks, contexts
        self._by_line: dict[int, int] = {}
        self._sections: list[str] = []
        section = ""
        for place, (block, context) in enumerate(zip(blocks, contexts, strict=True)):
            self._sections.append(section)
            if block.kind == "heading" or context.heads:
                told = block.kind == "heading" and not context.heads and " ".join(words_of(block.flat)) not in parts
                section = quotation_of(block.flat.rstrip(" :")) if told else ""
            for line in range(block.line, max(block.last_line, block.line) + 1):
                self._by_line.setdefault(line, place)

    def of(self, mention: ProjectMention) -> int | None:
        """Give the place of the block that names the initiative; a table tells by its rows, and has none."""
        place = self._by_line.get(mention.line)
        return None if place is None or self.blocks[place].kind == "cell" else place

    def is_headline(self, mention: ProjectMention) -> bool:
        """Whether the mention stands in a title, or in a heading that no list is made of."""
        place = self.of(mention)
        return place is not None and mention.form == "prose" and self.blocks[place].kind in {"title", "heading"}

    def section(self, mention: ProjectMention) -> str:
        """Give the heading above the mention, if it is none of a unit."""
        place = self._by_line.get(mention.line)
        return self._sections[place] if place is not None else ""


@dataclass(frozen=True, slots=True)
class _Naming:
    """A block, by its place, that has a name at *start* of its text."""

    place: int
    start: int


def _naming(names: Iterable[_Name], blocks: Sequence[Block]) -> Mapping[_Name, Sequence[_Naming]]:
    """Give the places in running text that have each of *names*; read once, however many there are."""
    wanted = {name for name in names if 0 < len(name) <= _LONGEST_NAME}
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in wanted:
        lengths[name[0]].add(len(name))
    found: dict[_Name, list[_Naming]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if block.kind in {"title", "heading"}:
            continue
        words = list(_WORD.finditer(block.folded))
        texts = [word[0] for word in words]
        for at, word in enumerate(words):
            for length in lengths.get(word[0], ()):
                if (run := tuple(texts[at : at + length])) in wanted:
                    found[run].append(_Naming(place, word.start()))
    return found


class _Quotations:
    """Quotations that tell something, for mentions whose own do not."""

    def __init__(self, places: _Places, naming: Mapping[_Name, Sequence[_Naming]], vocabulary: Vocabulary) -> None:
        self._places, self._naming, self._vocabulary = places, naming, vocabulary
        self._telling: dict[_Name, list[tuple[int, str]]] = {}
        self._told_below: dict[int, str] = {}
        self._introductions: dict[int, str] = {}

    def mended(self, mention: ProjectMention) -> ProjectMention:
        """Give *mention* with a quotation that tells something, where the release has one."""
        if _tells_by_itself(mention, self._places, self._vocabulary.profile):
            return mention
        place = self._places.of(mention)
        quotation = next(filter(None, self._told(mention, place)), "")
        return replace(mention, quotation=quotation) if quotation else mention

    def _told(self, mention: ProjectMention, place: int | None) -> Iterator[str]:
        headline = self._places.is_headline(mention)
        if place is not None and not headline:
            yield self._within(place)
        yield self._elsewhere(mention, place)
        if place is not None and headline:
            yield self._below(place)
        if place is not None and mention.form == "item":
            yield self._with_introduction(mention, place)

    def _within(self, place: int) -> str:
        """Give what is told of an item in it, or under a numbered heading."""
        block = self._places.blocks[place]
        if block.kind == "heading":
            return self._below(place)
        nested = map(quotation_of, (block.flat for block in self._nested(place)))
        return next((quotation for quotation in nested if _tells(quotation, (), self._vocabulary.profile)), "")

    def _nested(self, place: int) -> Iterator[Block]:
        """Give the blocks that follow in the same item, if it is one; those of items in it as well."""
        opening = self._places.blocks[place]
        for block in self._places.blocks[place + 1 : place + 1 + _LOOKED_AT]:
            if opening.item is None or (block.depth <= opening.depth and block.item != opening.item):
                return
            yield block

    def _below(self, place: int) -> str:
        """Give what the paragraphs up to the next heading tell; asked once for all names in a heading."""
        if place not in self._told_below:
            following = self._places.blocks[place + 1 : place + 1 + _LOOKED_AT]
            below = takewhile(lambda block: block.kind not in {"heading", "title"}, following)
            paragraphs = (block for block in below if block.kind == "paragraph" and block.item is None)
            self._told_below[place] = self._first_telling(paragraphs)
        return self._told_below[place]

    def _first_telling(self, blocks: Iterable[Block]) -> str:
        """Give the first sentence of *blocks* that tells something."""
        for block in blocks:
            for sentence in self._vocabulary.sentences_in(block.flat):
                quotation = self._sentence(block, sentence)
                if _tells(quotation, (), self._vocabulary.profile):
                    return quotation
        return ""

    def _elsewhere(self, mention: ProjectMention, place: int | None) -> str:
        """Give a sentence that has the name and tells more: the first behind the mention, else the first."""
        name = _name(mention)
        if name not in self._telling:
            self._telling[name] = list(self._sentences_with(name))
        telling = self._telling[name]
        behind = bisect_right(telling, place, key=lambda told: told[0]) if place is not None else 0
        return next((quotation for _place, quotation in (*telling[behind : behind + 1], *telling[:1])), "")

    def _sentences_with(self, name: _Name) -> Iterator[tuple[int, str]]:
        for naming in self._naming.get(name, ()):
            block = self._places.blocks[naming.place]
            quotation = self._sentence(block, self._vocabulary.sentences_in(block.flat).at(naming.start))
            if _tells(quotation, name, self._vocabulary.profile):
                yield naming.place, quotation

    def _with_introduction(self, mention: ProjectMention, place: int) -> str:
        """Give the sentence that introduces the list of an item, and the item."""
        introduction = self._places.contexts[place].introduction
        if introduction is None or introduction.kind != "paragraph":
            return ""
        if id(introduction) not in self._introductions:
            last = self._vocabulary.sentences_in(introduction.flat).at(len(introduction.flat))
            quotation = self._sentence(introduction, last)
            tells = _tells(quotation, (), self._vocabulary.profile)
            self._introductions[id(introduction)] = quotation if tells else ""
        quotation = self._introductions[id(introduction)]
        return quotation_of(f"{quotation}{_OMITTED}{mention.quotation}") if quotation else ""

    def _sentence(self, block: Block, sentence: Sentence) -> str:
        """Give *sentence* without the dateline that it may begin with."""
        quotation = quotation_of(block.flat, sentence.start, sentence.end)
        dates = self._vocabulary.profile.lexicon.dialect.dates
        dateline = opening_dateline(quotation, dates) if sentence.start == 0 else None
        return quotation.removeprefix(dateline.text).lstrip(_BEHIND_DATELINE) if dateline else quotation
