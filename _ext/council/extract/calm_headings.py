"""The headings of a release that are written in capitals, as pages and books show them; its record keeps both forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from council.extract.blocks import Block, read_blocks
from council.extract.vocabulary import Vocabulary
from council.language.calm_titles import calmed
from council.language.capitals import is_shouted
from council.language.written_forms import WrittenForms


def calm_title(title: str, blocks: Sequence[Block], vocabulary: Vocabulary) -> str:
    """Give *title*, by what the *blocks* of its release show; nothing where it is not written in capitals."""
    return calmed(title, vocabulary.case_words, _seen(blocks, vocabulary)) if is_shouted(title) else ""


def calm_headings(tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
    """Give the headings among *tokens* that are in capitals the case of sentences; their record is read before."""
    shouted = [texts for texts in _headings(tokens) if is_shouted("".join(text.content for text in texts))]
    if not shouted:
        return
    seen = _seen(read_blocks(tokens), vocabulary)
    for texts in shouted:
        calm = calmed("".join(text.content for text in texts), vocabulary.case_words, seen)
        for text in texts:
            text.content, calm = calm[: len(text.content)], calm[len(text.content) :]


def _headings(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Give the texts of each heading."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            yield [child for child in inline.children or [] if child.type == "text"]


def _seen(blocks: Sequence[Block], vocabulary: Vocabulary) -> WrittenForms:
    """Give how the text below the headings is written."""
    texts = (block.text for block in blocks if block.kind in {"paragraph", "cell"})
    return WrittenForms(texts, vocabulary.profile.lexicon.grammar.function_words)
