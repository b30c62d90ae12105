"""Searching the archive from the command line, in the database that the build writes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from council.language.folding import words_of
from council.language.stems import stem, stems
from council.profile.loader import load_lexicon

FEW = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that was found, and the passage that shows why."""

    slug: str
    date: str
    title: str
    line: int
    passage: str


def search(database: Path, query: str, year: int | None = None, limit: int = 20) -> list[Hit]:
    """Give the releases that *query* finds, best first.

    Words count without accents and by their stems; ``"a phrase"`` must stand so.  Where few releases have
    all the words, those that have some follow.  Raises ``FileNotFoundError`` where there is no database.
    """
    if not database.is_file():
        raise FileNotFoundError(database)
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return list(islice(_Search(connection, query).hits(year), limit))
    finally:
        connection.close()


class _Search:
    """One query against an open database, in the language that the database tells."""

    def __init__(self, connection: sqlite3.Connection, query: str) -> None:
        self._connection = connection
        self._language = str(connection.execute("SELECT value FROM settings WHERE name = 'language'").fetchone()[0])
        stop_words = load_lexicon(self._language).grammar.stop_words
        words = words_of(query)
        self._phrases = [" ".join(words_of(phrase)) for phrase in re.findall(r'["“”]([^"“”]+)["“”]', query)]
        self._whole = stems(" ".join(words), self._language)
        telling = [word for word in words if word not in stop_words] or words
        self._wanted = list(dict.fromkeys(stem(word, self._language) for word in telling))

    def hits(self, year: int | None) -> Iterator[Hit]:
        """Give what is found, best first: releases with every word, then, where those are few, with some."""
        if not self._wanted:
            return
        slugs = self._ranked(year, every=True)
        if len(slugs) < FEW and not self._phrases:
            slugs += [slug for slug in self._ranked(year, every=False) if slug not in slugs]
        yield from filter(None, map(self._hit, slugs))

    def _ranked(self, year: int | None, every: bool) -> list[str]:
        """Give slugs by rank: names of records first, then title and text by BM25."""
        match = (" AND " if every else " OR ").join(f'"{word}"' for word in self._wanted)
        condition = "AND releases.year = :year" if year else ""
        rows = self._connection.execute(
            "SELECT search.slug, search.names FROM search JOIN releases USING (slug) "  # noqa: S608  (a fixed condition)
            f"WHERE search MATCH :match {condition} "
            "ORDER BY bm25(search, 0, 6.0, 2.0, 1.0), releases.date DESC, search.slug",
            {"match": match, "year": year},
        ).fetchall()
        named = [slug for slug, names in rows if f" {self._whole} " in f" {names} "]
        if not every:
            rows.sort(key=lambda row: -self._matched(row[0]))
        first = set(named)
        return [*named, *(slug for slug, _names in rows if slug not in first)]

    def _matched(self, slug: str) -> int:
        row = self._connection.execute(
            "SELECT title || ' ' || names || ' ' || text FROM search WHERE slug = ?", (slug,)
        ).fetchone()
        words = set(row[0].split())
        return sum(word in words for word in self._wanted)

    def _hit(self, slug: str) -> Hit | None:
        """Give the release with its best passage; ``None`` where a phrase stands nowhere in it."""
        date, title, other_title = self._connection.execute(
            "SELECT date, title, alternative_title FROM releases WHERE slug = ?", (slug,)
        ).fetchone()
        passages = self._connection.execute("SELECT line, text FROM passages WHERE slug = ? ORDER BY line", (slug,))
        best, score = (1, title), -1
        told: set[str] = set()
        for line, text in [(1, title), *([(1, other_title)] if other_title else []), *passages]:
            words = f" {' '.join(words_of(text))} "
            said = [phrase for phrase in self._phrases if f" {phrase} " in words]
            told.update(said)
            stemmed = set(stems(text, self._language).split())
            points = 10 * sum(word in stemmed for word in self._wanted) + 100 * len(said)
            if points > score:
                best, score = (line, text), points
        if len(told) < len(set(self._phrases)):
            return None
        return Hit(slug, date or "", title, best[0], self._around(best[1]))

    def _around(self, text: str, width: int = 220) -> str:
        """Give the part of *text* around the first word that was asked for."""
        if len(text) <= width:
            return text
        words = re.finditer(r"\w+", text)
        place = next((word.start() for word in words if stem(word[0], self._language) in self._wanted), 0)
        start = max(0, min(place - width // 3, len(text) - width))
        cut = text[start : start + width]
        return ("…" if start else "") + cut.strip() + ("…" if start + width < len(text) else "")
