"""The search page: ``search.html``, with the address that Sphinx's own has."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sphinx.config import Config

TEXTS = {
    "title": "Search",
    "label": "Search these pages",
    "placeholder": "Words, or “a phrase”",
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
    "meant": "No page has the word “{word}”.",
    "suggest": "Did you mean {word}?",
    "filters": "Filters",
    "results": "Results",
    "failed": "The search index could not be loaded. Build the pages anew, then load this one again.",
    "idle": "Type to search, or choose a filter.",
    "some": "Pages with some of the words",
    "every": "All results of the search",
    "close": "Close",
    "keys": "Arrow keys choose, Enter opens, Escape closes.",
    "words": "Index of words",
    "scriptless": "Without JavaScript nothing can be searched here. The index of words names the pages that have a word:",
}
"""Strings of the search in English, by key; ``pagefind_texts`` replaces them."""


def texts_of(config: Config) -> dict[str, str]:
    """Give the strings by key, those of the project in place of the built-in ones."""
    return {key: config.pagefind_texts.get(key, text) for key, text in TEXTS.items()}


def page_body(texts: Mapping[str, str], engine: str, script: str, words: str) -> str:
    """Give the page's content: the form and what the scripts fill, and the way to the index of words."""
    told = {key: escape(text) for key, text in texts.items()}
    return f"""
<h1>{told["title"]}</h1>
<form class="pf-form" id="pagefind-search" role="search" data-failed="{told["failed"]}">
  <label class="pf-hidden" for="pf-query">{told["label"]}</label>
  <input id="pf-query" name="q" type="search" autocomplete="off" placeholder="{told["placeholder"]}">
</form>
<noscript><p>{told["scriptless"]}</p></noscript>
<div class="pf-layout">
  <details id="pf-filters" class="pf-filters"><summary>{told["filters"]}</summary>
    <div class="pf-controls">
      <label>{told["sort"]}
        <select id="pf-sort" name="sort">
          <option value="">{told["relevance"]}</option>
          <option value="desc">{told["newest"]}</option>
          <option value="asc">{told["oldest"]}</option>
        </select></label>
      <label>{told["from"]} <select id="pf-from" name="from"><option value="">–</option></select></label>
      <label>{told["to"]} <select id="pf-to" name="to"><option value="">–</option></select></label>
      <button type="button" id="pf-clear">{told["clear"]}</button>
    </div>
    <div id="pf-facets" role="group" aria-label="{told["filters"]}"></div>
  </details>
  <section id="pf-found" aria-label="{told["results"]}">
    <p id="pf-status" role="status" aria-live="polite"></p>
    <div id="pf-hints"></div>
    <ol id="pf-results"></ol>
    <button type="button" id="pf-more" hidden>{told["more"]}</button>
  </section>
</div>
<h2>{told["words"]}</h2>
{words}
<script defer src="{engine}"></script>
<script defer src="{script}"></script>
"""
