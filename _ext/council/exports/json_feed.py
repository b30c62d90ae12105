"""Feeds in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from council.exports.citations import one_line
from council.exports.feed_entries import FeedEntry, moment
from council.exports.followed_pages import Feed
from council.exports.site import Site

SUFFIX, MEDIA_TYPE = "json", "application/feed+json"


def json_item(entry: FeedEntry) -> str:
    """Give the item of *entry*."""
    item: dict[str, Any] = {"id": entry.id, "url": entry.address, "title": entry.title, "content_html": entry.html}
    if entry.date:
        item["date_published"] = moment(entry.date)
    if entry.summary:
        item["summary"] = entry.summary
    if entry.authors:
        item["authors"] = [{"name": author} for author in entry.authors]
    if entry.keywords:
        item["tags"] = entry.keywords
    return _json(item)


def json_feed(feed: Feed, _updated: str, items: Sequence[str], site: Site) -> str:
    """Give the document of *feed*, with its *items*."""
    author = {"name": one_line(site.publisher)} | (
        {"url": site.publication.website} if site.publication.website else {}
    )
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title(site),
        "home_page_url": feed.home(site),
        "feed_url": site.file_address(feed.file(SUFFIX)),
        "authors": [author],
    }
    if site.language:
        head["language"] = site.language
    return f'{_json(head).removesuffix("}")},"items":[\n' + ",\n".join(items) + "\n]}\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
