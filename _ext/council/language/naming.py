"""Ids made of names, and the short forms that names bring along."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from council.language.folding import words_of

_PARENTHESIS = re.compile(r"\(([^()]*)\)")


def without_parentheses(name: str) -> str:
    """Give *name* without what stands in parentheses, a space in place of it."""
    return _PARENTHESIS.sub(" ", name)


def acronyms(name: str) -> tuple[str, ...]:
    """Give the short forms that *name* brings in parentheses: ``… (SMI)``."""
    return tuple(found for found in _PARENTHESIS.findall(name) if re.fullmatch(r"[A-Z][\w-]{1,11}", found))


@lru_cache(maxsize=65536)
def slug_of(name: str) -> str:
    """Give an id from a name: ``atlas-de-riesgos``."""
    words = words_of(name)
    return (
        "-".join(re.sub(r"[^a-z0-9]+", "", word) for word in words if re.sub(r"[^a-z0-9]+", "", word))[:80].strip("-")
        or "unnamed"
    )


def free_id(wanted: str, taken: Container[str]) -> str:
    """Give *wanted*, or where it is taken the first of ``wanted-2``, ``wanted-3``, … that is not."""
    id_, number = wanted, 2
    while id_ in taken:
        id_, number = f"{wanted}-{number}", number + 1
    return id_
