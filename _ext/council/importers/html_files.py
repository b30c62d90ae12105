"""A release as a page of HTML, with front matter (Jekyll), metadata beside it, or what the page says in its head.

A page is a release where something dates it, or metadata stand beside it: a site has other pages and templates.
"""

from __future__ import annotations

import re

from lxml import etree

from council.importers.foreign_dates import Dating
from council.importers.front_matter_kinds import Head, read_head
from council.importers.html_text import HtmlTextError, markdown_of_element, parsed, unreadable
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


def _known(root: etree._Element) -> dict[str, str]:
    """Give what a page says of itself: in its head, and by the one time in it; several are of a page that lists others."""
    known: dict[str, str] = {}
    for element in root.iter("meta", "link"):
        name = next(filter(None, map(element.get, ("name", "property", "itemprop"))), "").casefold()
        if element.tag == "meta" and name in _DATES:
            known.setdefault("date", element.get("content", ""))
        elif element.tag == "meta" and name in _FIELDS:
            known.setdefault(_FIELDS[name], element.get("content", ""))
        elif element.tag == "link" and element.get("rel") == "canonical":
            known.setdefault("canonical", element.get("href", ""))
    title = next(root.iter("title"), None)
    if title is not None:
        known["title"] = "".join(title.itertext())
    times = {time.attrib["datetime"] for time in root.iter("time") if "datetime" in time.attrib}
    if len(times) == 1:
        known.setdefault("date", *times)
    return known


def _content(root: etree._Element) -> etree._Element:
    """Give what the page is about: its one article, its main part, or all of it."""
    for name in _CONTENT:
        outermost = [element for element in root.iter(name) if next(element.iterancestors(name), None) is None]
        if len(outermost) == 1:
            return outermost[0]
    return root


def read_html(text_file: TextFile, dating: Dating) -> list[IncomingRelease | LeftOut]:
    """Read a page, and the file with its metadata; raises ``OSError``."""
    text, remarks = read_text(text_file.file)
    head = read_head(text)
    body = head.body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if head.kind == "none" and _TEMPLATE.search(body):
        return [LeftOut(text_file.file, TEMPLATE, expected=True)]
    try:
        root = parsed(body)
    except HtmlTextError as error:
        return [LeftOut(text_file.file, unreadable(text_file.name, error))]
    text, known = ("", {}) if root is None else (markdown_of_element(_content(root)), _known(root))
    markdown = Head(head.kind, text, head.block, head.data, head.problem)
    read = read_release(text_file, markdown, dating, remarks, known)
    dated = any(isinstance(part, IncomingRelease) and part.date for part in read)
    if dated or sidecar_of(text_file.file) or dating.names.own_date(text_file.file.name):
        return read
    return [LeftOut(text_file.file, UNDATED_PAGE)]
