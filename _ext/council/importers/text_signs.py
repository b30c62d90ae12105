"""What a text shows of itself when the dialect reads it: its title, headings, first lines, datelines, and pictures."""

from __future__ import annotations

from dataclasses import dataclass

from council.dialect import parse_release
from council.dialect.dialect_words import DialectWords
from council.dialect.lone_pictures import is_portrait
from council.dialect.plain_text import plain_text, raw_text
from council.language.decoding import decode


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture that a text shows: its path as written; a *portrait* is an author's."""

    source: str
    portrait: bool


@dataclass(frozen=True, slots=True)
class TextSigns:
    """*title* is the one that the archive gives the text by itself; *titled* where a heading is it."""

    title: str
    titled: bool
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]
    lines: tuple[str, ...]
    pictures: tuple[ShownPicture, ...]


def read_signs(text: str, slug: str, words: DialectWords) -> TextSigns:
    """Read the Markdown *text* of the release that its tree names *slug*."""
    tokens, _environment = parse_release(decode(text.encode("utf-8", "surrogateescape")), slug, words)
    inlines = [index for index, token in enumerate(tokens) if token.type == "inline" and index]
    heads = [index for index in inlines if tokens[index - 1].type == "heading_open"]
    title = next((index for index in heads if tokens[index - 1].meta.get("title")), None)
    derived = title is None or bool(tokens[title - 1].meta.get("derived"))
    paragraphs = [tokens[index] for index in inlines if tokens[index - 1].type == "paragraph_open"]
    others = [raw_text(tokens[index].children or []) for index in inlines if index not in heads]
    pictures: list[ShownPicture] = []
    for token in tokens:
        if token.type in {"picture", "centered_picture_open"}:
            pictures.append(ShownPicture(str(token.attrs["src"]), token.type == "picture" and is_portrait(token)))
        images = (child for child in token.children or [] if child.type == "image")
        pictures += [ShownPicture(str(image.attrs["src"]), bool(image.meta.get("align"))) for image in images]
    return TextSigns(
        title="" if title is None else plain_text(tokens[title]),
        titled=not derived,
        headings=tuple(plain_text(tokens[index]) for index in heads if not tokens[index - 1].meta.get("derived")),
        paragraphs=tuple(raw_text(token.children or []) for token in paragraphs if token.level == 1),
        lines=tuple(line for text in others for line in text.split("\n") if line.strip()),
        pictures=tuple(dict.fromkeys(pictures)),
    )
