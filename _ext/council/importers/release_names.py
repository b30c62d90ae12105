"""The names that incoming releases get in ``sessions/``: safe ones, and no two alike on any file system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from council.language.folding import fold
from council.language.naming import free_id

_SAFE = re.compile(r"\w[\w-]*(?:\.[\w-]+)*")
_LONGEST = 120
"""Bytes of a name: file systems take 255, and pages and their pictures add to it."""


def safe_name(name: str) -> str:
    """Give *name* with letters, digits, hyphens, underscores and single dots alone, no accents, of a bearable length."""
    composed = unicodedata.normalize("NFC", name)
    if _SAFE.fullmatch(composed) and fold(composed) == composed.lower() and len(composed.encode()) <= _LONGEST:
        return composed
    words = re.sub(r"[^\w.]+", "-", fold(composed))
    short = re.sub(r"\.{2,}|-*\.-+|-+\.", "-", words).encode()[:_LONGEST].decode(errors="ignore")
    return short.strip("-._") or "release"


def distinct_names(wanted: Sequence[tuple[str, PurePath]]) -> list[str]:
    """Give a name for each *wanted* one, whose file stands in a folder of the tree.

    Those that are alike bear the names of their folders, as many as tell them apart, and a number where none does.
    """
    names = [safe_name(name) for name, _folder in wanted]
    for depth in range(1, max((len(folder.parts) for _name, folder in wanted), default=0) + 1):
        often = Counter(name.casefold() for name in names)
        for index, (name, folder) in enumerate(wanted):
            if often[names[index].casefold()] > 1:
                names[index] = safe_name("-".join((*folder.parts[-depth:], name)))
    taken: set[str] = set()
    for index, name in enumerate(names):
        names[index] = name if name.casefold() not in taken else free_id(name.lower(), taken)
        taken.add(names[index].casefold())
    return names
