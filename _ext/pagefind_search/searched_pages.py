"""The pages as the search has them, the newest first: what each is called, what it is found by, its text in lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from lxml import html
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from .description import Description, describe
from .pages import is_searched

_BODY = re.compile(r"<div data-pagefind-body>(.*?)</article>", re.DOTALL)
_BLOCKS = frozenset("p li dt dd h1 h2 h3 h4 h5 h6 td th caption figcaption blockquote div section pre br tr".split())


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page with its address from the root; *lines* are its paragraphs."""

    address: str
    title: str
    description: Description
    lines: tuple[str, ...]

    @property
    def areas(self) -> tuple[tuple[str, ...], ...]:
        """What it is found by, in lines: its names, those that find it too, its text."""
        told = self.description
        return (self.title, *told.names, *told.asked_as), tuple(told.aliases), self.lines


def searched_pages(app: Sphinx) -> list[SearchedPage]:
    """Give all pages that the search finds, once they are written; those without a date last."""
    pages = [
        _page(app, docname)
        for docname in sorted(app.env.found_docs)
        if is_searched(app, docname) and docname in app.env.titles
    ]
    pages.sort(key=lambda page: page.address)
    pages.sort(key=lambda page: page.description.date, reverse=True)
    return pages


def _page(app: Sphinx, docname: str) -> SearchedPage:
    builder = cast("StandaloneHTMLBuilder", app.builder)
    description = describe(app, docname)
    if description.text is None:
        written = Path(builder.get_outfilename(docname)).read_text(encoding="utf-8")
        lines = main_lines(written, app.config.pagefind_exclude_selectors)
    else:
        lines = [line for line in description.text.split("\n") if line.strip()]
    title = app.env.titles[docname].astext()
    return SearchedPage(builder.get_target_uri(docname), title, description, tuple(lines))


def main_lines(page: str, excluded: list[str]) -> list[str]:
    """Give the paragraphs of a written page's main text, without what *excluded* (of which classes count) names."""
    body = _BODY.search(page)
    if not body or not body[1].strip():
        return []
    tree = html.fragment_fromstring(body[1], create_parent="div")
    classes = {selector.removeprefix(".") for selector in excluded if selector.startswith(".")}
    for element in list(tree.iter("*")):
        if element.get("data-pagefind-ignore") is not None or classes & set((element.get("class") or "").split()):
            element.drop_tree()
        elif element.tag in _BLOCKS:
            element.text = f"\n{element.text or ''}"
            element.tail = f"\n{element.tail or ''}"
    return [" ".join(line.split()) for line in tree.text_content().split("\n") if line.strip()]
