"""The pages that can be followed by a feed: the home page, that of each year, and that of each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from council.archive.archive import Archive
from council.exports.citations import one_line
from council.exports.feed_ids import feed_id
from council.exports.site import Site

FOLDER = "feeds"
"""Where feeds stand below the root of the site."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed that the page *page* is followed by, called *name*; both are empty for the feed of all releases."""

    page: str = ""
    name: str = ""

    def file(self, suffix: str) -> str:
        """Give the path of its file in one format, from the root of the site."""
        return f"{FOLDER}/{self.page or 'all'}.{suffix}"

    def id(self, site: Site) -> str:
        """Give its identifier, the same in all formats."""
        return feed_id(site, self.file("")[:-1])

    def title(self, site: Site) -> str:
        """Give its title, which tells it from those of other archives."""
        return one_line(" · ".join(filter(None, (site.title, self.name))))

    def home(self, site: Site) -> str:
        """Give the address of the page that it belongs to."""
        return site.address(self.page) if self.page else site.base_url


def feeds(archive: Archive, site: Site) -> Iterator[tuple[Feed, list[str]]]:
    """Give each feed, and the pages of its releases: the newest first, those without a date last, bounded by the site."""

    def newest(pages: Iterable[str]) -> list[str]:
        known = [(page, archive.releases[page].date) for page in dict.fromkeys(pages)]
        dated = (page for page, date in reversed(known) if date)
        return list(islice(chain(dated, (page for page, date in known if not date)), site.feed_entries))

    yield Feed(), newest(archive.releases)
    for year, pages in archive.chronology.years.items():
        if year is not None:
            yield Feed(f"{site.years_folder}/{year}", str(year)), newest(pages)
    for page, entry in archive.entries.by_page.items():
        yield Feed(page, entry.name), newest(mention.page for mention in entry.mentions)
