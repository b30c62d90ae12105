"""What a PDF says of itself when it is read back: its text in order, places, links, tags."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

MARGIN = 66.0
"""So near, in points, to the top and the foot of a page stand its running head and its number."""
_BLOCKS = "p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption pre".split()


@dataclass(frozen=True)
class Printed:
    """A PDF that was made."""

    file: Path

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(self.file)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, without running head and page number."""
        return [self._text(page) for page in self.reader.pages]

    @staticmethod
    def _text(page: Any) -> str:
        parts: list[str] = []

        def take(text: str, matrix: list[float], place: list[float], _font: Any, _size: Any) -> None:
            height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            if MARGIN < height < float(page.mediabox.height) - MARGIN:
                parts.append(text)

        page.extract_text(visitor_text=take)
        return "".join(parts)

    @cached_property
    def letters(self) -> str:
        """All letters and digits of the book, in order."""
        return letters_of("".join(self.pages))

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """The depth, the title and the page of each bookmark."""
        return list(self._bookmarks(self.reader.outline, 1))

    def _bookmarks(self, outline: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in outline:
            if isinstance(item, list):
                yield from self._bookmarks(item, depth + 1)
            else:
                page = self.reader.get_destination_page_number(item)
                assert page is not None
                yield depth, str(item.title), page + 1

    @cached_property
    def catalogue(self) -> Any:
        """The root of the document."""
        return self.reader.trailer["/Root"]

    @cached_property
    def xmp(self) -> str:
        """The metadata packet."""
        return str(self.catalogue["/Metadata"].get_data().decode())

    def elements(self, kind: str) -> list[DictionaryObject]:
        """Give the elements of the structure tree that have one tag, in order."""
        return [element for element in _walk(self.catalogue["/StructTreeRoot"]) if element.get("/S") == f"/{kind}"]

    @property
    def alternatives(self) -> list[str]:
        """The alternative texts of the pictures, in order."""
        return [str(element["/Alt"]) for element in self.elements("Figure") if "/Alt" in element]

    def links(self) -> Iterator[tuple[int, str | int]]:
        """Give the page of each link, and its address or the page that it leads to."""
        for number, page in enumerate(self.reader.pages, 1):
            for annotation in page.get("/Annots", ()):
                link = annotation.get_object()
                if link.get("/Subtype") == "/Link":
                    yield number, self._target(link)

    def _target(self, link: DictionaryObject) -> str | int:
        action = link.get("/A", {})
        if "/URI" in action:
            return str(action["/URI"])
        target = link.get("/Dest", action.get("/D"))
        if isinstance(target, str):
            number = self.reader.get_destination_page_number(self.reader.named_destinations[target])
        else:
            number = self.reader.get_page_number(target[0].get_object())
        assert number is not None
        return number + 1


def letters_of(text: str) -> str:
    """Give the letters and digits of a text, composed and in small letters."""
    return "".join(character for character in unicodedata.normalize("NFKC", text).lower() if character.isalnum())


def blocks_of(page: str, ours: tuple[str, ...]) -> list[str]:
    """Give the text of each block of an HTML page's article in order, the archive's own parts left out."""
    article = html.fromstring(page).xpath("//article[@role='main']")[0]
    for name in ours:
        for element in article.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            element.drop_tree()
    leaves = [
        element
        for element in article.iter(*_BLOCKS)
        if not any(below.tag in _BLOCKS for below in element.iterdescendants())
    ]
    return [text for element in leaves if (text := letters_of(element.text_content()))]


def missing_blocks(blocks: list[str], letters: str) -> list[str]:
    """Give the blocks that do not stand in *letters* behind those before them."""
    missing = []
    place = 0
    for block in blocks:
        found = letters.find(block, place)
        if found < 0:
            missing.append(block)
        else:
            place = found + len(block)
    return missing


def _walk(element: Any) -> Iterator[DictionaryObject]:
    if isinstance(element, IndirectObject):
        element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from _walk(one)
    elif isinstance(element, DictionaryObject):
        yield element
        yield from _walk(element.get("/K", []))
