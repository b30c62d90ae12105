"""Where an archive is published, and by whom: what exports need to know beside the archive itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from council.model.partial_dates import PartialDate
from council.profile.institution import Publication


def _no_text(_page: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The facts of a site.

    *base_url* is the address of its root with a slash at its end, empty where the site has none: what needs an absolute
    address is left out then.  *link_of* gives the path of a page from the root as links write it
    (``sessions/2020-11-30-octava-sesion-consejo.html``).  *text_of* gives the HTML of a release's text, for exports
    that are written after the pages; so does *page_dates*, which tells the path of every page, and the date of the newest
    release on it.  *text_kind* is what references call a text in the language of the site, *undated* how they say that it
    has no date, *medium* and *available* that it is online, and where.  Pages of years stand in *years_folder*; a feed has
    the *feed_entries* newest releases; where that is 0, there are no feeds.  *translated* gives a message in the language of the pages.
    """

    title: str
    publisher: str
    language: str
    base_url: str = ""
    publication: Publication = field(default_factory=Publication)
    text_kind: str = "Press release"
    undated: str = "n.d."
    medium: str = "Online"
    available: str = "Available from:"
    years_folder: str = "years"
    feed_entries: int = 20
    link_of: Callable[[str], str] = "{}.html".format
    text_of: Callable[[str], str] = _no_text
    page_dates: Callable[[], Mapping[str, PartialDate | None]] = dict
    translated: Callable[[str], str] = str

    def address(self, page: str, anchor: str = "") -> str:
        """Give the absolute address of *page*, at *anchor*; only its path where the site has none."""
        return self.base_url + self.link_of(page) + (f"#{anchor}" if anchor else "")

    def file_address(self, path: str) -> str:
        """Give the absolute address of a file by its *path* from the root; only that where the site has none."""
        return self.base_url + path
