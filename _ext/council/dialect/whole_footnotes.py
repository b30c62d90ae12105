"""Notes at the foot, ``[^1]`` and ``[^1]: …``: one that lacks its other half, or stands twice, is text where it stands.

Paper shows a note where its mark is, so that a note without a mark would be lost, and docutils drops the second of two.
Marks within notes may lead round in a circle, in which some writers never end.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from council.dialect.notes import note

_OPEN, _CLOSE = "footnote_reference_open", "footnote_reference_close"
"""The notes themselves: the plugin names the block so."""


def whole_footnotes(state: StateCore) -> None:
    """Core rule: marks without a note, notes without a mark, second notes, and marks within notes become text."""
    if "footnotes" not in state.env:
        return
    notes = {token.meta["label"] for token in state.tokens if token.type == _OPEN}
    marks: set[str] = set()
    for mark, line, within in _marks(state.tokens):
        label = mark.meta["label"]
        if label in notes and not within:
            marks.add(label)
            continue
        wrong = "stands in a note" if within else "has no note"
        note(state.env, line, "footnote", f"the mark [^{label}] {wrong}; it is shown as text, correct it")
        mark.type, mark.content, mark.meta = "text", f"[^{label}]", {}
    state.tokens = list(_with_stray_notes_as_text(state, marks))


def _marks(tokens: list[Token]) -> Iterator[tuple[Token, int, bool]]:
    """Give each mark of a note, its line, and whether it stands within a note, where it could lead round in a circle."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in {_OPEN, _CLOSE} else 0
        for child in token.children or []:
            if child.type == "footnote_ref":
                yield child, token.map[0] if token.map else 0, depth > 0


def _with_stray_notes_as_text(state: StateCore, marks: set[str]) -> Iterator[Token]:
    """Give the tokens with the first of each marked note, and the text of the others."""
    told: set[str] = set()
    strays: list[bool] = []
    for index, token in enumerate(state.tokens):
        if token.type == _OPEN:
            label, line = token.meta["label"], token.map[0] if token.map else 0
            strays.append(label in told or label not in marks)
            if strays[-1]:
                wrong = "stands twice" if label in told else "has no mark in the text"
                note(state.env, line, "footnote", f"the note [^{label}] {wrong}; it is shown here, correct it")
                yield from _shown_label(label, line, state.tokens[index + 1 : index + 3])
            else:
                yield token
            told.add(label)
        elif token.type != _CLOSE or not strays.pop():
            token.level -= sum(strays)
            yield token


def _shown_label(label: str, line: int, following: list[Token]) -> list[Token]:
    """Put the label before the text of a note; give a paragraph of it where the note begins with none."""
    text = Token("text", "", 0, content=f"[^{label}]: ")
    if following and following[0].type == "paragraph_open":
        following[1].children = [text, *(following[1].children or [])]
        return []
    opening = Token("paragraph_open", "p", 1, map=[line, line + 1], block=True)
    inline = Token("inline", "", 0, content=text.content, map=[line, line + 1], block=True)
    inline.children = [text]
    return [opening, inline, Token("paragraph_close", "p", -1, block=True)]
