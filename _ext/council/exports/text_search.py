"""Searching the archive from the command line, in the database that the build writes; the order is the browser's."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from extension_kit.near_spellings import nearest_word
from extension_kit.search_order import LINE, LONGEST, Level, Places, Rank, phrase_places, rank
from extension_kit.word_keys import bare

from council.exports.searched_release import word_keys
from council.profile.loader import load_lexicon

_WIDTH = 220
"""How many letters of a passage are told."""
_SHORTEST_BEGINNING = 3
"""In letters: the last word may be the beginning of others from here on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that was found, the passage that shows why, and whether it has only some of the words."""

    slug: str
    date: str
    title: str
    line: int
    passage: str
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first; *meant* tells which word stood in for one that no release has, *unknown* what was left out."""

    hits: list[Hit] = field(default_factory=list)
    meant: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


def search(database: Path, query: str, year: int | None = None, limit: int = 20) -> list[Hit]:
    """Give the releases that *query* finds, best first; see :func:`answer`."""
    return answer(database, query, year, limit).hits


def answer(database: Path, query: str, year: int | None = None, limit: int = 20) -> Answer:
    """Give what *query* finds: releases with all words, then those with some.

    Words count without accents and by their stems; those in quotation marks must stand side by side.
    Raises ``FileNotFoundError`` where there is no database.
    """
    if not database.is_file():
        raise FileNotFoundError(database)
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return _Search(connection, query).answer(year, limit)
    finally:
        connection.close()


class _Search:
    """One query against an open database, in the language that the database tells."""

    def __init__(self, connection: sqlite3.Connection, query: str) -> None:
        self._connection = connection
        language = str(connection.execute("SELECT value FROM settings WHERE name = 'language'").fetchone()[0])
        self._word_keys = word_keys(load_lexicon(language))
        self._meant: dict[str, str] = {}
        self._unknown: list[str] = []
        pairs = list(islice(self._word_keys.pairs(query), LONGEST))
        wanted = (self._known(word, key, place == len(pairs)) for place, (word, key) in enumerate(pairs, 1))
        self._wanted = [keys for keys in wanted if keys]
        quoted = (self._word_keys.keys(phrase) for phrase in re.findall(r'["“”]([^"“”]+)["“”]', query))
        self._phrases = [[{key} for key in keys] for keys in quoted if keys]

    def answer(self, year: int | None, limit: int) -> Answer:
        if not self._wanted:
            return Answer([], self._meant, self._unknown)
        found = self._ranked(" AND ", year)
        if len(found) < limit and not self._phrases:
            found = self._ranked(" OR ", year)
        return Answer([self._hit(slug, level) for slug, level in found[:limit]], self._meant, self._unknown)

    def _known(self, word: str, key: str, is_last: bool) -> set[str]:
        """Give the keys to look for in the place of *word*: its own, those that it begins, or that of the nearest word."""
        if self._connection.execute("SELECT 1 FROM search WHERE search MATCH ?", (f'"{key}"',)).fetchone():
            return {key}
        beginning = bare(word)
        if is_last and len(beginning) >= _SHORTEST_BEGINNING:
            begun = [known for known in self._vocabulary if bare(known).startswith(beginning)]
            if begun:
                return {key for known in begun for key in self._word_keys.keys(known)}
        near = nearest_word(word, self._vocabulary)
        if near is None:
            self._unknown.append(word)
            return set()
        self._meant[word] = near
        return set(self._word_keys.keys(near))

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        return dict(self._connection.execute("SELECT word, releases FROM words"))

    def _ranked(self, operator: str, year: int | None) -> list[tuple[str, Level]]:
        """Give slugs with their level, best first, of equals the newest."""
        match = operator.join("(" + " OR ".join(f'"{key}"' for key in sorted(keys)) + ")" for keys in self._wanted)
        rows = self._connection.execute(
            "SELECT search.slug, title, names, aliases, text, date FROM search "
            "JOIN (SELECT slug, date, year FROM releases) AS releases USING (slug) "
            "WHERE search MATCH :match AND :year IN (year, 0) ORDER BY date DESC, search.slug",
            {"match": match, "year": year or 0},
        )
        ranked: list[tuple[Rank, str]] = []
        for slug, title, names, aliases, text, _date in rows:
            areas = [f"{title}\n{names}", aliases, text]
            if self._has_phrases(areas[0], text):
                places = (self._places(areas[0]), self._places(areas[1]), self._places(areas[2]))
                ranked.append((rank(places, self._is_name(areas[0])), slug))
        ranked.sort(key=lambda found: found[0])
        return [(slug, found.level) for found, slug in ranked]

    def _is_name(self, names: str) -> bool:
        return any(_stands_so(name.split(), self._wanted) for name in names.split("\n"))

    def _has_phrases(self, *areas: str) -> bool:
        """Whether a release itself says every phrase; the other names of what it mentions are not its words."""
        return all(any(phrase_places(_places(area, phrase)) for area in areas) for phrase in self._phrases)

    def _places(self, area: str) -> Places:
        return _places(area, self._wanted)

    def _hit(self, slug: str, level: Level) -> Hit:
        """Give the release with the passage that answers best."""
        date, title, other_title = self._connection.execute(
            "SELECT date, title, alternative_title FROM releases WHERE slug = ?", (slug,)
        ).fetchone()
        passages = self._connection.execute("SELECT line, text FROM passages WHERE slug = ? ORDER BY line", (slug,))
        told = [(1, title), *([(1, other_title)] if other_title else []), *passages]
        line, text = min(told, key=lambda passage: self._rank_of_passage(passage[1]))
        return Hit(slug, date or "", title, line, self._around(text), level == Level.SOME)

    def _rank_of_passage(self, text: str) -> Rank:
        nothing: Places = [[] for _ in self._wanted]
        return rank((nothing, nothing, self._places(" ".join(self._word_keys.keys(text)))), is_named=False)

    def _around(self, text: str) -> str:
        """Give the part of *text* around the first word that was asked for."""
        if len(text) <= _WIDTH:
            return text
        wanted = set().union(*self._wanted)
        words = re.finditer(r"[^\W_]+", text)
        place = next((word.start() for word in words if self._word_keys.key(word[0].lower()) in wanted), 0)
        start = max(0, min(place - _WIDTH // 3, len(text) - _WIDTH))
        cut = text[start : start + _WIDTH]
        return ("…" if start else "") + cut.strip() + ("…" if start + _WIDTH < len(text) else "")


def _places(area: str, wanted: list[set[str]]) -> Places:
    """Give where each of the *wanted* words stands in the lines of *area*."""
    places: list[list[int]] = [[] for _ in wanted]
    every = set().union(*wanted)
    place = 0
    for line in area.split("\n"):
        for key in line.split():
            place += 1
            if key in every:
                for number, keys in enumerate(wanted):
                    if key in keys:
                        places[number].append(place)
        place += LINE
    return places


def _stands_so(name: list[str], wanted: list[set[str]]) -> bool:
    return len(name) == len(wanted) and all(key in keys for key, keys in zip(name, wanted, strict=True))
