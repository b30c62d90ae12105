"""What Zotero takes of a page: a small reader that follows its translator *Embedded Metadata*.

It looks at the elements of the head in the order of https://github.com/zotero/translators: names with a known prefix are
statements of Dublin Core or Open Graph; those of Highwire (``citation_…``) win over them, and tell the type of the item.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html

_TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
_FIELDS = {
    "title": ("citation_title", "dc.title", "og:title"),
    "date": ("citation_publication_date", "article:published_time", "dc.date"),
    "publisher": ("citation_technical_report_institution", "citation_publisher", "dc.publisher"),
    "url": ("citation_public_url", "og:url"),
    "abstract": ("citation_abstract", "og:description", "dc.description"),
    "language": ("citation_language", "dc.language"),
    "pdf": ("citation_pdf_url",),
}


@dataclass(frozen=True)
class Item:
    """What Zotero files: the type of an item, its fields, who made it, its tags."""

    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def item_of(page: str) -> Item:
    """Read the HTML of a page."""
    told: dict[str, list[str]] = {}
    for element in html.fromstring(page).xpath("/html/head/meta[@content]"):
        for name in (element.get("name") or element.get("property") or "").split():
            told.setdefault(name if name.startswith("citation_") else name.lower(), []).append(element.get("content"))
    type_ = next(
        (_TYPES[name] for name in told if name in _TYPES), "journalArticle" if "citation_title" in told else ""
    )
    fields = {
        key: " ".join(", ".join(told[name]).split())
        for key, names in _FIELDS.items()
        for name in [next(filter(told.__contains__, names), None)]
        if name
    }
    tags = [*told.get("dc.subject", []), *told.get("article:tag", [])]
    tags = tags or [
        tag.strip() for told_together in told.get("citation_keywords", []) for tag in told_together.split(";")
    ]
    creators = told.get("citation_author") or told.get("dc.creator") or []
    return Item(type_ or "webpage", fields, tuple(creators), tuple(dict.fromkeys(tags)))
