"""Front matter: YAML between lines of ``---`` at the top of a text.  The one reader for releases and records.

What its values are is told in :mod:`council.model.yaml_mapping`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from council.model.fields import Lines, line_of
from council.model.yaml_mapping import UnreadableError, read_mapping, write_mapping

_FENCE = re.compile(r"-{3,}\s*")
_CLOSE = re.compile(r"(?:-{3,}|\.\.\.)\s*")
_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands at the top of a text: *data*, the line of each value, and what follows as *body*.

    *height* is how many lines it takes, fences included.  Where it cannot be read, *problem* says why and
    *problem_line* where.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Lines = field(default_factory=dict)
    body: str = ""
    height: int = 0
    problem: str = ""
    problem_line: int = 1


def read_front_matter(text: str, *, required: bool = False) -> FrontMatter | None:
    """Read the front matter of *text*; ``None`` where it has none.

    ``---`` at the top of a release may be a rule as well: only ``key:`` on the next line makes it front matter,
    unless *required* says that there must be one.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    if not _FENCE.fullmatch(lines[0]) or not (required or (len(lines) > 1 and _KEY.match(lines[1]))):
        return None
    close = next((number for number, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(line)), None)
    if close is None:
        return FrontMatter(problem="the front matter is never closed; close it with a line of ---")
    height, body = close + 1, "\n".join(lines[close + 1 :])
    try:
        data, places = read_mapping("\n".join(lines[1:close]))
    except UnreadableError as error:
        return FrontMatter(
            body=body, height=height, problem=f"broken front matter: {error}", problem_line=error.line + 1
        )
    return FrontMatter(data, {place: line + 1 for place, line in places.items()}, body, height)


def line_of_item(front_matter: FrontMatter, field: str, item: str) -> int:
    """Give the line on which *field* names *item*, alone, in a list, or in a mapping of a list."""
    value = front_matter.data.get(field)
    for index, named in enumerate(value if isinstance(value, list) else [value]):
        if item in (named.values() if isinstance(named, dict) else [named]):
            return line_of(front_matter.lines, field, index)
    return line_of(front_matter.lines, field)


def front_matter_of(fields: Mapping[str, object]) -> str:
    """Give front matter that holds *fields*; nothing where there are none."""
    return f"---\n{write_mapping(fields)}---\n" if fields else ""
