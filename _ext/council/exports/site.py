"""Where an archive is published, and by whom: what exports need to know beside the archive itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from council.profile.institution import Publication


def _no_text(_page: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The facts of a site.

    *base_url* is the address of its root with a slash at its end, empty where the site has none: what needs an absolute
    address is left out then.  *link_of* gives the path of a page from the root as links write it
    (``sessions/2020-11-30-octava-sesion-consejo.html``).  *text_of* gives the HTML of a release's text, for exports
    that are written after the pages.  *translated* gives a message in the language of the pages.
    """

    title: str
    publisher: str
    language: str
    base_url: str = ""
    publication: Publication = field(default_factory=Publication)
    link_of: Callable[[str], str] = "{}.html".format
    text_of: Callable[[str], str] = _no_text
    translated: Callable[[str], str] = str

    def address(self, page: str, anchor: str = "") -> str:
        """Give the absolute address of *page*, at *anchor*; only its path where the site has none."""
        return self.base_url + self.link_of(page) + (f"#{anchor}" if anchor else "")

    def file_address(self, path: str) -> str:
        """Give the absolute address of a file by its *path* from the root; only that where the site has none."""
        return self.base_url + path
