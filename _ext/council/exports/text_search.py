"""Searching the archive from the command line, in the database that the build writes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from council.language.folding import words_of
from council.language.stems import stem, stems

_STOP = frozenset("a al ante con de del e el en la las lo los o para por que se su sus un una y".split())
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
    phrases = [" ".join(words_of(phrase)) for phrase in re.findall(r'["“”]([^"“”]+)["“”]', query)]
    words = [word for word in words_of(query) if word not in _STOP] or words_of(query)
    wanted = list(dict.fromkeys(stem(word, "es") for word in words))
    if not wanted:
        return []
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        slugs = _ranked(connection, wanted, query, year, every=True)
        if len(slugs) < FEW and not phrases:
            slugs += [slug for slug in _ranked(connection, wanted, query, year, every=False) if slug not in slugs]
        hits = (_hit(connection, slug, wanted, phrases) for slug in slugs)
        return [hit for hit, _ in zip((hit for hit in hits if hit), range(limit), strict=False)]
    finally:
        connection.close()


def _ranked(
    connection: sqlite3.Connection, wanted: Sequence[str], query: str, year: int | None, every: bool
) -> list[str]:
    """Give slugs by rank: names of records first, then title and text by BM25."""
    match = (" AND " if every else " OR ").join(f'"{word}"' for word in wanted)
    condition = "AND releases.year = :year" if year else ""
    rows = connection.execute(
        "SELECT search.slug, search.names FROM search JOIN releases USING (slug) "  # noqa: S608  (a fixed condition)
        f"WHERE search MATCH :match {condition} ORDER BY bm25(search, 0, 6.0, 2.0, 1.0), releases.date DESC, search.slug",
        {"match": match, "year": year},
    ).fetchall()
    phrase = stems(" ".join(words_of(query)), "es")
    named = [slug for slug, names in rows if f" {phrase} " in f" {names} "]
    if not every:
        rows.sort(key=lambda row: -_matched(connection, row[0], wanted))
    first = set(named)
    return [*named, *(slug for slug, _names in rows if slug not in first)]


def _matched(connection: sqlite3.Connection, slug: str, wanted: Sequence[str]) -> int:
    row = connection.execute(
        "SELECT title || ' ' || names || ' ' || text FROM search WHERE slug = ?", (slug,)
    ).fetchone()
    words = set(row[0].split())
    return sum(word in words for word in wanted)


def _hit(connection: sqlite3.Connection, slug: str, wanted: Sequence[str], phrases: Sequence[str]) -> Hit | None:
    date, title = connection.execute("SELECT date, title FROM releases WHERE slug = ?", (slug,)).fetchone()
    passages = connection.execute("SELECT line, text FROM passages WHERE slug = ? ORDER BY line", (slug,)).fetchall()
    best, score = (1, title), -1
    told: set[str] = set()
    for line, text in [(1, title), *passages]:
        words = " ".join(words_of(text))
        told.update(phrase for phrase in phrases if f" {phrase} " in f" {words} ")
        found = set(stems(text, "es").split())
        points = sum(word in found for word in wanted) * 10 + 100 * sum(
            f" {phrase} " in f" {words} " for phrase in phrases
        )
        if points > score:
            best, score = (line, text), points
    if len(told) < len(set(phrases)):
        return None
    return Hit(slug, date or "", title, best[0], _around(best[1], wanted))


def _around(text: str, wanted: Sequence[str], width: int = 220) -> str:
    """Give the part of *text* around the first word that was asked for."""
    if len(text) <= width:
        return text
    place = next((match.start() for match in re.finditer(r"\w+", text) if stem(match[0], "es") in wanted), 0)
    start = max(0, min(place - width // 3, len(text) - width))
    cut = text[start : start + width]
    return ("…" if start else "") + cut.strip() + ("…" if start + width < len(text) else "")
