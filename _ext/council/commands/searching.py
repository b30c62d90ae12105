"""``search``: search the releases of the built archive."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from council.commands.messages import Translate
from council.exports.text_search import search


def search_releases(database: Path, query: str, year: int | None, _: Translate) -> int:
    """Tell the releases that *query* finds, each with the passage that shows why."""
    try:
        hits = search(database, query, year)
    except FileNotFoundError:
        told = _("{database} is not there; build the archive first: make html")
        print(told.format(database=database), file=sys.stderr)
        return 2
    except sqlite3.DatabaseError as error:
        told = _("{database} cannot be read ({reason}); build the archive again: make html")
        print(told.format(database=database, reason=error), file=sys.stderr)
        return 1
    for hit in hits:
        print(f"{hit.date or '-' * 10:10}  {hit.slug}\n    {hit.title}\n    {hit.line}: {hit.passage}\n")
    print(_("Releases found: {count}").format(count=len(hits)))
    return 0 if hits else 1
