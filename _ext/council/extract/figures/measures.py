"""What is measured, and the number that tells it: ``La tasa de desempleo se ubicó en 4.2%``, ``rents rose to $900``.

A measure is a noun of the profile with what tells it from others.  Behind it stands a verb that states a number, a
colon, a bracket, or the genitive (``una inversión de 12 millones de pesos``); of a number that changed (``pasó de 5% a
4%``) it is the one now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from council.extract.figures.noun_phrases import noun_phrases
from council.extract.figures.quantities import Quantity
from council.language.folding import content_words, fold
from council.language.word_lists import alternatives
from council.model.figures import FigureKind
from council.profile.lexicon import Lexicon

_OF_KIND: Mapping[FigureKind, str] = {"rate": "rate", "money": "money", "size": "size", "count": "number"}
_TO_MARK = re.compile(r"[^.;:,()\d]*?(?=\s*[:(])\s*(?P<mark>[:(])\s*")
_LONGEST = 140
"""In characters, from a measure to its number."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and its *quantity*: its *subject* as written, and the *period* that the number is of."""

    quantity: Quantity
    subject: str
    period: str
    rule: str


class MeasureGrammar:
    """How a language says what is measured."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = lexicon.figures
        self._grammar = lexicon.grammar
        self._phrases = noun_phrases(lexicon)

    def measured_in(self, text: str, quantities: Sequence[Quantity]) -> Iterator[Measured]:
        """Give the measures of *text* that one of its *quantities* tells."""
        folded = fold(text)
        starts = {quantity.start: quantity for quantity in quantities}
        for match in self._measure.finditer(folded):
            if self._is_change(folded, match.start()):
                continue
            found = self._stated(text, folded, match, starts)
            if found is not None:
                yield found

    def _stated(self, text: str, folded: str, match: re.Match[str], starts: Mapping[int, Quantity]) -> Measured | None:
        """Give the measure that *match* begins with its number, if a number is stated of it."""
        end = self._phrases.of_measure(text, match.start("noun"), match.end("noun"))
        for rule, place, subject_end in self._numbers_behind(folded, match.start("noun"), end, starts):
            quantity = starts[place]
            if match["noun"] not in getattr(self._words.measures, _OF_KIND[quantity.kind]):
                continue
            start = self._start(text, match)
            subject = " ".join(text[start:subject_end].split())
            if not self._tells(subject) or self._phrases.is_divided(text, quantity.end):
                return None
            scope, period = self._scope_behind(text, folded, quantity.end)
            if rule != "measure-changed":
                period = period or self._period(text, start, end, place)
            return Measured(quantity, f"{subject}{scope}", period, rule)
        return None

    def _numbers_behind(
        self, folded: str, start: int, end: int, starts: Mapping[int, Quantity]
    ) -> Iterator[tuple[str, int, int]]:
        """Give the rule, the place of the number, and the end of the subject, of each way in which one is told."""
        stated = self._stating.match(folded, end)
        if stated and stated.end() in starts:
            yield "measure-stated", stated.end(), end
        changed = self._changing.match(folded, end)
        if changed and changed.end() in starts:
            reached = self._reaching.match(folded, starts[changed.end()].end)
            if reached and reached.end() in starts:
                yield "measure-changed", reached.end(), end
        genitive = self._genitive.match(folded, end)
        if genitive and genitive.end() in starts and not starts[genitive.end()].several:
            yield "measure-of", genitive.end(), end
        marked = _TO_MARK.match(folded, end, min(len(folded), start + _LONGEST))
        closed = marked and marked.end() in starts and folded.startswith(")", starts[marked.end()].end)
        if marked and marked.end() in starts and (closed or marked["mark"] == ":"):
            yield "measure-marked", marked.end(), marked.start("mark")

    @cached_property
    def _measure(self) -> re.Pattern[str]:
        measures = self._words.measures
        nouns = alternatives({*measures.rate, *measures.money, *measures.size, *measures.number})
        return re.compile(rf"(?<!\w)(?P<noun>{nouns})(?!\w)")

    @cached_property
    def _stating(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._adjunct},?)?\s+{self._words.stating.pattern}\s+")

    @cached_property
    def _changing(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._adjunct},?)?\s+{self._words.changing.pattern}\s+")

    @cached_property
    def _reaching(self) -> re.Pattern[str]:
        return re.compile(
            rf"[^.;:()\d$%]{{0,40}}?(?:{self._time})?[^.;:()\d$%]{{0,24}}?\s+{self._words.reaching.pattern}\s+"
        )

    @cached_property
    def _genitive(self) -> re.Pattern[str]:
        return re.compile(rf"\s+{self._grammar.genitive.pattern}\s+")

    @cached_property
    def _adjunct(self) -> str:
        """When the number is of, between a measure and its verb: ``para este trimestre``."""
        return rf"(?:\s+{self._words.in_periods.pattern})+(?:\s+{self._words.periods.pattern})?(?:\s+{self._time})?"

    @cached_property
    def _time(self) -> str:
        words, grammar = self._words, self._grammar
        ordinals = alternatives(self._lexicon.ordinal_values)
        months = alternatives(self._lexicon.dialect.dates.months)
        year = r"(?:1[89]|20)\d\d(?!\d)"
        of = rf"(?:\s+{grammar.genitive.pattern})?(?:\s+{grammar.articles.pattern})?(?:\s+{words.periods.pattern})?"
        return rf"(?:(?:{ordinals}\s+)?{words.periods.pattern}{of}\s+(?:{months}{of}\s+)?{year}|{months},?{of}\s+{year}|{year})"

    @cached_property
    def _time_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.,]){self._time}(?![\w%]|[.,]\d)")

    def _start(self, text: str, match: re.Match[str]) -> int:
        """Give where the subject begins: at the measure, before which its own words stand where a noun is last."""
        start = match.start("noun")
        if not self._grammar.heads_last:
            return start
        before = [*re.finditer(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text[max(0, start - 60) : start])]
        for word in reversed(before[-3:]):
            begins = max(0, start - 60) + word.start()
            if text[begins + len(word[0]) : start].strip() or not self._phrases.qualifies(word[0]):
                break
            start = begins
        return start

    def _tells(self, subject: str) -> bool:
        """Whether *subject* tells what is measured: it is more than the noun alone."""
        words = content_words(subject, self._grammar.stop_words)
        return len([word for word in words if word not in self._words.wholes and word not in self._words.averages]) > 1

    def _is_change(self, folded: str, start: int) -> bool:
        """Whether a number behind is how much the measure changed, or what it was at another time."""
        before = content_words(folded[max(0, start - 40) : start], self._grammar.stop_words)
        return any(word in self._words.changes or word in self._words.when for word in before[-2:])

    def _scope_behind(self, text: str, folded: str, end: int) -> tuple[str, str]:
        """Give the place that a number is of, as it goes on with the subject, and the time."""
        match = self._scope.match(folded, end)
        if match is None:
            return "", ""
        time = self._time_pattern.match(folded, match.end())
        if time:
            return "", " ".join(text[time.start() : time.end()].split())
        ends = self._phrases.name_at(text, match.end())
        ends = ends or (self._phrases.noun_at(text, match.end()) if match["level"] else 0)
        return (f" {' '.join(text[match.start('scope') : ends].split())}", "") if ends else ("", "")

    @cached_property
    def _scope(self) -> re.Pattern[str]:
        several = alternatives(form for form in self._words.scopes if " " in form)
        articles = rf"(?:{self._grammar.articles.pattern}\s+)?"
        of = self._grammar.genitive.pattern
        return re.compile(rf"\s+(?P<scope>(?P<level>{several})|{self._words.scopes.pattern}|{of})\s+{articles}")

    def period_in(self, text: str, start: int, end: int) -> str:
        """Give the one time that *text* tells between *start* and *end* as one that a number is of, else nothing."""
        told = list(self._time_pattern.finditer(fold(text), start, end))
        before = [fold(word) for word in text[start : told[0].start()].split()[-2:]] if len(told) == 1 else []
        if not before or before[-1] not in self._words.in_periods or before[0].isdigit():
            return ""
        return " ".join(text[told[0].start() : told[0].end()].split())

    def reported_in(self, text: str, start: int, end: int) -> str:
        """Give the one time that *text* tells between *start* and *end*, where it is said to be that of a report."""
        folded = fold(text)
        told = list(self._time_pattern.finditer(folded, start, end))
        if len(told) != 1 or not self._reporting.search(folded, start, told[0].start()):
            return ""
        return " ".join(text[told[0].start() : told[0].end()].split())

    @cached_property
    def _reporting(self) -> re.Pattern[str]:
        """What stands right before the time of a report; the end is that of the text searched."""
        return re.compile(rf"(?<!\w){self._words.reporting.pattern}\s+$")

    def _period(self, text: str, start: int, end: int, place: int) -> str:
        """Give the time that is told between a measure and its number, else before the measure in its sentence."""
        sentence = max(text.rfind(mark, 0, start) for mark in (". ", "; ", ": ")) + 1
        return self.period_in(text, end, place) or self.period_in(text, sentence, start)


@lru_cache(maxsize=8)
def measures(lexicon: Lexicon) -> MeasureGrammar:
    """Give the measures of a language, made once."""
    return MeasureGrammar(lexicon)
