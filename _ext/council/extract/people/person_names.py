"""Runs of text that may be a person's name.

``Jorge Zermeño Infante``, ``T. Galván``, ``Iván de Luna Aldape``.  Titles (``Lic.``), articles and offices before a
name are no part of it (``Transit Division Director Jane Okafor``), nor is what follows: ``Héctor Rivera Director``,
``Ana Ruiz del IMPLAN``, ``Marta Paz de Lerdo``, ``Hugo Lara del Ayuntamiento``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import dropwhile, takewhile

from council.extract.people.name_patterns import NamePatterns, is_title, name_patterns
from council.extract.people.office_words import is_office
from council.language.folding import fold, words_of
from council.language.quotation_marks import OPENING
from council.profile.profile import Profile

_LOOKED_AT = 24
"""So many characters before a title hold the word before it."""
_TOKEN = re.compile(r"\S+")
_WHOLE_NAME = 3
"""Of so many words a name is whole: ``de San Pedro`` behind it is a place."""
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
    honorifics = patterns.honorific.finditer(fold(text))
    titles = {
        match.end(): match
        for match in honorifics
        if is_title(text, match, profile) and not _ends_office(text, match.start(), profile)
    }
    lone = (run for title in titles.values() if (run := _lone(text, title, patterns, profile)))
    whole = (
        run
        for match in patterns.name.finditer(text)
        for start, end in _segments(text, match, patterns, profile)
        if (run := _run(text, start, end, titles, patterns, profile))
    )
    told = 0
    for run in merge(whole, lone, key=lambda run: run.start):
        if run.start >= told:
            yield run
            told = run.end


def _ends_office(text: str, start: int, profile: Profile) -> bool:
    """Whether what may be a title at *start* is but the noun of a longer office: ``Chief Engineer``, ``assistant professor``."""
    before = text[max(0, start - _LOOKED_AT) : start].rsplit(maxsplit=1)[-1:]
    if not profile.lexicon.grammar.heads_last or not before or not text[start - 1].isspace():
        return False
    word = fold(before[0])
    return word in profile.lexicon.people.modifiers or is_office(word, profile)


def begins_with_person(line: str, profile: Profile) -> bool:
    """Whether a title or a given name opens *line*."""
    patterns = name_patterns(profile)
    title = patterns.honorific.match(fold(line))
    name = patterns.name.match(line)
    return (title is not None and line[:1].isupper()) or (name is not None and profile.given_names.begin(name[0]))


def _lone(text: str, title: re.Match[str], patterns: NamePatterns, profile: Profile) -> NameRun | None:
    """Give the surname alone behind a title of two letters or more: ``Ms. Park``, ``la Dra Montes``."""
    part = patterns.part.match(text, title.end())
    quoted = title.start() > 0 and text[title.start() - 1] in OPENING
    if part is None or quoted or len(title[0].strip(" .")) < 2:
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
    titles: Mapping[int, re.Match[str]],
    patterns: NamePatterns,
    profile: Profile,
) -> NameRun | None:
    title = titles.get(start)
    enough = 3 if patterns.initial.match(text, start, end) else 2
    if len(words_of(text[start:end])) < enough:
        return None
    if title is None and not profile.given_names.begin(text[start:end]):
        start = _name_inside(text, start, end, patterns, profile)
    return NameRun(start, end, title.start() if title else start, title is not None)


def _segments(text: str, match: re.Match[str], patterns: NamePatterns, profile: Profile) -> Iterator[tuple[int, int]]:
    """Part a run at offices, bodies and words in capitals; give the span of each part."""
    lexicon = profile.lexicon
    tokens = [(found[0], fold(found[0]).rstrip("."), found.start()) for found in _TOKEN.finditer(text, *match.span())]
    part: list[tuple[str, str, int]] = []
    for index, (token, word, start) in enumerate(tokens):
        following = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        office = is_office(word, profile) and not (following == "" and _is_surname(part, profile))
        body = token.isupper() and len(token) > _LONGEST_ACRONYM_OF_A_NAME
        of_a_body = (
            bool(part)
            and word in lexicon.people.particles
            and (
                _names_body(tokens[index + 1 :], patterns, profile)
                or (len(part) >= _WHOLE_NAME and following in lexicon.people.place_openings)
            )
        )
        if office or body or of_a_body:
            yield from _trimmed(text, part, patterns, profile)
            part = []
        elif part or not (word in lexicon.people.honorifics or word in lexicon.grammar.function_words):
            part.append((token, word, start))
    yield from _trimmed(text, part, patterns, profile)


def _is_surname(part: Sequence[tuple[str, str, int]], profile: Profile) -> bool:
    """Whether an office that ends a run is a surname: ``Luisa Alcalde``, not ``Héctor Rivera Director``."""
    given = [word in profile.given_names.names for _token, word, _start in part]
    return any(given) and all(given[given.index(True) :])


def _names_body(rest: Sequence[tuple[str, str, int]], patterns: NamePatterns, profile: Profile) -> bool:
    """Whether a body is named up to the next particle: ``del Honorable Ayuntamiento``."""
    particles = profile.lexicon.people.particles
    words = dropwhile(particles.__contains__, (word for _token, word, _start in rest))
    return any(word in patterns.bodies for word in takewhile(lambda word: word not in particles, words))


def _trimmed(
    text: str, part: Sequence[tuple[str, str, int]], patterns: NamePatterns, profile: Profile
) -> Iterator[tuple[int, int]]:
    """Give the span of *part* without particles, towns and the possessive at its end."""
    kept = list(part)
    while kept and kept[-1][1] in profile.lexicon.people.particles:
        kept.pop()
    if kept:
        start, end = kept[0][2], kept[-1][2] + len(kept[-1][0])
        folded = fold(text[start:end])
        for pattern in (patterns.possessive, patterns.of_a_town):
            folded = pattern.sub("", folded)
        yield start, start + len(folded)


def _name_inside(text: str, start: int, end: int, patterns: NamePatterns, profile: Profile) -> int:
    """Give where a name begins behind words that are none of it: ``Asimismo Eduardo Holguín``, ``General Ana Ruiz``.

    Those are capitalised words that open the sentence or qualify the office before the name; what opens the name of a
    place or a body belongs to it: ``Museo Regional Ana Ruiz``.
    """
    lexicon, names = profile.lexicon, profile.given_names
    parts = list(_TOKEN.finditer(text, start, end))
    for part, following, third in zip(parts, parts[1:], parts[2:], strict=False):
        word = fold(part[0])
        kept = word in patterns.bodies or word in lexicon.people.place_openings or third[0].islower()
        if kept or names.begin(text[part.start() : end]) or patterns.initial.match(text, part.start()):
            return part.start()
        begins = following.start()
        if names.begin(text[begins:end]):
            return begins
        if not names.is_common(word) and word not in lexicon.verbs.telling:
            return part.start()
        start = begins
    return start
