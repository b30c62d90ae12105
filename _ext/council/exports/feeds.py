"""``feeds/``: the newest releases of the archive, of each year, and of each record, in Atom and JSON Feed.

``feeds/projects/plan-de-agua.atom`` follows the page ``projects/plan-de-agua``, ``feeds/all.atom`` the archive.  Nothing
is written where the site has no address: a feed is read elsewhere, and its links would lead nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from council.archive.archive import Archive
from council.exports import atom, json_feed
from council.exports.feed_entries import FeedEntry, moment
from council.exports.followed_pages import Feed, feeds
from council.exports.output import Output
from council.exports.site import Site

_KEPT = 2_000
"""How many entries are kept in memory for the next feed that has them."""


class Format(NamedTuple):
    """A format of feeds; *whole* makes one of its entries, each as *entry* gives it."""

    name: str
    suffix: str
    media_type: str
    entry: Callable[[FeedEntry], str]
    whole: Callable[[Feed, str, Sequence[str], Site], str]


FORMATS = (
    Format("Atom", atom.SUFFIX, atom.MEDIA_TYPE, atom.atom_entry, atom.atom_feed),
    Format("JSON Feed", json_feed.SUFFIX, json_feed.MEDIA_TYPE, json_feed.json_item, json_feed.json_feed),
)


def write_feeds(archive: Archive, site: Site, output: Output) -> None:
    """Write each feed in each format."""

    @lru_cache(_KEPT)
    def told(page: str) -> tuple[str, ...]:
        entry = FeedEntry.of(page, archive, site)
        return tuple(format_.entry(entry) for format_ in FORMATS)

    for feed, pages in feeds(archive, site) if site.base_url and site.feed_entries else ():
        updated = moment(max((date for page in pages if (date := archive.releases[page].date)), default=None))
        entries = [told(page) for page in pages]
        for number, format_ in enumerate(FORMATS):
            whole = format_.whole(feed, updated, [entry[number] for entry in entries], site)
            output.write(feed.file(format_.suffix), whole)
