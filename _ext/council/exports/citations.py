"""What is cited of a release: the one record that every format of a reference is made of."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from unicodedata import category

from council.exports.site import Site
from council.language.folding import fold
from council.model.partial_dates import PartialDate
from council.model.releases import Release

FOLDER = "citations"
"""Where references stand below the root of the site."""
_UNPRINTED = frozenset(["Cc", "Cs", "Zl", "Zp"])
"""Categories of Unicode: controls, halves of pairs, separators of lines and paragraphs."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A release as references tell it; who published it, and where, a :class:`~council.exports.site.Site` tells."""

    page: str
    key: str
    title: str
    date: PartialDate | None
    source_url: str

    @classmethod
    def of(cls, page: str, release: Release) -> Citation:
        """Give what is told of the *release* on *page*; the title stands on one line, without a full stop."""
        title = one_line(release.display_title)
        return cls(page, _key(page, release.slug), title.rstrip(" .") or title, release.date, release.source_url)

    def address(self, site: Site) -> str:
        """Give the address of the page; where the archive is not on the web, that of the official text."""
        return site.address(self.page) if site.base_url else self.source_url

    def file(self, suffix: str) -> str:
        """Give the path of the file that cites it alone, from the root of the site."""
        return f"{FOLDER}/{self.page}.{suffix}"


def one_line(text: str) -> str:
    """Give *text* without line breaks, control characters and what XML may not hold: no format has a place for them."""
    if not text.isprintable():
        text = "".join(" " if sign in "\ufffe\uffff" or category(sign) in _UNPRINTED else sign for sign in text)
    return " ".join(text.split())


def _key(page: str, slug: str) -> str:
    """Give a key of plain letters that no other page has, and that does not change when others come or go."""
    key = re.sub(r"[^a-z0-9-]", "", fold(slug))
    return key if key == slug else f"{key}-{hashlib.sha256(page.encode()).hexdigest()[:8]}".lstrip("-")
