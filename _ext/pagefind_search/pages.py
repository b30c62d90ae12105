"""Pages as Pagefind wants them: the main text marked, facets and names in the head."""

from __future__ import annotations

from fnmatch import fnmatch
from html import escape
from typing import Any

from sphinx.application import Sphinx

from .description import Description, describe


def has_pages(app: Sphinx) -> bool:
    """Whether the builder writes a page for each document, as a site has them."""
    return app.builder.name in {"html", "dirhtml"}


def is_searched(app: Sphinx, pagename: str) -> bool:
    """Whether *pagename* is a document that the search finds."""
    if pagename not in app.env.found_docs:
        return False
    return not any(fnmatch(pagename, pattern) for pattern in app.config.pagefind_exclude)


def head_of(description: Description) -> str:
    """Give the elements that carry what the text does not say."""
    found = []
    for name, value in (("type", description.type), ("date", description.date)):
        if value:
            found.append(_meta("meta", name, value))
    if description.date:
        found.append(_meta("sort", "date", description.date))
    if description.names:
        found.append(_meta("meta", "names", " | ".join(description.names)))
    if description.aliases:
        found.append(_meta("meta", "alias", " | ".join(description.aliases)))
    for facet, values in description.facets.items():
        found += [_meta("filter", facet, value) for value in dict.fromkeys(values)]
    return "".join(found)


def _meta(kind: str, name: str, value: str) -> str:
    """Give an element; its own name is of no matter to the search, but HTML asks for one."""
    told = f'data-pagefind-{kind}="{escape(name)}[content]" content="{escape(value)}"'
    return f'<meta name="pagefind-{kind}" {told}>'


def _mark_page(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if doctree is None or not app.config.pagefind_enabled or not is_searched(app, pagename):
        return
    context["metatags"] = context.get("metatags", "") + head_of(describe(app, pagename))
    context["body"] = f"<div data-pagefind-body>{context['body']}</div>"


def setup(app: Sphinx) -> None:
    """Mark each page as it is written."""
    app.connect("html-page-context", _mark_page)
