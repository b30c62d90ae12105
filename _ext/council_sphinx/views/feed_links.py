"""The feeds that a page can be followed by: a small line below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from council.exports.feeds import FORMATS
from council.exports.followed_pages import Feed
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import joined, paragraph
from council_sphinx.views.placeholder import View


@dataclass(frozen=True)
class FeedLinks(View[Feed | None]):
    """Links to the feed of the page that they stand on: of a *year*, of a record, else of all releases."""

    shows_releases: ClassVar[bool] = False
    year: int | None = None

    def collect(self, archive: SiteArchive, docname: str) -> Feed | None:
        """Give the feed; ``None`` for a year without releases."""
        if self.year is not None:
            return Feed(docname, str(self.year)) if self.year in archive.chronology.years else None
        entry = archive.entries.by_page.get(docname)
        return Feed(docname, entry.name) if entry else Feed()

    @staticmethod
    def build(context: ViewContext, data: Feed | None) -> list[nodes.Node]:
        """Give the line, where the site has feeds."""
        if data is None or not context.has_feeds:
            return []
        links = [context.file_link(data.file(format_.suffix), format_.name) for format_ in FORMATS]
        return [paragraph(str(_("Follow in a feed reader:")) + " ", *joined(links, " · "), classes=["feed-links"])]
