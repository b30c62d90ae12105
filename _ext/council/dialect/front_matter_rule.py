"""The front matter of a release, as a rule for markdown-it."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from council.dialect.front_matter import read_front_matter
from council.dialect.notes import note


def front_matter_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: keep the front matter in the environment; a broken one is warned about and shown as text."""
    if silent or start_line or state.level or not state.src.startswith("---"):
        return False
    front_matter = read_front_matter(state.src)
    if front_matter is None:
        return False
    if front_matter.problem:
        note(state.env, front_matter.problem_line - 1, "front_matter", front_matter.problem)
        return False
    state.env["front_matter"] = front_matter.data
    state.env["front_matter_lines"] = front_matter.lines
    state.line = front_matter.height
    return True
