"""A release as a page of HTML, with front matter (Jekyll), metadata beside it, or what the page says in its head.

A page is a release where something dates it, or metadata stand beside it: a site has other pages and templates.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from council.importers.foreign_dates import Dating
from council.importers.front_matter_kinds import Head, read_head
from council.importers.html_text import markdown_of
from council.importers.incoming import IncomingRelease, LeftOut
from council.importers.markdown_files import TextFile, read_release, read_text
from council.importers.sidecars import sidecar_of
from council.importers.told import Told

TEMPLATE = Told("a template of pages")
UNDATED_PAGE = Told("a page that nothing dates; no release")

_TEMPLATE = re.compile(r"\{[{%].*?[%}]\}|<\?php|<%", re.DOTALL)
_CONTENT = ("article", "main", "body")
"""The elements that hold what a page is about, the likeliest first."""
_DATES = frozenset(["article:published_time", "date", "dc.date", "dcterms.date", "datepublished", "pubdate"])
_FIELDS = {"description": "description", "author": "author", "keywords": "keywords", "dc.creator": "author"}


class _Page(HTMLParser):
    """What the head of a page says, and where its content stands."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.known: dict[str, str] = {}
        self._text = text
        self._lines = [0]
        for match in re.finditer("\n", text):
            self._lines.append(match.end())
        self._begun: dict[str, int] = {}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._in_title = False
        self._times: set[str] = set()
        self.feed(text)
        self.close()
        if len(self._times) == 1:  # a page with several lists others
            self.known.setdefault("date", *self._times)

    @property
    def content(self) -> str:
        """The HTML of what the page is about: of its one article, its main part, or all of it."""
        for name in _CONTENT:
            spans = self._spans.get(name, [])
            if len(spans) == 1:
                return self._text[slice(*spans[0])]
        return self._text

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        values = {name: value or "" for name, value in attributes}
        self._in_title = tag == "title"
        name = (values.get("name") or values.get("property") or values.get("itemprop") or "").casefold()
        if tag == "meta" and name in _DATES:
            self.known.setdefault("date", values.get("content", ""))
        elif tag == "meta" and name in _FIELDS:
            self.known.setdefault(_FIELDS[name], values.get("content", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.known.setdefault("canonical", values.get("href", ""))
        elif tag == "time" and "datetime" in values:
            self._times.add(values["datetime"])
        elif tag in _CONTENT and tag not in self._begun:
            self._begun[tag] = self._here() + len(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """Note where the content ends."""
        self._in_title = False
        if tag in self._begun:
            self._spans.setdefault(tag, []).append((self._begun.pop(tag), self._here()))

    def handle_data(self, data: str) -> None:
        """Take the title."""
        if self._in_title:
            self.known["title"] = self.known.get("title", "") + data

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def read_html(text_file: TextFile, dating: Dating) -> list[IncomingRelease | LeftOut]:
    """Read a page, and the file with its metadata; raises ``OSError``."""
    text, remarks = read_text(text_file.file)
    head = read_head(text)
    body = head.body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if head.kind == "none" and _TEMPLATE.search(body):
        return [LeftOut(text_file.file, TEMPLATE, expected=True)]
    page = _Page(body)
    markdown = Head(head.kind, markdown_of(page.content), head.block, head.data, head.problem)
    read = read_release(text_file, markdown, dating, remarks, page.known)
    dated = any(isinstance(part, IncomingRelease) and part.date for part in read)
    if dated or sidecar_of(text_file.file) or dating.names.own_date(text_file.file.name):
        return read
    return [LeftOut(text_file.file, UNDATED_PAGE)]
