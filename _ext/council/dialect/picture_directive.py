"""The directive ``centered-image``, the only one that a release may call: a picture with its options.

It is read here and not by MyST, so that a mistake costs no word: what is wrong is told by its line and shown as text.

.. code-block:: markdown

   ```{centered-image} 2020-11-30-octava-sesion-consejo/imagen.jpg
   :alt: The council in session
   :caption: Eighth session, by **video call**
   :width: 60%
   :name: eighth-session
   ```
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock, fence

from council.dialect.boxes import Fence, push_box, read_fence
from council.dialect.notes import note

NAME = "centered-image"
_OPENING = re.compile(rf"(?:`{{3,}}|~{{3,}})\s*\{{\s*{NAME}\s*\}}")
_OPTION = re.compile(r":(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")
_WIDTH = re.compile(r"\d*\.?\d+\s*(?:%|em|ex|px|in|cm|mm|pt|pc|ch|rem|vw|vh)?")
_KEYS = ("alt", "caption", "width", "name")


@dataclass(slots=True)
class _Picture:
    """What a call asks for, the lines of it that are *wrong*, and the line of its caption."""

    source: str
    options: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[int, str]] = field(default_factory=list)
    caption_line: int = 0


def picture_directive(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Block rule: a fence that calls ``centered-image``; behind the picture, a box holds what is no part of it."""
    position = state.bMarks[start_line] + state.tShift[start_line]
    if not _OPENING.match(state.src, position, state.eMarks[start_line]):
        return False
    if silent:
        return fence(state, start_line, end_line, silent)
    fenced = read_fence(state, start_line, end_line)
    if fenced is None:
        return False
    picture, body = _read_call(state, start_line, fenced)
    if picture.source:
        _push_picture(state, picture, start_line)
        if body < fenced.last:
            _tell(state, body, "it takes no text")
    push_box(state, (start_line, state.line), picture.wrong, body, fenced.last)
    return True


def _read_call(state: StateBlock, start_line: int, fenced: Fence) -> tuple[_Picture, int]:
    """Give the call, and the line of the text behind its options."""
    picture = _Picture(fenced.information.partition("}")[2].strip())
    if not picture.source:
        _tell(state, start_line, "it names no picture")
        picture.wrong.append((start_line, fenced.information))
        return picture, fenced.first
    line = fenced.first
    while line < fenced.last and (option := _OPTION.match(text := _line(state, line))):
        key, value = option["key"], (option["value"] or "").strip()
        if mistake := _mistake(key, value, picture.options):
            _tell(state, line, mistake)
            picture.wrong.append((line, text))
        else:
            picture.options[key] = value
            picture.caption_line = line if key == "caption" else picture.caption_line
        line += 1
    while line < fenced.last and state.isEmpty(line):
        line += 1
    return picture, line


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _mistake(key: str, value: str, options: dict[str, str]) -> str:
    if key not in _KEYS:
        return f"there is no option {key!r}, but {', '.join(_KEYS)}"
    if key in options:
        return f"the option {key!r} stands twice"
    if key == "width" and not _WIDTH.fullmatch(value):
        return f"{value!r} is no width such as 60% or 300px"
    return ""


def _tell(state: StateBlock, line: int, mistake: str) -> None:
    note(state.env, line, "directive", f"{NAME}: {mistake}; correct it, it is shown as text")


def _push_picture(state: StateBlock, picture: _Picture, line: int) -> None:
    options = picture.options
    opening = state.push("centered_picture_open", "figure", 1)
    opening.map, opening.attrs = [line, line + 1], {"src": picture.source}
    opening.meta = {"alt": options.get("alt"), "width": options.get("width"), "name": options.get("name")}
    if caption := options.get("caption"):
        inline = state.push("inline", "", 0)
        inline.content, inline.children = caption, []
        inline.map = [picture.caption_line, picture.caption_line + 1]
    state.push("centered_picture_close", "figure", -1)
