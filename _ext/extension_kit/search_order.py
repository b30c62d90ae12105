"""The order of what a search finds: a name before a phrase, a phrase before near words, near before apart, all before some.

A page has areas, the most telling first: its names, those that it mentions, its text. In each, a word of the question
has the places at which it stands, counted in telling words; a new line counts as :data:`LINE` of them. Only what a
page itself says counts, so that one that comes or goes changes nothing between others. Of equals that one is first
whose text begins with it; then, which is for the caller, the newest.
``pagefind_search/static/pagefind_search/order.js`` says the same; a test holds both to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

LONGEST = 32
"""Telling words of a question that count: more say no better what is looked for."""
LINE = 4
NEAR = 8
"""Words in between that near words may have, all together."""
MOST = 9
"""How often a phrase counts at most: more of it says how long a text is."""
IN_NAMES = 20
IN_ALIASES = 2

Places = Sequence[Sequence[int]]
"""The places of each word of the question in an area."""


class Level(IntEnum):
    """How well a page answers: the best first."""

    NAMED = 0
    PHRASE = 1
    NEAR = 2
    ALL = 3
    SOME = 4


class Rank(NamedTuple):
    """What pages are sorted by: the level, how much speaks against the page, and where in its text the answer begins."""

    level: Level
    against: int
    begins: int = 0


def rank(areas: tuple[Places, Places, Places], is_named: bool) -> Rank:
    """Give the rank of a page that has at least one of the words; *is_named* where the question is a name of it."""
    names, aliases, text = areas
    phrases = phrase_places(text)
    weight = IN_NAMES * bool(phrase_places(names)) + IN_ALIASES * bool(phrase_places(aliases)) + min(len(phrases), MOST)
    if is_named or weight:
        return Rank(Level.NAMED if is_named else Level.PHRASE, -weight, min(phrases, default=0))
    found = sum(1 for places in zip(*areas, strict=True) if any(places))
    if found < len(text):
        return Rank(Level.SOME, -_weight_of_some(areas, found))
    in_names = IN_NAMES * sum(1 for places in names if places)
    span = min(filter(None, map(shortest_span, areas)), default=0)
    if 0 < span <= len(text) + NEAR:
        return Rank(Level.NEAR, span - in_names)
    return Rank(Level.ALL, -in_names)


def _weight_of_some(areas: tuple[Places, Places, Places], found: int) -> int:
    """Give what speaks for a page with some of the words: how many, then where, then how often."""
    names, aliases, text = (sum(min(len(places), MOST) for places in area) for area in areas)
    return 1000 * found + IN_NAMES * names + IN_ALIASES * aliases + text


def phrase_places(area: Places) -> list[int]:
    """Give the places where the words stand side by side, in the order of the question."""
    first, *others = area
    following = [set(places) for places in others]
    return [place for place in first if all(place + i in places for i, places in enumerate(following, 1))]


def shortest_span(area: Places) -> int:
    """Give the number of words in the shortest stretch that holds all words of the question; 0 where there is none."""
    if not all(area):
        return 0
    standing = sorted((place, word) for word, places in enumerate(area) for place in places)
    last: dict[int, int] = {}
    shortest = 0
    for place, word in standing:
        last[word] = place
        if len(last) == len(area):
            span = place - min(last.values()) + 1
            shortest = min(shortest, span) if shortest else span
    return shortest
