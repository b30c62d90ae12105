"""The front matter of a release: optional YAML between ``---`` lines at the top of the file."""

from __future__ import annotations

import re
from typing import Any

import yaml
from markdown_it.rules_block import StateBlock

from council.dialect.notes import note

_FENCE = re.compile(r"-{3,}[ \t]*")
_KEY = re.compile(r"[\w-]+[ \t]*:(?:\s|$)")
_WEB_ADDRESS = re.compile(r"https?://\S+")


class PlainLoader(yaml.SafeLoader):
    """Loads YAML with dates left as text, so that one wrong date spoils only its own key."""


_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""LibYAML's loader, where PyYAML has it."""


class FastPlainLoader(_FastLoader):
    """The same, ten times faster; what is wrong it tells less well."""


PlainLoader.yaml_implicit_resolvers = FastPlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(text: str) -> Any:
    """Load YAML safely; raises ``yaml.YAMLError``."""
    try:
        return yaml.load(text, Loader=FastPlainLoader)  # noqa: S506  (a subclass of the safe loader)
    except yaml.YAMLError:
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506  (likewise)


def is_web_address(text: str) -> bool:
    """Whether a value can be linked to: ``http`` or ``https``, no white space, no script."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def front_matter(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: keep the mapping in the environment; a broken one is warned about and shown as text.

    ``---`` at the top of a release may be a rule as well: only ``key:`` on the next line makes it
    front matter.
    """
    if silent or start_line or state.level or not _FENCE.fullmatch(_line(state, 0)):
        return False
    if end_line < 2 or not _KEY.match(_line(state, 1)):
        return False
    close = next((line for line in range(1, end_line) if _is_close(_line(state, line))), None)
    if close is None:
        note(state.env, 0, "front_matter", "the front matter is never closed; close it with a line of ---")
        return False
    try:
        data = load_yaml(state.getLines(1, close, 0, False))
        problem = "" if isinstance(data, dict) else "it is no mapping of keys to values"
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = f"{getattr(error, 'problem', None) or error}"
        note(state.env, 1 + (mark.line if mark else 0), "front_matter", f"broken front matter: {problem}")
        return False
    if problem:
        note(state.env, 0, "front_matter", f"broken front matter: {problem}")
        return False
    state.env["front_matter"] = {str(key): value for key, value in data.items()}
    state.env["front_matter_lines"] = _key_lines(state, close)
    state.line = close + 1
    return True


def leading_mapping(text: str) -> dict[str, Any]:
    """Give the front matter of *text*, or an empty mapping where there is none that can be read."""
    lines = text.removeprefix("\ufeff").split("\n")
    if len(lines) < 2 or not _FENCE.fullmatch(lines[0]) or not _KEY.match(lines[1]):
        return {}
    close = next((number for number, line in enumerate(lines[1:], 1) if _is_close(line)), None)
    try:
        data = load_yaml("\n".join(lines[1:close])) if close else None
    except yaml.YAMLError:
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]]


def _is_close(text: str) -> bool:
    return _FENCE.fullmatch(text) is not None or text.rstrip() == "..."


def _key_lines(state: StateBlock, close: int) -> dict[str, int]:
    """Give the line (from 1) of each top-level key."""
    found: dict[str, int] = {}
    for line in range(1, close):
        match = _KEY.match(_line(state, line))
        if match:
            found.setdefault(match[0].partition(":")[0].strip(), line + 1)
    return found
