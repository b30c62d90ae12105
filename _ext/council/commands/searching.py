"""``search``: search the releases of the built archive."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from council.commands.messages import Translate
from council.exports.text_search import Answer, Hit, answer


def search_releases(database: Path, query: str, year: int | None, _: Translate) -> int:
    """Tell the releases that *query* finds, each with the passage that shows why; then those with some of its words."""
    try:
        found = answer(database, query, year)
    except FileNotFoundError:
        told = _("{database} is not there; build the archive first: make html")
        print(told.format(database=database), file=sys.stderr)
        return 2
    except sqlite3.DatabaseError as error:
        told = _("{database} cannot be read ({reason}); build the archive again: make html")
        print(told.format(database=database, reason=error), file=sys.stderr)
        return 1
    for line in _hints(found, _):
        print(line)
    full = [hit for hit in found.hits if not hit.is_partial]
    _tell(full)
    print(_("Releases found: {count}").format(count=len(full)))
    if len(full) < len(found.hits):
        heading = _("Releases with some of the words")
        print(f"\n{heading}\n")
        _tell(found.hits[len(full) :])
    return 0 if found.hits else 1


def _hints(found: Answer, _: Translate) -> list[str]:
    """Tell which words no release has, and what was looked for in their place."""
    meant = (
        _("No release has the word “{word}”. Did you mean {meant}?").format(word=word, meant=meant)
        for word, meant in found.meant.items()
    )
    unknown = (_("No release has the word “{word}”; it was left out.").format(word=word) for word in found.unknown)
    return [*meant, *unknown]


def _tell(hits: list[Hit]) -> None:
    for hit in hits:
        print(f"{hit.date or '-' * 10:10}  {hit.slug}\n    {hit.title}\n    {hit.line}: {hit.passage}\n")
