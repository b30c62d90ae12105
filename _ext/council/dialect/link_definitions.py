"""Addresses told below the text, ``[1]: https://city.example "City"``, for the links ``[minutes][1]`` and ``[1]``.

Only what leads somewhere and is asked for defines a link: a line ``[Note]: the council left`` stays text, as does an
address that nothing in the text names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(
    r"""\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]*
    <?(?P<address>(?:https?://|mailto:|/|\#|\.{1,2}/)[^\s<>]*|[^\s<>:]+\.[a-z]{2,5})>?
    (?:[ \t]+(?P<mark>["'(])(?P<title>[^\n]*)["')])?[ \t]*\Z""",
    re.VERBOSE,
)
_ASKED = re.compile(r"\[([^\[\]\n]{1,200})\](?!:)")


def link_definition(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """Take a line that defines a link which the text asks for; it shows nothing itself."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    match = _DEFINITION.match(line) if line.startswith("[") else None
    if match is None:
        return False
    label = normalizeReference(match["label"])
    if label not in _labels_asked_for(state.src):
        return False
    address = state.md.normalizeLink(match["address"])
    if not state.md.validateLink(address):
        return False
    if not silent:
        known = state.env.setdefault("references", {})
        known.setdefault(label, {"title": match["title"] or "", "href": address, "map": [start, start + 1]})
        state.line = start + 1
    return True


@lru_cache(maxsize=16)
def _labels_asked_for(source: str) -> frozenset[str]:
    """Give the labels in a text, read once for it and for the parts of it that are read by themselves."""
    return frozenset(normalizeReference(label) for label in _ASKED.findall(source))
