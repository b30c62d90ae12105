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

from council.authority.unit_names import LONGEST_ROW
from council.extract.blocks import Block
from council.extract.external_patterns import external_patterns
from council.extract.vocabulary import Vocabulary
from council.language.capitals import LONGEST_RUN, UPPER, capitalised_run
from council.language.folding import fold, words_of
from council.model.releases import ExternalMention
from council.profile.profile import Profile

_LAST_WORD = re.compile(r"([\w’'-]+) $")
_LONGEST_WORD = 40
_CAPITALS_BEFORE = re.compile(rf"(?:[{UPPER}][\w’'-]*(?:\s(?:[\w&]{{1,3}}\s)?(?=[{UPPER}]))?){{1,6}}$")


def read_external(blocks: Sequence[Block], vocabulary: Vocabulary) -> tuple[ExternalMention, ...]:
    """Give the other directorates, each once in its fullest form, as written.

    The institution's own town at the end is no part of the name; another town's is.
    """
    mentions: dict[str, ExternalMention] = {}
    reader = _reader(vocabulary.profile)
    for block in blocks:
        own = {ending for _id, unit in vocabulary.directorates_in(block.flat) for ending in _endings(unit.core)}
        for written, position, rule in reader.names_in(block.flat):
            name = " ".join(written.split())
            if reader.telling(name) not in own and not vocabulary.directorates_in(name) and not reader.is_own(name):
                mentions.setdefault(name, ExternalMention(name, block.line_at(position), rule))
    longer: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    kept: set[str] = set()
    for name in sorted(mentions, key=lambda name: -len(name)):
        words = reader.telling(name)
        if all(reader.is_elsewhere(name, other) for other in longer[words]):
            kept.add(name)
            for end in range(len(words) + 1):
                longer[words[:end]].append(name)
    return tuple(mention for name, mention in mentions.items() if name in kept)


def _endings(core: str) -> Iterator[tuple[str, ...]]:
    """Give the ends of an own unit's name, by which another's may be told: ``Neighborhoods`` of ``Housing and Neighborhoods``."""
    words = tuple(words_of(core))
    return (words[start:] for start in range(1, len(words)))


