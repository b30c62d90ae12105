"""What a feed tells of a release: the one record that every format of feeds is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from council.archive.archive import Archive
from council.exports.citations import one_line
from council.exports.feed_ids import feed_id
from council.exports.site import Site
from council.model.partial_dates import PartialDate
from council.model.releases import Release

_UNDATED = PartialDate("1970")
"""Stands for no date where a format demands one: the same in each build, and older than any release."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A release in a feed; *html* is its full text."""

    id: str
    address: str
    title: str
    date: PartialDate | None
    summary: str
    keywords: tuple[str, ...]
    authors: tuple[str, ...]
    html: str

    @classmethod
    def of(cls, page: str, archive: Archive, site: Site) -> FeedEntry:
        """Give what is told of the release on *page*."""
        release = archive.releases[page]
        return cls(
            id=feed_id(site, _first_page(page, release)),
            address=site.address(page),
            title=one_line(release.display_title),
            date=release.date,
            summary=one_line(release.description),
            keywords=tuple(map(one_line, release.keywords)),
            authors=tuple(map(one_line, release.authors)),
            html=site.text_of(page),
        )


def _first_page(page: str, release: Release) -> str:
    """Give the page on which *release* was at first: readers know it by that."""
    return str(PurePosixPath(page).with_name(release.previous_slugs[0])) if release.previous_slugs else page


def moment(date: PartialDate | None) -> str:
    """Give a time of RFC 3339 for *date*: noon of its first day, which is that day from Honolulu to Auckland."""
    return f"{(date or _UNDATED).first.isoformat()}T12:00:00Z"
