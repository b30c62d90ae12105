"""Identifiers of feeds and their entries: the same for good, whatever becomes of titles and software.

An entry keeps that of the first name that its file had; the feed of a record moves with its page.
"""

from __future__ import annotations

import re
import uuid
from urllib.parse import quote, urlsplit

from council.exports.site import Site

_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


def feed_id(site: Site, name: str) -> str:
    """Give the identifier of what is called *name* on *site*: a page, or a feed.

    A tag URI (RFC 4151) of the site's host and the year since which the archive stands there; where that is not told,
    a UUID of the archive's title and the name (RFC 9562, version 5).
    """
    since, place = site.publication.since, urlsplit(site.base_url)
    host = _ascii(place.hostname or "")
    if since is None or not _HOST.fullmatch(host):
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.title}\n{name}").urn
    path = f"{quote(place.path.strip('/'), safe='/%')}/{quote(name)}".lstrip("/")
    return f"tag:{host},{since}:{path}"


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
