"""Runs of text that may be a person's name.

``Jorge Zermeño Infante``, ``T. Galván``, ``Iván de Luna Aldape``.  Titles (``Lic.``), articles and offices before a
name are no part of it (``Transit Division Director Jane Okafor``), nor is what follows: ``Héctor Rivera Director``,
``Ana Ruiz del IMPLAN``, ``Marta Paz de Lerdo``, ``Hugo Lara del Ayuntamiento``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from council.extract.people.name_patterns import NamePatterns, name_patterns
from council.extract.people.office_words import is_office
from council.language.folding import fold, words_of
from council.profile.profile import Profile

_TOKEN = re.compile(r"\S+")
_LONGEST_ACRONYM_OF_A_NAME = 3
"""A longer word all in capitals is a body: ``IMPLAN``."""


@dataclass(frozen=True, slots=True)
class NameRun:
    """A run that may be a name, from *start* to *end*; the title right before it, if any, begins at *title*."""

    start: int
    end: int
    title: int
    honored: bool


def name_runs(text: str, profile: Profile) -> Iterator[NameRun]:
    """Give the runs that may be names, in order: of two words or more, or of one behind a title (``Ms. Park``)."""
    patterns = name_patterns(profile)
    folded = fold(text)
    titles = {match.end(): match for match in patterns.honorific.finditer(folded) if text[match.start()].isupper()}
    lone = (run for title in titles.values() if (run := _lone(text, title, patterns, profile)))
    waiting = next(lone, None)
    for match in patterns.name.finditer(text):
        while waiting and waiting.start < match.end():
            if waiting.end <= match.start():
                yield waiting
            waiting = next(lone, None)
        for start, end, in_office in _segments(text, match, patterns, profile):
            if run := _run(text, start, end, in_office, titles, patterns, profile):
                yield run
    while waiting:
        yield waiting
        waiting = next(lone, None)


def _lone(text: str, title: re.Match[str], patterns: NamePatterns, profile: Profile) -> NameRun | None:
    """Give the surname alone behind a title of two letters or more."""
    part = patterns.part.match(text, title.end())
    if part is None or len(title[0].strip(" .")) < 2 or patterns.name.match(text, title.start()):
        return None
    if patterns.name.match(text, title.end()) or is_office(fold(part[0]), profile):
        return None
    possessive = patterns.possessive.search(fold(part[0]))
    end = title.end() + (possessive.start() if possessive else len(part[0]))
    return NameRun(title.end(), end, title.start(), honored=True)


def _run(
    text: str,
    start: int,
    end: int,
    holds_office: bool,
    titles: Mapping[int, re.Match[str]],
    patterns: NamePatterns,
    profile: Profile,
) -> NameRun | None:
    title = titles.get(start)
    enough = 3 if patterns.initial.match(text, start, end) else 2
    if len(words_of(text[start:end])) < enough:
        return None
    if title is None and not profile.given_names.begin(text[start:end]):
        start = _given_inside(text, start, end, holds_office, patterns, profile)
    return NameRun(start, end, title.start() if title else start, title is not None)


def _segments(
    text: str, match: re.Match[str], patterns: NamePatterns, profile: Profile
) -> Iterator[tuple[int, int, bool]]:
    """Part a run at offices, bodies and words in capitals; give each part, and whether an office stands before it."""
    lexicon = profile.lexicon
    tokens = [(found[0], fold(found[0]).rstrip("."), found.start()) for found in _TOKEN.finditer(text, *match.span())]
    part: list[tuple[str, str, int]] = []
    holds_office = False
    for index, (token, word, start) in enumerate(tokens):
        following = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        office = is_office(word, profile) and not (following == "" and _is_surname(part, profile))
        body = token.isupper() and len(token) > _LONGEST_ACRONYM_OF_A_NAME
        of_a_body = (
            bool(part) and word in lexicon.people.particles and _names_body(tokens[index + 1 :], patterns, profile)
        )
        if office or body or of_a_body:
            yield from _trimmed(text, part, holds_office, patterns, profile)
            part, holds_office = [], office
        elif part or not (word in lexicon.people.honorifics or word in lexicon.grammar.function_words):
            part.append((token, word, start))
    yield from _trimmed(text, part, holds_office, patterns, profile)


def _is_surname(part: Sequence[tuple[str, str, int]], profile: Profile) -> bool:
    """Whether an office that ends a run is a surname: ``Luisa Alcalde``, not ``Héctor Rivera Director``."""
    return len(part) == 1 and part[0][1] in profile.given_names.names


def _names_body(rest: Sequence[tuple[str, str, int]], patterns: NamePatterns, profile: Profile) -> bool:
    word = next((word for _token, word, _start in rest if word not in profile.lexicon.people.particles), "")
    return word in patterns.bodies


def _trimmed(
    text: str, part: Sequence[tuple[str, str, int]], holds_office: bool, patterns: NamePatterns, profile: Profile
) -> Iterator[tuple[int, int, bool]]:
    """Give the span of *part* without particles, towns and the possessive at its end."""
    kept = list(part)
    while kept and kept[-1][1] in profile.lexicon.people.particles:
        kept.pop()
    if kept:
        start, end = kept[0][2], kept[-1][2] + len(kept[-1][0])
        folded = fold(text[start:end])
        for pattern in (patterns.possessive, patterns.of_a_town):
            folded = pattern.sub("", folded)
        yield start, start + len(folded), holds_office


def _given_inside(text: str, start: int, end: int, holds_office: bool, patterns: NamePatterns, profile: Profile) -> int:
    """Give where a name begins behind a word that is none of it: ``Asimismo Eduardo Holguín``, ``General Ana Ruiz``.

    That is a capitalised word that opens the sentence, or what qualifies the office before the name.
    """
    parts = list(_TOKEN.finditer(text, start, end))
    first = fold(parts[0][0])
    if len(parts) < 3 or first in profile.lexicon.people.place_openings or patterns.initial.match(text, start):
        return start
    inner = parts[1].start()
    if profile.given_names.begin(text[inner:end]) and not parts[2][0].islower():
        return inner
    return inner if holds_office and profile.given_names.is_common(first) else start
