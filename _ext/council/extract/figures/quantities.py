"""Numbers in a text with their units: in digits, by the marks of the language and country, and in words.

A number that is part of a date, an hour, a name or an address is none here, nor is one of a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from council.language.currencies import Currencies, number_marks
from council.language.folding import fold
from council.language.word_lists import Words, alternatives
from council.model.figures import PERCENT, FigureKind, Qualifier
from council.profile.profile import Profile

_LOOKED_AT = 48
"""So many characters before a number, and behind it, tell whether it is one of a thing."""
_LEAST_ESTIMATED = 10
"""Who tells of less counts: something is built *around four* courtyards."""
_THOUSAND = 1000
_YEARS = range(1800, 2101)
"""A number of four figures in a row that is as great as these is taken for a year."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from *start* to *end* of a text, words before it (``más de``) and its unit included.

    Behind *thing* stands what there are so many of: in ``2 millones de usuarios`` behind the preposition.  *kind* is
    ``count`` where it has no unit; *in_words* where it is spelled out; *several* where it is one of a range or of a
    choice; *yearly* where it may be a year.
    """

    start: int
    end: int
    thing: int
    value: Decimal
    kind: FigureKind
    unit: str
    qualifier: Qualifier
    in_words: bool
    several: bool
    yearly: bool


class QuantityGrammar:
    """How the releases of a profile write numbers."""

    def __init__(self, profile: Profile) -> None:
        self._words = profile.lexicon.figures
        self._grammar = profile.lexicon.grammar
        self._months = profile.lexicon.dialect.dates.months
        self._currencies = Currencies(profile.lexicon.language, profile.institution.country)
        self._group, self._decimal = number_marks(profile.lexicon.language, profile.institution.country)
        self._values = _by_word(self._words.numbers)
        self._scales = _by_word(self._words.scales)
        self._units = {form: sign for sign, forms in self._words.units.items() for form in forms}
        self._hedges: tuple[tuple[Qualifier, Words], ...] = (
            ("above", self._words.above),
            ("about", self._words.about),
            ("below", self._words.below),
        )

    def quantities_in(self, text: str) -> Iterator[Quantity]:
        """Give the quantities of *text*, in order; what only looks like one is left out."""
        folded = fold(text)
        for match in self._pattern.finditer(folded):
            value = self._value(match)
            before = folded[max(0, match.start() - _LOOKED_AT) : match.start()]
            behind = folded[match.end() : match.end() + _LOOKED_AT]
            if value is None or self._limit.search(before) or self._is_name(text, match, before, behind):
                continue
            kind, unit = self._unit(match, text)
            yield Quantity(
                match.start(),
                match.end(),
                self._thing(folded, match),
                value,
                kind,
                unit,
                self._qualifier(match, value),
                in_words=match["words"] is not None,
                several=bool(self._ranged_before.search(before) or self._ranged_behind.match(behind)),
                yearly=kind == "count" and not match["scale"] and _is_year(match["digits"]),
            )

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        group, decimal = re.escape(self._group), re.escape(self._decimal)
        hedge = alternatives(form for _name, forms in self._hedges for form in forms)
        digits = rf"(?P<digits>[1-9]\d{{0,2}}(?:{group}\d{{3}})+|\d+)(?:{decimal}(?P<part>\d+))?"
        unit = alternatives(self._units)
        end = rf"(?:(?=\s?{unit}(?!\w))|(?![\w:/°º]|[.,]\d|\s?[–-]\s?\d|\s\d))"
        of = rf"(?:\s+{self._grammar.genitive.pattern})?"
        return re.compile(
            rf"(?<!\w)(?:(?P<hedge>{hedge})\s+)?(?:(?P<sign>[{self._currencies.signs}])\s?|(?P<more>[+>]))?"
            rf"(?:(?<![\w.,:/#@°ºª–-])(?<!\d\s){digits}{end}"
            rf"(?:\s+(?P<scale>{alternatives(self._scales)})(?!\w))?|(?P<words>{self._spelled}))"
            rf"(?:\s?(?P<percent>{PERCENT})|\s+(?P<percent_word>{self._words.percent.pattern})(?!\w)"
            rf"|{of}\s+(?P<currency>{alternatives(self._currencies.words)})(?!\w)"
            rf"|{of}\s?(?P<unit>{unit})(?!\w))?"
        )

    @property
    def _spelled(self) -> str:
        """A number in words: those of one, with the joints between them."""
        word = alternatives([*self._values, *self._scales])
        return rf"(?<!\w){word}(?:(?:\s+{self._words.joints.pattern}\s+|\s+|-){word})*(?!\w)"

    @cached_property
    def _number(self) -> str:
        return rf"(?:[{self._currencies.signs}]?\d[\d.,]*|{alternatives([*self._values, *self._scales])}(?!\w))"

    @cached_property
    def _ranged_before(self) -> re.Pattern[str]:
        year = r"(?:1[89]|20)\d\d"
        unit = rf"(?:\s?{PERCENT}|\s+{self._words.percent.pattern})?"
        return re.compile(
            rf"(?:(?<![\w.,]){self._number}{unit}\s+{self._words.ranges.pattern}\s+(?:{self._grammar.articles.pattern}\s+)?"
            rf"|(?<![\w.,])(?!{year}\b){self._number},\s*|(?<!\w){self._words.between.pattern}\s+)$"
        )

    @cached_property
    def _ranged_behind(self) -> re.Pattern[str]:
        return re.compile(rf"\s+{self._words.ranges.pattern}\s+{self._number}")

    @cached_property
    def _part_of_name(self) -> re.Pattern[str]:
        """Before a number that tells something apart, or counts off part of a row, or divides."""
        words, grammar = self._words, self._grammar
        before = "|".join(
            forms.pattern for forms in (words.numbered, grammar.number_marks, words.positions, words.each)
        )
        return re.compile(rf"(?:(?<!\w)(?:{before})\.?|[#@]|(?<!\w){alternatives(self._months)}\.?)\s*$")

    @cached_property
    def _month_behind(self) -> re.Pattern[str]:
        return re.compile(rf"\s+(?:{self._grammar.genitive.pattern}\s+)?{alternatives(self._months)}(?!\w)")

    @cached_property
    def _limit(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){self._words.limits.pattern}\s+$")

    def _is_name(self, text: str, match: re.Match[str], before: str, behind: str) -> bool:
        """Whether the number is but part of a name, a date or a fraction."""
        if self._part_of_name.search(before) or self._month_behind.match(behind):
            return True
        if (
            match["words"]
            and text[match.start("words")].isupper()
            and not text[match.start("words") : match.end()].isupper()
        ):
            following = text[match.end() :].lstrip()[:1]
            if following.isupper() or not _opens_sentence(text, match.start()):
                return True
        if match["hedge"] or match["sign"] or self._group in (match["digits"] or ""):
            return False
        last = re.search(r"([^\W\d_][\w’'-]*)\s$", text[max(0, match.start() - _LOOKED_AT) : match.start()])
        if last is None or not last[1][0].isupper():
            return False
        begins = max(0, match.start() - _LOOKED_AT) + last.start()
        return (len(last[1]) > 1 and last[1].isupper()) or not _opens_sentence(text, begins)

    def _thing(self, folded: str, match: re.Match[str]) -> int:
        """Give where the thing that is counted begins: behind a scale that is a noun itself there is a preposition."""
        last = match[0].split()[-1]
        of = self._of.match(folded, match.end()) if self._scales.get(last, 0) > _THOUSAND else None
        return of.end() if of else match.end()

    @cached_property
    def _of(self) -> re.Pattern[str]:
        return re.compile(rf"\s+{self._grammar.genitive.pattern}(?=\s)")

    def _value(self, match: re.Match[str]) -> Decimal | None:
        if match["words"] is not None:
            value = self._spelled_value(match["words"])
            return None if value is None else Decimal(value)
        number = Decimal(match["digits"].replace(self._group, "") + (f".{match['part']}" if match["part"] else ""))
        if not match["scale"]:
            return number
        scaled = number * self._scales[match["scale"]]
        return scaled.to_integral_value() if scaled == scaled.to_integral_value() else scaled

    def _spelled_value(self, words: str) -> int | None:
        """Give the number that *words* are, ``None`` where they are several."""
        total = current = 0
        room = None
        for word in re.split(rf"\s+{self._words.joints.pattern}\s+|\s+|-", words):
            if word in self._scales:
                scale = self._scales[word]
                current = max(current, 1) * scale
                if scale >= _THOUSAND:
                    total, current = total + current, 0
                room = scale
                continue
            value = self._values[word]
            if room is not None and value >= room:
                return None
            current += value
            room = 10 ** (len(str(value)) - 1) if str(value).strip("0") != str(value) or value < 10 else 1
        return total + current

    def _unit(self, match: re.Match[str], text: str) -> tuple[FigureKind, str]:
        if match["percent"] or match["percent_word"]:
            return "rate", PERCENT
        if match["sign"] or match["currency"]:
            named = self._currencies.words.get(" ".join((match["currency"] or "").split()))
            return "money", named or self._currencies.code_of(match["sign"])
        if match["unit"]:
            return "size", self._units[" ".join(match["unit"].split())]
        return "count", ""

    def _qualifier(self, match: re.Match[str], value: Decimal) -> Qualifier:
        if match["more"]:
            return "above"
        hedge = " ".join((match["hedge"] or "").split())
        if hedge in self._words.about and value < _LEAST_ESTIMATED:
            return ""
        return next((name for name, forms in self._hedges if hedge in forms), "")


def _opens_sentence(text: str, position: int) -> bool:
    return not text[:position].strip() or text[:position].rstrip()[-1] in '.!?:;•-–—“”"«(¡¿'


def _is_year(digits: str | None) -> bool:
    return digits is not None and digits.isdigit() and len(digits) == len("2020") and int(digits) in _YEARS


def _by_word(by_value: dict[str, Words]) -> dict[str, int]:
    return {form: int(value) for value, forms in by_value.items() for form in forms}


@lru_cache(maxsize=8)
def quantities(profile: Profile) -> QuantityGrammar:
    """Give the grammar of *profile*, made once."""
    return QuantityGrammar(profile)