class _ExternalReader:
    """Finds units of others by the nouns that the institution has for them."""

    def __init__(self, profile: Profile) -> None:
        self._patterns = external_patterns(profile)
        grammar, self._given_names = profile.lexicon.grammar, profile.given_names
        self._title_case, self._articles, self._inside = grammar.title_case, grammar.articles, grammar.in_names

    def names_in(self, text: str) -> Iterator[tuple[str, int, str]]:
        """Give the names, with their nouns, where each stands, and the rule that gives it; acronyms too."""
        folded = fold(text)
        for match in self._patterns.before.finditer(folded):
            if (text[match.start()].isupper() or not self._title_case) and not self._is_named_before(
                text, match.start()
            ):
                yield from self._nouns_first(text, folded, match)
        if self._patterns.behind:
            yield from self._nouns_last(text, folded)
        for match in self._patterns.acronym.finditer(text) if self._patterns.acronym else ():
            if text[max(0, match.start() - 1) : match.start()] != "(" or not text.startswith(")", match.end()):
                yield match[0], match.start(), "acronym"

    def _nouns_first(self, text: str, folded: str, match: re.Match[str]) -> Iterator[tuple[str, int, str]]:
        run = self._run(text, match.end())
        if not run or self._given_names.begin(run):
            return
        if match["noun"] in self._patterns.singular and (row := self._row(text, match.end())):
            noun = self._one(text[match.start() : match.start("joint")])
            for name in row:
                joint = "" if self._patterns.joint.match(fold(name)) else text[match.start("joint") : match.end()]
                yield self._without_home(f"{noun}{joint}{name}"), match.start(), "units-in-a-row"
            return
        # "la Dirección de X y la Dirección de Y": the run of capitals goes on, the name does not.
        following = self._patterns.next.search(fold(run))
        end = match.end() + (following.start() if following else len(run))
        yield self._without_home(text[match.start() : end]), match.start(), "noun-before"
        left_out = self._patterns.left_out.match(folded, end)
        if left_out and (name := self._run(text, left_out.end())):
            noun = text[match.start() : match.start("joint")]
            yield self._without_home(f"{noun}{left_out['joint']}{name}"), left_out.end(), "noun-left-out"

    def _is_named_before(self, text: str, start: int) -> bool:
        """Whether the name of the noun at *start* stands before it: ``the Sewer Department of Mill Harbor``."""
        word = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
        return (
            self._patterns.behind is not None
            and word is not None
            and word[0][0].isupper()
            and fold(word[1]) not in self._patterns.small
        )

    def _run(self, text: str, start: int) -> str:
        return capitalised_run(text, start, len(text), self._inside) if text[start : start + 1].isupper() else ""

    def _row(self, text: str, start: int) -> list[str]:
        """Give the names from *start* that commas and, before the last, a copulative join; nothing where none does."""
        parts = [self._run(text, start)]
        end = start + len(parts[0])
        last = start + LONGEST_ROW
        folded = fold(text)
        while (
            end < last and (comma := self._patterns.comma.match(folded, end)) and (run := self._run(text, comma.end()))
        ):
            joined = text[comma.start() : comma.end()].removeprefix(",")
            parts.append(joined.lstrip() + run)
            end = comma.end() + len(run)
        for place in range(len(parts) - 1, -1, -1):
            joins = list(self._patterns.joined.finditer(fold(f" {parts[place]}")))
            if joins:
                last_two = parts[place][: max(0, joins[-1].start() - 1)], parts[place][joins[-1].end() - 1 :]
                return [part for part in (*parts[:place], *last_two) if part]
        return []

    def _one(self, noun: str) -> str:
        """Give a noun for several, with what qualifies it, as that for one."""
        words = [(word, self._patterns.singular.get(fold(word), word)) for word in noun.split()]
        return " ".join(one.capitalize() if word[0].isupper() else one for word, one in words) + " "

    def _without_home(self, name: str) -> str:
        home = self._patterns.home.search(fold(name))
        return (name[: home.start()] if home else name).strip()

    def _nouns_last(self, text: str, folded: str) -> Iterator[tuple[str, int, str]]:
        """``Parks Department``: a run of capitals that ends with the noun, itself in capitals."""
        assert self._patterns.behind is not None
        for match in self._patterns.behind.finditer(folded):
            if not text[match.start("noun")].isupper():
                continue
            before = max(0, match.start() - LONGEST_RUN), match.start()
            if match["noun"] in self._patterns.singular and (row := self._patterns.row_before.search(text, *before)):
                noun = self._one(match["noun"].capitalize()).strip()
                for name in self._patterns.row_joint.split(row[0]):
                    yield f"{self._without_article(name)} {noun}", row.start(), "units-in-a-row"
            elif run := _CAPITALS_BEFORE.search(text, *before):
                inner = [noun.end() for noun in self._patterns.inner.finditer(folded, run.start(), match.start())]
                start = max([run.start(), *inner])
                town = self._patterns.of_a_town.match(folded, match.end())
                name = self._without_article(text[start : town.end() if town else match.end()])
                yield self._without_home(name), start, "noun-behind"

    def _without_article(self, name: str) -> str:
        first, _space, rest = name.partition(" ")
        return rest if rest and fold(first) in self._articles else name

    def telling(self, name: str) -> tuple[str, ...]:
        """Give the words that tell a unit from another."""
        return tuple(word for word in words_of(name) if word not in self._patterns.small)

    def is_elsewhere(self, name: str, longer: str) -> bool:
        """Whether *longer* is the unit of that name of another town: ``Gerencia de Aguas de Villa Roquedal``."""
        return longer.startswith(name) and self._patterns.of_place.match(fold(longer[len(name) :])) is not None

    def is_own(self, name: str) -> bool:
        """Whether a name says that the unit is the institution's own."""
        return self._patterns.own.search(fold(name)) is not None


@lru_cache(maxsize=8)
def _reader(profile: Profile) -> _ExternalReader:
    return _ExternalReader(profile)
