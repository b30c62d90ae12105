"""The title of a release: which heading it is, and what stands in where there is none."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from council.dialect.dateline import read_dateline
from council.dialect.dialect_words import DialectWords, words_in
from council.dialect.plain_text import plain_text
from council.language.folding import words_of
from council.language.quotation_marks import OPENING
from council.language.sentences import sentence_spans

_PLACE = re.compile(r"[^\W\d_][\w .,]{2,30}?\.\s?[-–—]+\s+")
"""``Torreón, Coah.- Durante la sesión …``: the place is no part of the sentence."""

LONGEST_TITLE = 90
SHORTEST_SENTENCE = 25


def release_title(state: StateCore) -> None:
    """Core rule: put the title first.

    It is the first heading, unless that only heads a section: it stands below running text, ends with
    a colon (``##En este año se trabajó en lo siguiente:``) or names a part (``###Boletín de prensa``).
    Then, and where there is no heading, the front matter's ``title`` serves, else the first sentence.  It serves before
    any heading of other words where the front matter says ``titled_by: front_matter``.
    """
    words = words_in(state.env)
    index = title_index(state.tokens, words)
    if index is not None and not _is_titled_above(state, index):
        heading = state.tokens[index : index + 3]
        del state.tokens[index : index + 3]
    else:
        metadata = state.env.get("front_matter", {})
        told, sentence = str(metadata.get("title") or "").strip(), opening_sentence(state.tokens, words)
        heading = _heading(" ".join(str(told or shorten(sentence) or state.env.get("slug", "")).split()))
        heading[0].meta["sentence"] = "" if told else " ".join(sentence.split())
    heading[0].meta["title"] = True
    state.tokens[:0] = heading


def _is_titled_above(state: StateCore, index: int) -> bool:
    """Whether the front matter's title stands above the heading at *index*, which has other words."""
    metadata = state.env.get("front_matter", {})
    title = words_of(str(metadata.get("title") or ""))
    above = metadata.get("titled_by") == "front_matter" and bool(title)
    return above and title != words_of(plain_text(state.tokens[index + 1]))


def title_index(tokens: list[Token], words: DialectWords) -> int | None:
    """Give the place of the heading that is the title, or ``None``."""
    for index, token in enumerate(tokens):
        if token.type == "inline" and is_caption(tokens, index):
            continue
        if token.type == "heading_open":
            text = plain_text(tokens[index + 1])
            section = token.level or token.meta.get("banner") or text.endswith(":")
            return None if section or " ".join(words_of(text)) in words.parts else index
        if token.type == "inline" and read_dateline(plain_text(token), words.dates) is None and plain_text(token):
            return None
        if token.type in {"bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"}:
            return None
    return None


def is_caption(tokens: list[Token], index: int) -> bool:
    """Whether the text at *index* stands below a picture, and is no part of the story."""
    return tokens[index - 1].type == "centered_picture_open"


def first_sentence(tokens: list[Token], words: DialectWords) -> str:
    """Give the first sentence of the running text, shortened at a word to a title's length."""
    return shorten(opening_sentence(tokens, words))


def opening_sentence(tokens: list[Token], words: DialectWords) -> str:
    """Give the first sentence of the running text; where there is none, the first text."""
    for index, token in enumerate(tokens):
        if token.type != "inline" or tokens[index - 1].type == "heading_open" or is_caption(tokens, index):
            continue
        text = plain_text(token)
        if len(text) < SHORTEST_SENTENCE or read_dateline(text, words.dates) is not None:
            continue
        place = _PLACE.match(text)
        told = text[place.end() if place else 0 :]
        start, end = sentence_spans(told, words.shortened)[0]
        sentence = told[start:end].strip()
        return sentence[:1].upper() + sentence[1:]
    return next((plain_text(token) for token in tokens if token.type == "inline" and plain_text(token)), "")


def shorten(text: str, longest: int = LONGEST_TITLE) -> str:
    """Cut *text* at the last word that fits, with an ellipsis."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(f" ,;:.({OPENING}") + "…"


def _heading(text: str) -> list[Token]:
    opening = Token("heading_open", "h1", 1, markup="#", map=[0, 1], block=True)
    inline = Token("inline", "", 0, content=text, map=[0, 1], block=True)
    inline.children = [Token("text", "", 0, content=text)]
    opening.meta["derived"] = True
    return [opening, inline, Token("heading_close", "h1", -1, markup="#", block=True)]
