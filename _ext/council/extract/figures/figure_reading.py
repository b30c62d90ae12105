"""The figures of a release: what its paragraphs and items say in numbers, and of what.

Precision before recall: a number counts where the noun that it counts, or the measure that it tells, stands by it.
What a paragraph tells of another time (``el año pasado``), a title in quotation marks, a name and a table is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import dropwhile

from council.extract.blocks import Block
from council.extract.figures.measures import Measured, measures
from council.extract.figures.noun_phrases import noun_phrases
from council.extract.figures.periods import period_of
from council.extract.figures.places import places
from council.extract.figures.quantities import Quantity, quantities
from council.extract.figures.reports import Report, report_of
from council.extract.sections import Context
from council.extract.vocabulary import Vocabulary
from council.language.folding import content_words, fold
from council.language.quotation_marks import quoted
from council.language.quotations import quotation_of
from council.language.sentences import sentence_at, sentence_spans
from council.language.word_lists import Words
from council.model.figures import FigureMention
from council.model.releases import ProjectMention

COUNTED, SIZE = "counted", "size-of"
"""The rules by which a number counts a thing, or is the size of one."""
_QUOTED = re.compile(quoted(longest=80))
_NEAR = 40
"""So many characters before a number tell whether it is how much something changed."""
_LABEL = re.compile(r"\W*\w+(?:\W\s?\w+){0,4}:\s+")
"""What a number stands behind in a list of numbers: it tells what is counted, with the noun behind."""
_CLAUSE = re.compile(r"[;:.]\s")


def read_figures(
    blocks: Sequence[Block], contexts: Sequence[Context], projects: Sequence[ProjectMention], vocabulary: Vocabulary
) -> tuple[FigureMention, ...]:
    """Give the figures of a release in order, each once, with what *projects* and sections they are said of."""
    figures: dict[tuple[Decimal, str, str], FigureMention] = {}
    reader, owners = _Reader(vocabulary, report_of(blocks, vocabulary.profile)), _Owners(blocks, projects)
    for block, context in zip(blocks, contexts, strict=True):
        if block.kind != "paragraph":
            continue
        for figure in reader.figures_in(block, owners.project_of(block), context.directorate):
            figures.setdefault((figure.value, figure.unit, fold(figure.subject)), figure)
    return tuple(figures.values())


@lru_cache(maxsize=16)
def _quoted_spans(text: str) -> list[tuple[int, int]]:
    """Give what stands in quotation marks; a block is asked for each of its numbers."""
    return [match.span() for match in _QUOTED.finditer(text)]


@lru_cache(maxsize=16)
def _clause_ends(text: str) -> list[int]:
    return [match.end() for match in _CLAUSE.finditer(text)]


class _Owners:
    """The projects that the blocks of a release name, by line, and the blocks that open its items."""

    def __init__(self, blocks: Sequence[Block], projects: Sequence[ProjectMention]) -> None:
        self._projects = sorted(projects, key=_line_of)
        self._openings = {block.item: block for block in reversed(blocks) if block.opens_item}

    def project_of(self, block: Block) -> ProjectMention | None:
        """Give the one project that *block* names, else the one that its item opens with."""
        named = self._named(block)
        if not named and block.item is not None and not block.opens_item:
            named = self._named(self._openings.get(block.item, block))
        return named[0] if len({mention.label for mention in named}) == 1 else None

    def _named(self, block: Block) -> Sequence[ProjectMention]:
        first = bisect_left(self._projects, block.line, key=_line_of)
        return self._projects[first : bisect_right(self._projects, max(block.last_line, block.line), key=_line_of)]


def _line_of(mention: ProjectMention) -> int:
    return mention.line


class _Reader:
    """Reads blocks of one release."""

    def __init__(self, vocabulary: Vocabulary, report: Report | None) -> None:
        self._report = report
        self._lexicon = vocabulary.profile.lexicon
        self._words = self._lexicon.figures
        self._quantities = quantities(vocabulary.profile)
        self._phrases = noun_phrases(self._lexicon)
        self._measures = measures(self._lexicon)
        self._places = places(vocabulary.profile)

    def figures_in(self, block: Block, project: ProjectMention | None, section: str | None) -> Iterator[FigureMention]:
        """Give the figures of *block* in order: what is measured, and what is counted."""
        told = [
            quantity for quantity in self._quantities.quantities_in(block.flat) if not self._is_quoted(block, quantity)
        ]
        if not told:
            return
        measured = {each.quantity.start: each for each in self._measures.measured_in(block.flat, told)}
        for quantity in told:
            clause = self._clause(block, quantity)
            found = measured.get(quantity.start) or self._counted(block, quantity, clause, labelled=project is None)
            if found is None or self._expected.search(block.folded, clause.start, quantity.start):
                continue
            is_number = found.rule != COUNTED and quantity.kind == "count"
            period, source = self._reported(found)
            yield FigureMention(
                value=quantity.value,
                kind="number" if is_number else quantity.kind,
                unit=quantity.unit,
                subject=found.subject,
                written=" ".join(block.flat[quantity.start : quantity.end].split()),
                line=block.line_at(quantity.start),
                sentence=self._sentence(block, quantity),
                rule=found.rule,
                qualifier=quantity.qualifier,
                period=period,
                place=self._place(block, found, clause),
                source=source,
                project=project.label if project else None,
                directorate=(project.directorate if project else None) or section,
            )

    def _reported(self, found: Measured) -> tuple[str, str]:
        """Give the time of a measure, and who reports it: those that the release reports, unless it tells another time."""
        report = self._report
        if report is None or found.rule in {COUNTED, SIZE}:
            return found.period, ""
        if found.period and period_of(found.period, self._lexicon) != period_of(report.period, self._lexicon):
            return found.period, ""
        return found.period or report.period, report.source

    def _place(self, block: Block, found: Measured, clause: range) -> str:
        """Give where a number holds; nothing where its subject tells a name itself."""
        if any(word[:1].isupper() for word in found.subject.split()[1:]):
            return ""
        quantity = found.quantity
        return self._places.place_of(block.flat, clause, quantity.start, quantity.end)

    def _counted(self, block: Block, quantity: Quantity, clause: range, *, labelled: bool) -> Measured | None:
        """Give what *quantity* counts, or is the size of, ``None`` where it is not certain, or is of another time.

        Behind a label at the beginning of a block, which tells what is counted with the noun, it is not, unless that
        label names a project.
        """
        if labelled and _LABEL.fullmatch(block.flat, 0, quantity.start):
            return None
        subject = self._subject(block.flat, quantity)
        if not subject or self._is_other(block, quantity, clause):
            return None
        rule = COUNTED if quantity.kind == "count" else SIZE
        return Measured(quantity, subject, self._measures.period_in(block.flat, clause.start, quantity.start), rule)

    def _subject(self, text: str, quantity: Quantity) -> str:
        """Give what *quantity* counts, or is the size of, as written; empty where it is not certain."""
        if quantity.several or quantity.yearly or quantity.value <= 1 or quantity.kind in {"rate", "money"}:
            return ""
        if quantity.kind == "count" and (
            quantity.value != quantity.value.to_integral_value() or self._is_pointed(text, quantity)
        ):
            return ""
        find = self._phrases.counted if quantity.kind == "count" else self._phrases.thing
        end = find(text, quantity.thing)
        words = text[quantity.thing : end].split() if end else []
        if end and self._reaching.match(fold(text), end):
            return ""
        if quantity.kind == "size":
            return " ".join(words[1:])
        return " ".join(dropwhile(lambda word: fold(word) in self._words.telling_nothing, words))

    def _is_pointed(self, text: str, quantity: Quantity) -> bool:
        """Whether a number in words tells of what was told before: ``los dos equipos``."""
        if not quantity.in_words:
            return False
        before = fold(text[max(0, quantity.start - 24) : quantity.start]).split()
        return bool(before) and before[-1] in self._words.pointing

    def _is_quoted(self, block: Block, quantity: Quantity) -> bool:
        """Whether *quantity* stands within a title in quotation marks."""
        spans = _quoted_spans(block.flat)
        place = bisect_left(spans, (quantity.start,))
        return place > 0 and quantity.start < spans[place - 1][1]

    def _clause(self, block: Block, quantity: Quantity) -> range:
        """Give the places of the clause that holds *quantity*."""
        start, end = sentence_at(sentence_spans(block.flat, self._lexicon.shortened), quantity.start)
        ends = _clause_ends(block.flat)
        place = bisect_right(ends, quantity.start)
        first = max(start, ends[place - 1]) if place else start
        return range(first, min(end, ends[place]) if place < len(ends) else end)

    def _is_other(self, block: Block, quantity: Quantity, clause: range) -> bool:
        """Whether the clause of *quantity* tells of another time, of what is not, of how many in each time, or how many more."""
        near = block.folded[max(clause.start, quantity.start - _NEAR) : quantity.start]
        return (
            self._earlier.search(block.folded, clause.start, clause.stop) is not None
            or self._regular.search(block.folded, clause.start, clause.stop) is not None
            or self._changing.search(block.folded, clause.start, quantity.start) is not None
            or self._negated.search(block.folded, clause.start, quantity.start) is not None
            or any(word in self._words.changes for word in content_words(near, self._lexicon.grammar.stop_words)[-3:])
        )

    @cached_property
    def _earlier(self) -> re.Pattern[str]:
        return _whole_words(self._words.earlier)

    @cached_property
    def _regular(self) -> re.Pattern[str]:
        """In which time there are so many of a thing: ``cada día``, ``every two weeks``."""
        each, times = self._words.each.pattern, self._words.times.pattern
        return re.compile(rf"(?<!\w){each}\s+(?:\w+\s+)?{times}(?!\w)")

    @cached_property
    def _changing(self) -> re.Pattern[str]:
        return _whole_words(self._words.changing)

    @cached_property
    def _reaching(self) -> re.Pattern[str]:
        """Behind a thing, the number that there are now: ``de 4 m2 de área verde`` ``a 8``."""
        return re.compile(rf"\s+{self._words.reaching.pattern}\s+\d")

    @cached_property
    def _negated(self) -> re.Pattern[str]:
        return _whole_words(self._lexicon.grammar.negations)

    @cached_property
    def _expected(self) -> re.Pattern[str]:
        return _whole_words(self._words.expected)

    def _sentence(self, block: Block, quantity: Quantity) -> str:
        start, end = sentence_at(sentence_spans(block.flat, self._lexicon.shortened), quantity.start)
        return quotation_of(block.flat, start, end)


@lru_cache(maxsize=16)
def _whole_words(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words.pattern}(?!\w)")
