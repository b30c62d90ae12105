"""The search page: ``search.html``, with the address that Sphinx's own has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from sphinx.application import Sphinx

from .description import EVERY_PAGE

TEXTS = {
    "title": "Search",
    "label": "Search these pages",
    "placeholder": "Words, or “an exact phrase”",
    "sort": "Order",
    "relevance": "Relevance",
    "newest": "Newest first",
    "oldest": "Oldest first",
    "from": "From year",
    "to": "To year",
    "clear": "Clear all",
    "none": "Nothing found.",
    "one": "1 result",
    "many": "{count} results",
    "more": "More results",
    "all": "Show all",
    "unknown": "No page has the word “{word}”; it was left out.",
    "suggest": "Did you mean {word}?",
    "filters": "Filters",
    "results": "Results",
    "short": "This is the short search, over titles and names, as the page was opened from the disk. A web server has the full one.",
    "failed": "The search index could not be loaded. Build the pages anew, then load this one again.",
    "idle": "Type to search, or choose a filter.",
    "ignored": "a an and as at by for from in is it of on or that the this to was with",
}
"""Strings of the page in English, by key; ``pagefind_texts`` replaces them.

``ignored`` are words, between spaces, that tell nothing by themselves: no place is marked, and no more pages are
looked for, because of one of them.
"""

SCRIPTS = ("page", "asked", "finding", "results", "facets", "spelling", "on_disk", "start")
"""The scripts of the page, each after those that it uses."""


def page_body(facets: list[tuple[str, str]], texts: dict[str, str]) -> str:
    """Give the page's content; all else is the script's."""
    told = {key: texts.get(key, text) for key, text in TEXTS.items()}

    def attribute(data: object) -> str:
        return escape(json.dumps(data, ensure_ascii=False))

    scripts = "\n".join(f'<script defer src="_static/pagefind_search/{name}.js"></script>' for name in SCRIPTS)
    return f"""
<h1>{escape(told["title"])}</h1>
<form class="pf-form" id="pagefind-search" role="search" data-every-page="{EVERY_PAGE}"
  data-texts="{attribute(told)}" data-facets="{attribute(facets)}">
  <label class="pf-hidden" for="pf-query">{escape(told["label"])}</label>
  <input id="pf-query" name="q" type="search" autocomplete="off" placeholder="{escape(told["placeholder"])}">
  <div class="pf-controls">
    <label>{escape(told["sort"])}
      <select id="pf-sort" name="sort">
        <option value="">{escape(told["relevance"])}</option>
        <option value="desc">{escape(told["newest"])}</option>
        <option value="asc">{escape(told["oldest"])}</option>
      </select></label>
    <label>{escape(told["from"])} <select id="pf-from" name="from"><option value="">–</option></select></label>
    <label>{escape(told["to"])} <select id="pf-to" name="to"><option value="">–</option></select></label>
    <button type="button" id="pf-clear">{escape(told["clear"])}</button>
  </div>
</form>
<p id="pf-status" role="status" aria-live="polite"></p>
<div id="pf-hints"></div>
<div class="pf-columns">
  <div id="pf-facets" role="group" aria-label="{escape(told["filters"])}"></div>
  <section id="pf-found" aria-label="{escape(told["results"])}"><ol id="pf-results"></ol>
    <button type="button" id="pf-more" hidden>{escape(told["more"])}</button></section>
</div>
{scripts}
"""


def _collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.builder.name == "epub":
        return
    texts = app.config.pagefind_texts
    body = page_body(list(app.config.pagefind_facets), texts)
    yield "search", {"title": texts.get("title", TEXTS["title"]), "body": body}, "page.html"


def setup(app: Sphinx) -> None:
    """Add the page."""
    app.connect("html-collect-pages", _collect)
