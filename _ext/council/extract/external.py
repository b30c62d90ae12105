"""Units of the municipality or of others that a release names.

====================  ====================================================================================
``noun-before``       ``la Dirección de Obras Públicas``
``noun-behind``       ``the Public Works Department``
``noun-left-out``     ``la Dirección de Obras y la de Cultura``
``units-in-a-row``    ``las Direcciones de Obras, Turismo y Cultura``, ``the Parks and Finance Departments``
``acronym``           ``DGOP``
====================  ====================================================================================
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from council.authority.unit_names import LONGEST_ROW, joints_of
from council.extract.blocks import Block
from council.extract.vocabulary import Vocabulary
from council.language.capitals import LONGEST_RUN, UPPER, capitalised_run
from council.language.folding import fold, words_of
from council.language.word_lists import Words, alternatives
from council.model.releases import ExternalMention
from council.profile.profile import Profile

_NAME = rf"[{UPPER}][\w’'-]*(?:\s(?:&\s)?[{UPPER}][\w’'-]*){{0,3}}"
_LAST_WORD = re.compile(r"([\w’'-]+) $")
_LONGEST_WORD = 40
_CAPITALS_BEFORE = re.compile(rf"(?:[{UPPER}][\w’'-]*(?:\s(?:[\w&]{{1,3}}\s)?(?=[{UPPER}]))?){{1,6}}$")


def read_external(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[ExternalMention, ...]:
    """Give the other directorates, each once in its fullest form, as written.

    The institution's own town at the end is no part of the name; another town's is.
    """
    mentions: dict[str, ExternalMention] = {}
    patterns = _patterns(vocabulary.profile)
    for block in blocks:
        own = {ending for _id, unit in vocabulary.directorates_in(block.flat) for ending in _endings(unit.core)}
        for written, position, rule in patterns.names_in(block.flat):
            name = " ".join(written.split())
            if patterns.telling(name) not in own and not vocabulary.directorates_in(name) and not patterns.is_own(name):
                mentions.setdefault(name, ExternalMention(name, block.line_at(position), rule))
    longer: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    kept: set[str] = set()
    for name in sorted(mentions, key=lambda name: -len(name)):
        words = patterns.telling(name)
        if all(patterns.is_elsewhere(name, other) for other in longer[words]):
            kept.add(name)
            for end in range(len(words) + 1):
                longer[words[:end]].append(name)
    return tuple(mention for name, mention in mentions.items() if name in kept)


def _endings(core: str) -> Iterator[tuple[str, ...]]:
    """Give the ends of an own unit's name, by which another's may be told: ``Neighborhoods`` of ``Housing and Neighborhoods``."""
    words = tuple(words_of(core))
    return (words[start:] for start in range(1, len(words)))


class _ExternalPatterns:
    """Finds units of others by the nouns that the institution has for them."""

    def __init__(self, profile: Profile) -> None:
        lexicon, institution = profile.lexicon, profile.institution
        units, grammar = lexicon.units, lexicon.grammar
        nouns = institution.units.others or units.nouns
        joint = rf"{grammar.genitive.pattern}\s+(?:{grammar.articles.pattern}\s+)?"
        widely = rf"(?:{units.general.pattern}|{lexicon.names.localities.pattern})"
        general = rf"(?:(?:{grammar.genitive.pattern}\s+)?{widely}\s+)?"
        self._title_case, self._articles = grammar.title_case, grammar.articles
        self._inside, self._given_names = grammar.in_names, profile.given_names
        self._singular = {fold(several): noun for several, noun in units.singular.items()}
        self._before = re.compile(rf"(?<!\w)(?P<noun>{nouns.pattern})\s+{general}(?P<joint>{joint})")
        self._behind = re.compile(rf"\s(?P<noun>{nouns.pattern})(?!\w)") if grammar.heads_last else None
        self._inner = re.compile(rf"(?<!\w){nouns.pattern}\s+{grammar.copulative.pattern}\s+")
        self._of_a_town = re.compile(rf"\s+{joint}{alternatives(map(fold, institution.places.towns))}(?!\w)")
        self._small = [*units.nouns, *units.general, *nouns, *grammar.function_words]
        towns = alternatives(fold(town) for town in institution.places.towns[:1])
        governments = rf"(?:{lexicon.names.governments.pattern}|{lexicon.names.localities.pattern})"
        self._home = re.compile(rf"\s+{joint}(?:(?:\w\.\s)?{governments}\s+{joint})?{towns}$")
        copulative, small = grammar.copulative.pattern, joints_of(lexicon)
        self._next = re.compile(
            rf"\s+{copulative}\s+(?={small})(?:{grammar.prepositions.pattern}\s+)?{grammar.articles.pattern}\s"
        )
        self._left_out = re.compile(rf"\s*,?\s+{copulative}\s+{grammar.articles.pattern}\s+(?P<joint>{joint})")
        self._joined = re.compile(rf"\s(?:{copulative})\s+")
        self._comma = re.compile(rf",\s+(?:(?:{copulative})\s+)?(?:{joint})?")
        self._joint = re.compile(joint)
        self._row_joint = re.compile(rf",\s(?:{copulative}\s)?|\s{copulative}\s")
        self._row_before = re.compile(rf"(?<!\w)(?:{_NAME},\s)*{_NAME},?\s{copulative}\s{_NAME}$")
        self._of_place = re.compile(rf"\s+{grammar.genitive.pattern}\s")
        self._own = re.compile(
            rf"(?<!\w){alternatives([*profile.own_names, *_first_words(profile), *profile.foreign_bodies])}(?!\w)"
        )
        self._acronym = _acronym_pattern(institution.units.others, units.general)

    def names_in(self, text: str) -> Iterator[tuple[str, int, str]]:
        """Give the names, with their nouns, where each stands, and the rule that gives it; acronyms too."""
        folded = fold(text)
        for match in self._before.finditer(folded):
            if (text[match.start()].isupper() or not self._title_case) and not self._is_named_before(
                text, match.start()
            ):
                yield from self._nouns_first(text, folded, match)
        if self._behind:
            yield from self._nouns_last(text, folded)
        for match in self._acronym.finditer(text) if self._acronym else ():
            if text[max(0, match.start() - 1) : match.start()] != "(" or not text.startswith(")", match.end()):
                yield match[0], match.start(), "acronym"

    def _nouns_first(self, text: str, folded: str, match: re.Match[str]) -> Iterator[tuple[str, int, str]]:
        run = self._run(text, match.end())
        if not run or self._given_names.begin(run):
            return
        if match["noun"] in self._singular and (row := self._row(text, match.end())):
            noun = self._one(text[match.start() : match.start("joint")])
            for name in row:
                joint = "" if self._joint.match(fold(name)) else text[match.start("joint") : match.end()]
                yield self._without_home(f"{noun}{joint}{name}"), match.start(), "units-in-a-row"
            return
        # "la Dirección de X y la Dirección de Y": the run of capitals goes on, the name does not.
        following = self._next.search(fold(run))
        end = match.end() + (following.start() if following else len(run))
        yield self._without_home(text[match.start() : end]), match.start(), "noun-before"
        left_out = self._left_out.match(folded, end)
        if left_out and (name := self._run(text, left_out.end())):
            noun = text[match.start() : match.start("joint")]
            yield self._without_home(f"{noun}{left_out['joint']}{name}"), left_out.end(), "noun-left-out"

    def _is_named_before(self, text: str, start: int) -> bool:
        """Whether the name of the noun at *start* stands before it: ``the Sewer Department of Mill Harbor``."""
        word = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
        return (
            self._behind is not None and word is not None and word[0][0].isupper() and fold(word[1]) not in self._small
        )

    def _run(self, text: str, start: int) -> str:
        return capitalised_run(text, start, len(text), self._inside) if text[start : start + 1].isupper() else ""

    def _row(self, text: str, start: int) -> list[str]:
        """Give the names from *start* that commas and, before the last, a copulative join; nothing where none does."""
        parts = [self._run(text, start)]
        end = start + len(parts[0])
        last = start + LONGEST_ROW
        while end < last and (comma := self._comma.match(fold(text), end)) and (run := self._run(text, comma.end())):
            joined = text[comma.start() : comma.end()].removeprefix(",")
            parts.append(joined.lstrip() + run)
            end = comma.end() + len(run)
        for place in range(len(parts) - 1, -1, -1):
            joins = list(self._joined.finditer(fold(f" {parts[place]}")))
            if joins:
                last_two = parts[place][: max(0, joins[-1].start() - 1)], parts[place][joins[-1].end() - 1 :]
                return [part for part in (*parts[:place], *last_two) if part]
        return []

    def _one(self, noun: str) -> str:
        """Give a noun for several, with what qualifies it, as that for one."""
        words = [(word, self._singular.get(fold(word), word)) for word in noun.split()]
        return " ".join(one.capitalize() if word[0].isupper() else one for word, one in words) + " "

    def _without_home(self, name: str) -> str:
        home = self._home.search(fold(name))
        return (name[: home.start()] if home else name).strip()

    def _nouns_last(self, text: str, folded: str) -> Iterator[tuple[str, int, str]]:
        """``Parks Department``: a run of capitals that ends with the noun, itself in capitals."""
        assert self._behind is not None
        for match in self._behind.finditer(folded):
            if not text[match.start("noun")].isupper():
                continue
            before = max(0, match.start() - LONGEST_RUN), match.start()
            if match["noun"] in self._singular and (row := self._row_before.search(text, *before)):
                noun = self._one(match["noun"].capitalize()).strip()
                for name in self._row_joint.split(row[0]):
                    yield f"{self._without_article(name)} {noun}", row.start(), "units-in-a-row"
            elif run := _CAPITALS_BEFORE.search(text, *before):
                inner = [noun.end() for noun in self._inner.finditer(folded, run.start(), match.start())]
                start = max([run.start(), *inner])
                town = self._of_a_town.match(folded, match.end())
                name = self._without_article(text[start : town.end() if town else match.end()])
                yield self._without_home(name), start, "noun-behind"

    def _without_article(self, name: str) -> str:
        first, _space, rest = name.partition(" ")
        return rest if rest and fold(first) in self._articles else name

    def telling(self, name: str) -> tuple[str, ...]:
        """Give the words that tell a unit from another."""
        return tuple(word for word in words_of(name) if word not in self._small)

    def is_elsewhere(self, name: str, longer: str) -> bool:
        """Whether *longer* is the unit of that name of another town: ``Gerencia de Aguas de Villa Roquedal``."""
        return longer.startswith(name) and self._of_place.match(fold(longer[len(name) :])) is not None

    def is_own(self, name: str) -> bool:
        """Whether a name says that the unit is the institution's own."""
        return self._own.search(fold(name)) is not None


def _first_words(profile: Profile) -> list[str]:
    """``Instituto`` stands for ``Instituto Municipal de Planeación``."""
    return words_of(profile.institution.name)[:1]


def _acronym_pattern(nouns: Words, general: Words) -> re.Pattern[str] | None:
    """``DGMA``: the initials of a noun for a unit and of *general*, and two to four letters more."""
    initials = {f"{noun[0]}{word[0]}".upper() for noun in nouns for word in general}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(initials))})[{UPPER}]{{2,4}}(?!\w)") if initials else None


@lru_cache(maxsize=8)
def _patterns(profile: Profile) -> _ExternalPatterns:
    return _ExternalPatterns(profile)
