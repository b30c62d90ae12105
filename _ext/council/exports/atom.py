"""Feeds in Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from council.exports.citations import one_line
from council.exports.feed_entries import FeedEntry, moment
from council.exports.followed_pages import Feed
from council.exports.site import Site

SUFFIX, MEDIA_TYPE = "atom", "application/atom+xml"

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_entry(entry: FeedEntry) -> str:
    """Give the element of *entry*, in the namespace of what it is put into."""
    element = etree.Element("entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", moment(entry.date))
    if entry.date:
        _add(element, "published", moment(entry.date))
    for author in entry.authors:
        _add(etree.SubElement(element, "author"), "name", author)
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    for keyword in entry.keywords:
        _add(element, "category", term=keyword)
    if entry.summary:
        _add(element, "summary", entry.summary)
    _add(element, "content", entry.html, type="html")
    return str(etree.tostring(element, encoding="unicode"))


def atom_feed(feed: Feed, updated: str, entries: Sequence[str], site: Site) -> str:
    """Give the document of *feed*, with the elements of its *entries*."""
    element = etree.Element("feed", {_LANGUAGE: site.language} if site.language else {}, nsmap={None: _NAMESPACE})
    _add(element, "id", feed.id(site))
    _add(element, "title", feed.title(site))
    _add(element, "updated", updated)
    author = etree.SubElement(element, "author")
    _add(author, "name", one_line(site.publisher))
    if site.publication.website:
        _add(author, "uri", site.publication.website)
    _add(element, "link", rel="self", type=MEDIA_TYPE, href=site.file_address(feed.file(SUFFIX)))
    _add(element, "link", rel="alternate", type="text/html", href=feed.home(site))
    if site.publication.licence:
        _add(element, "rights", one_line(site.publication.licence))
    head = str(etree.tostring(element, encoding="unicode")).removesuffix("</feed>")
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', head, *entries, "</feed>\n"])


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> None:
    etree.SubElement(parent, name, attributes).text = text or None
