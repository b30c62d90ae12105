"""What whoever keeps the archive may do: sentences in which what is to be typed stands between grave accents."""

from __future__ import annotations

from itertools import cycle

from docutils import nodes

from council_sphinx.views.elements import paragraph


def instruction(text: str) -> nodes.paragraph:
    """Give the sentence *text*, with what is to be typed as such."""
    return paragraph(*with_literals(text), classes=["instruction"])


def with_literals(text: str) -> list[nodes.Node]:
    """Give *text*, every other part between grave accents as a literal."""
    kinds = cycle((nodes.Text, to_type))
    return [kind(part) for part, kind in zip(text.split("`"), kinds, strict=False) if part]


def to_type(text: str) -> nodes.literal:
    """Give what is to be typed."""
    return nodes.literal("", text)
