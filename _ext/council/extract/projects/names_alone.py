"""Names in running text that no noun opens, by what stands before or behind them.

``la segunda edición de Barrio Abierto``, ``lanzamos Radio Banqueta``; ``Pasos Contados, el levantamiento que …``,
``Safe Steps, a program of the Commission``, ``its Ride Ready workshop``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from council.extract.blocks import Block
from council.extract.projects.adjectives import adjective_pattern
from council.extract.projects.namings import Span
from council.extract.projects.titles import IN_TYPE, title_patterns
from council.language.capitals import UPPER, run_pattern
from council.language.word_lists import alternatives
from council.profile.profile import Profile

IN_APPOSITION = "name-in-apposition"
_LOOKED_AT = 60
"""So many characters before a name are looked through for what happens to it."""
_LONGEST = 80
_AROUND = " ,.:;“”«»"


class NamesAlone:
    """Finds names without a noun, in the words of a profile."""

    def __init__(self, profile: Profile) -> None:
        lexicon, grammar, names = profile.lexicon, profile.lexicon.grammar, profile.lexicon.names
        self._titles = title_patterns(profile)
        self._first = frozenset(lexicon.listed_nouns)
        article = rf"(?:(?:{grammar.articles.pattern}|{names.possessives.pattern})\s+)?"
        self._joined = re.compile(rf"\s{grammar.copulative.pattern}\s+{article}")
        nouns = alternatives([*lexicon.categories, *names.undertakings])
        plain = rf"(?!{grammar.function_words.pattern}\s)[\w’']+\s+"
        words = rf"(?:{plain}){{0,3}}" if grammar.heads_last else rf"(?:{adjective_pattern(lexicon)}\s+)?"
        self._explained = re.compile(rf",\s+{article}{words}{nouns}(?!\w)")
        self._noun_behind = re.compile(rf"\s+{lexicon.announcing_nouns.pattern}(?!\w)") if grammar.heads_last else None
        self._led = re.compile(rf"(?<!\w){alternatives([*grammar.articles, *names.possessives])}\s+$")
        self._happens = re.compile(
            rf"(?<!\w)(?:{names.courses.pattern}\s+{grammar.genitive.pattern}\s+{article}|{names.launching.pattern}\s+{article})$"
        )
        self._beside = re.compile(rf"(?:[{UPPER}]\w+,|\))\s+$")
        """``Universidad del Norte, Campus Laguna``: what stands beside a name is none of its own."""
        self._run = run_pattern(grammar.in_names + grammar.in_titles)

    def names_in(self, block: Block) -> Iterator[Span]:
        """Give the names in *block*: one in type that is explained is told by that, others where the text claims them."""
        if block.kind != "paragraph":
            return
        for start, end in block.strong:
            if self._is_explained(block, end) and (span := self._named(block, start, end, IN_APPOSITION)):
                yield span
        for run in self._run.finditer(block.flat):
            told = self._is_explained(block, run.end()) or self._happens_at(block, run.start())
            start = run.start()
            if not told and self._noun_behind:
                joints = [joint.end() for joint in self._joined.finditer(block.folded, start, run.end())]
                start = joints[-1] if joints else start
                told = self._stands_before_noun(block, start, run.end())
            if told and (span := self._named(block, start, run.end(), IN_TYPE)):
                yield span

    def _is_explained(self, block: Block, end: int) -> bool:
        return self._explained.match(block.folded, end) is not None

    def _stands_before_noun(self, block: Block, start: int, end: int) -> bool:
        """``its Ride Ready workshop``: in a language whose nouns stand last, a noun in small letters follows."""
        noun = self._noun_behind.match(block.folded, end) if self._noun_behind else None
        if noun is None or not block.flat[noun.end() - 1].islower() or block.flat[noun.start() + 1].isupper():
            return False
        return self._led.search(block.folded, max(0, start - _LOOKED_AT), start) is not None

    def _happens_at(self, block: Block, start: int) -> bool:
        return self._happens.search(block.folded, max(0, start - _LOOKED_AT), start) is not None

    def _named(self, block: Block, start: int, end: int, rule: str) -> Span | None:
        """Give the name from *start* to *end*, where it may be one and stands beside no other."""
        written = block.flat[start:end]
        label = written.strip(_AROUND)
        beside = self._beside.search(block.flat, max(0, start - _LOOKED_AT), start)
        if beside or len(label) > _LONGEST or not self._titles.is_title(label, may_be_place=True):
            return None
        start += written.index(label)
        return Span(start, start + len(label), label, rule, closed=rule == IN_APPOSITION)


@lru_cache(maxsize=8)
def names_alone(profile: Profile) -> NamesAlone:
    """Give the patterns of a profile, made once."""
    return NamesAlone(profile)
