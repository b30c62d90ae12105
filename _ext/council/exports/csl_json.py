"""References to releases in CSL-JSON, which citation processors read (Pandoc, Zotero, citeproc)."""

from __future__ import annotations

from typing import Any

from council.exports.citations import Citation, one_line
from council.exports.site import Site


def csl_item(citation: Citation, site: Site) -> dict[str, Any]:
    """Give the item: a page on the web, whose ``genre`` tells what kind of text it is."""
    item: dict[str, Any] = {
        "id": citation.key,
        "type": "webpage",
        "author": [{"literal": one_line(site.publisher)}],
        "title": citation.title,
        "genre": site.text_kind,
        "container-title": one_line(site.title),
        "language": site.language,
    }
    if citation.date:
        item["issued"] = {"date-parts": [[int(part) for part in citation.date.split("-")]]}
    if address := citation.address(site):
        item["URL"] = address
    return item
