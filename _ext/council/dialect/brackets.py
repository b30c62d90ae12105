"""Brackets: where the label of a link or a picture ends, found once for each text, and marks of footnotes.

markdown-it looks for the end of a label anew from every bracket, which costs the square of their number, and more
where pictures stand in pictures.  Here one walk along the text pairs them all, by the same rules: what stands in code
or in a tag closes nothing, and a link holds no other link and no mark of a footnote.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline, image, link
from mdit_py_plugins.footnote.index import footnote_ref

_MARK = re.compile(r"\[\^[^\s\[\]]+\]")


class _Labels:
    """The pairs of brackets in a text."""

    def __init__(self, source: str, md: MarkdownIt) -> None:
        self.ends: dict[int, int] = {}
        self.no_links: set[int] = set()
        """Opening brackets that begin no link: of pictures, and around links and marks of footnotes."""
        self._open: list[tuple[int, bool]] = []
        self._state = StateInline(source, md, {}, [])
        _LABELS[self._state] = self

    def read(self) -> _Labels:
        """Walk along the text, and pair its brackets."""
        state = self._state
        while state.pos < state.posMax:
            is_picture = state.src.startswith("![", state.pos)
            if is_picture or state.src[state.pos] == "[":
                self._begin(state.pos + is_picture, is_picture)
            elif state.src[state.pos] == "]" and self._open:
                self._close(*self._open.pop(), state.pos)
            else:
                state.md.inline.skipToken(state)
        return self

    def _begin(self, opening: int, is_picture: bool) -> None:
        mark = _MARK.match(self._state.src, opening)
        if mark and not self._state.src.startswith("(", mark.end()):
            self._hold()
            self._state.pos = mark.end()
        else:
            self._open.append((opening, is_picture))
            self._state.pos = opening + 1

    def _close(self, opening: int, is_picture: bool, end: int) -> None:
        """Pair two brackets; go on behind the link or the picture that they begin, else behind the second."""
        state, self.ends[opening] = self._state, end
        state.pos = opening - is_picture
        if (image if is_picture else link)(state, True):
            holds = not is_picture
        else:
            state.pos = end + 1
            holds = opening in self.no_links or bool(_MARK.match(state.src, opening, end + 1))
        if holds:
            self._hold()
        if is_picture:
            self.no_links.add(opening)

    def _hold(self) -> None:
        if self._open:
            self.no_links.add(self._open[-1][0])


_LABELS: WeakKeyDictionary[StateInline, _Labels] = WeakKeyDictionary()


class LinkHelpers:
    """What the rules for links and pictures ask: markdown-it's own helpers, with labels that are found once."""

    parseLinkDestination = staticmethod(parseLinkDestination)  # noqa: N815  (markdown-it's names)
    parseLinkTitle = staticmethod(parseLinkTitle)  # noqa: N815

    @staticmethod
    def parseLinkLabel(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: N802, N803
        """Give where the label that begins at *start* is closed, -1 where it is not, or where it begins no link."""
        labels = _LABELS.get(state) or _Labels(state.src, state.md).read()
        _LABELS[state] = labels
        end = labels.ends.get(start, -1)
        return -1 if end >= state.posMax or (disableNested and start in labels.no_links) else end


def footnote_mark(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``[^1]``, as the plugin reads it, with no bracket in its label."""
    return _MARK.match(state.src, state.pos, state.posMax) is not None and footnote_ref(
        state, silent, always_match=True
    )
