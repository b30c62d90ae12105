"""How linked data calls what the archive knows: by addresses of pages, which last; candidates have none.

A page, or a permalink in it, is called by its address; the thing that a record describes by that of the record's page
and ``#this``; what has no page (the institution, sessions) by a fragment of the root of the site.  The data in the heads of
pages goes by the same names, so that what the two say of a thing comes together.  A candidate without a record
is a blank node: its id may change when somebody files a record, and the name of a thing must not.  All addresses are
relative to the root of the site, which is the base of both files: its own address, or ``../`` where it has none.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from council.exports.site import Site
from council.exports.standard_values import uri
from council.model.entries import Entry

Name: TypeAlias = str
"""A URI, or the label of a blank node: ``_:label``."""
TURTLE_FILE, JSON_LD_FILE = "data/records.ttl", "data/records.jsonld"
THING, INSTITUTION = "this", "institution"
"""Fragments: of what a record's page describes, and of the institution."""


def session_fragment(key: str) -> str:
    """Give the fragment of the session that references call *key*."""
    return f"session-{uri(key)}"


class Names:
    """The names of all that an archive on *site* holds."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.base = uri(site.base_url) or "../"
        self.page = lru_cache(maxsize=None)(self._page)
        self.archive, self.institution, self.council = "", self.part(INSTITUTION), self.part("council")

    def _page(self, page: str) -> Name:
        return uri(self._site.link_of(page))

    def place(self, page: str, anchor: str) -> Name:
        """Give the name of the passage at a permalink."""
        return f"{self.page(page)}#{uri(anchor)}"

    def part(self, name: str) -> Name:
        """Give the name of what has no page."""
        return f"#{name}"

    def entry(self, entry: Entry) -> Name:
        """Give the name of what *entry* knows."""
        return self.place(entry.page, THING) if entry.page else f"_:{entry.kind}-{entry.id}"
