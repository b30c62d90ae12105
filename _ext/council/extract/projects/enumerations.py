"""Names in a row behind a noun for initiatives: ``los proyectos A, B y C``, ``programs such as A, B and C``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.adjectives import adjective_pattern, first_capital
from council.extract.projects.namings import Span
from council.extract.projects.ownership import owner_pattern
from council.language.capitals import BRACKETED_ACRONYM, LONGEST_RUN, UPPER, run_pattern
from council.language.folding import fold, words_of
from council.language.quotation_marks import OPENING, quoted
from council.profile.profile import Profile

_QUOTED = re.compile(quoted(2))
_TO_COMMA = re.compile(rf"(?:[^.,;:({OPENING}\n]|\.(?=\w))+")
_COMMA = re.compile(r"\s*[,;]\s*")
_BEGINS = re.compile(rf"[{UPPER}\d]")
_MORE = re.compile(rf"\s*[,;]\s*(?:\w\s|\w{{2,3}}\s)?[{UPPER}{OPENING}]")
_CAPITAL = re.compile(rf"(?:\w{{2,3}}\s)?[{UPPER}0-9{OPENING}]")
RULE = "names-in-a-row"
_LOOKED_AT = 8
"""So many characters before a noun hold the mark that parts it from what stands before."""
MOST_WORDS = 12
"""A name in a row that has more words is a sentence."""


class Enumerations:
    """Finds names in a row, in the words of a profile.

    Behind a colon or ``tales como`` a name goes on to the next comma or conjunction, in any case; right behind the
    noun it is in capitals.  Within quotation marks and type, commas and conjunctions belong to the name.
    """

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        self._profile = profile
        adjectives = rf"(?:\s+{adjective_pattern(lexicon)})"
        others = rf"(?!{lexicon.lists.others.pattern}(?!\w))"
        clause = (
            rf"(?:\s+(?:{grammar.relatives.pattern}|{grammar.prepositions.pattern})(?:\s+{others}[^\s.:;,]+){{1,8}}?)?"
        )
        self._opened = re.compile(
            rf"(?<!\w)(?P<nouns>{lexicon.plural_nouns.pattern}{adjectives}{{0,2}})"
            rf"(?P<loose>{clause}\s*:\s+|\s*,?\s+{names.openers.pattern}\s*:?\s+)?(?P<space>\s+)?(?=[{OPENING}]|\w)"
        )
        articles = grammar.articles.pattern
        self._inside = grammar.in_names + grammar.in_titles
        self._and = re.compile(rf"\s+{grammar.copulative.pattern}\s+(?=(?:{articles}\s+)?\S)")
        self._article = re.compile(rf"(?:{grammar.copulative.pattern}\s+)?(?P<article>{articles}\s+)?")
        self._owner = owner_pattern(profile)
        self._foreign = re.compile(rf"(?<!\w){names.foreign.pattern}(?!\w)")
        self._stops = re.compile(
            rf"\s+(?:{grammar.relatives.pattern}|{lexicon.verbs.explaining.pattern}|{lexicon.verbs.telling.pattern}"
            rf"|{names.cooperation.pattern})(?!\w)"
        )

    def names_in(self, block: Block, behind: int) -> Iterator[Span]:
        """Give the names of each row of two or more in *block*, *behind* the head of an item."""
        text = block.flat
        folded = fold(text)
        closed = dict((*block.strong, *block.emphasis))
        end = 0
        for match in self._opened.finditer(folded, behind):
            if match.start() < end:
                continue
            loose = match["loose"] is not None
            before = text[max(0, match.start() - _LOOKED_AT) : match.start()].rstrip()
            within_name = text[match.start()].isupper() and before[-1:] not in tuple(".:;–—-")
            if within_name or not (loose or match["space"]) or self._foreign.search(match["nouns"]):
                continue
            start = first_capital(text, match.start(), match.end("nouns"))
            inside = start < match.end("nouns")
            spans = list(self._row(closed, text, folded, start if inside else match.end(), loose and not inside))
            if len(spans) > 1:
                end = spans[-1].end
                yield from (replace(span, row_end=end) for span in spans)

    def _row(self, closed: Mapping[int, int], text: str, folded: str, position: int, loose: bool) -> Iterator[Span]:
        """Give the names from *position* on, up to what is none."""
        following: re.Match[str] | None
        while True:
            position = self._behind_article(text, folded, position)
            span = self._closed(closed, text, position) or self._open(text, folded, position, loose)
            if span is None or not self._is_name(span.label):
                return
            yield span
            following = _COMMA.match(text, span.end) or self._and.match(folded, span.end)
            if following is None:
                return
            position = following.end()

    def _behind_article(self, text: str, folded: str, position: int) -> int:
        """``A y la B``; one in capitals is part of the name: ``A y La Calle Cuenta``."""
        article = self._article.match(folded, position)
        if article is None or article.end() == position:
            return position
        named = article["article"] is not None and text[article.start("article")].isupper()
        return article.start("article") if named else article.end()

    def _closed(self, closed: Mapping[int, int], text: str, position: int) -> Span | None:
        """Give the name at *position* that quotation marks or type close."""
        if title := _QUOTED.match(text, position):
            return Span(title.start("quoted"), title.end(), title["quoted"].rstrip(" ,."), RULE, closed=True)
        label = text[position : closed.get(position, position)].strip(" ,.;:")
        return Span(position, position + len(label), label, RULE, closed=True) if label else None

    def _open(self, text: str, folded: str, position: int, loose: bool) -> Span | None:
        """Give the name at *position* that begins with a capital, up to a comma, a clause, or the last conjunction."""
        if not _BEGINS.match(text, position):
            return None
        inside = self._inside
        stretch = (_TO_COMMA if loose else run_pattern(inside)).match(text, position, position + LONGEST_RUN)
        if stretch is None:
            return None
        stop = self._stops.search(folded, position, stretch.end())
        end = stop.start() if stop else stretch.end()
        if not _MORE.match(text, end):
            joints = [joint for joint in self._and.finditer(folded, position, end) if _CAPITAL.match(text, joint.end())]
            end = joints[-1].start() if joints else end
        owner = self._owner.search(folded, position, end)
        label = text[position : owner.start() if owner else end].rstrip()
        acronym = BRACKETED_ACRONYM.match(text, position + len(label))
        label += acronym[0] if acronym else ""
        return Span(position, position + len(label), label, RULE)

    def _is_name(self, label: str) -> bool:
        words = words_of(label)
        nothing = set(words) <= self._profile.place_words or self._profile.given_names.begin(label)
        return 1 <= len(words) <= MOST_WORDS and not nothing


@lru_cache(maxsize=8)
def enumerations(profile: Profile) -> Enumerations:
    """Give the patterns of a profile, made once."""
    return Enumerations(profile)
