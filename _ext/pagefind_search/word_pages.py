"""The index of words as pages, ``search-words/1`` and on: what the search has for readers without JavaScript.

Every telling word of the pages stands there once, in its commonest form, with the newest pages that have it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby
from typing import NamedTuple

from babel import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from extension_kit.collation import collation_key, first_letter

from .searched_pages import SearchedPage
from .text_index import TextIndex

FOLDER = "search-words"
PER_PAGE = 400
"""Words on a page."""
NEWEST = 12
"""Pages that are named for a word at most."""


class WordPage(NamedTuple):
    """A page of the index of words: name and address, its first and its last word, the words with their pages by number."""

    name: str
    address: str
    first: str
    last: str
    words: list[tuple[str, list[int]]]


def word_pages(index: TextIndex, address_of: Callable[[str], str]) -> list[WordPage]:
    """Give the pages of the index of words, in the order of the alphabet."""
    spellings: dict[str, tuple[int, str]] = {}
    for word, count in index.vocabulary.items():
        key = index.keys.key(word) or ""
        spellings[key] = max(spellings.get(key, (0, "")), (count, word))
    words = sorted(
        (word for _count, word in spellings.values()), key=lambda word: collation_key(word, index.keys.language)
    )
    pages = []
    for number, start in enumerate(range(0, len(words), PER_PAGE), 1):
        chunk = words[start : start + PER_PAGE]
        found = [(word, _pages_with(index, word)) for word in chunk]
        name = f"{FOLDER}/{number}"
        pages.append(WordPage(name, address_of(name), chunk[0], chunk[-1], found))
    return pages


def _pages_with(index: TextIndex, word: str) -> list[int]:
    """Give the numbers of the pages that have a word, the newest first."""
    key = index.keys.key(word)
    return [posting[0] for posting in json.loads(index.places.get(key or "", "[]"))]


def word_page_body(page: WordPage, pages: list[WordPage], index: TextIndex, texts: Mapping[str, str], root: str) -> str:
    """Give the content of a page of the index of words; *root* leads from it to the root."""
    language = index.keys.language
    letters = groupby(page.words, key=lambda word: first_letter(word[0], language))
    sections = (
        f"<h2>{escape(letter)}</h2><dl class='pf-words'>{''.join(_entry(index, root, *word) for word in words)}</dl>"
        for letter, words in letters
    )
    return f"<h1>{escape(texts['words'])}</h1>{word_navigation(pages, root, texts, page)}{''.join(sections)}"


def word_navigation(pages: list[WordPage], root: str, texts: Mapping[str, str], current: WordPage | None = None) -> str:
    """Give links to the pages, each with its first and last word."""
    links = "".join(f"<li>{_name_of(other, root, other is current)}</li>" for other in pages)
    return f'<div class="pf-word-pages" role="navigation" aria-label="{escape(texts["words"])}"><ul>{links}</ul></div>'


def _name_of(page: WordPage, root: str, is_current: bool) -> str:
    name = f"{escape(page.first)} – {escape(page.last)}"
    return f"<strong>{name}</strong>" if is_current else f'<a href="{root}{page.address}">{name}</a>'


def _entry(index: TextIndex, root: str, word: str, numbers: list[int]) -> str:
    found = [index.pages[number] for number in numbers[:NEWEST]]
    links = ", ".join(_link(page, root, index.keys.language) for page in found)
    return f"<dt>{escape(word)}</dt><dd>{links}{' …' if len(numbers) > NEWEST else ''}</dd>"


def _link(page: SearchedPage, root: str, language: str) -> str:
    shown = _shown_date(page.description.date, language) or page.title
    return f'<a href="{root}{escape(page.address)}">{escape(shown)}</a>'


def _shown_date(date: str, language: str) -> str:
    """Give a date (ISO 8601, as precise as it is known) as the readers of *language* write it, short."""
    parts = [int(part) for part in date.split("-")] if date else []
    if len(parts) < 2:
        return date
    day = datetime.date(*parts, *[1] * (3 - len(parts)))
    try:
        return (
            format_date(day, "medium", language) if len(parts) == 3 else format_skeleton("yMMM", day, locale=language)
        )
    except UnknownLocaleError:
        return date
