"""``data/addresses.txt``: every address of the site, one a line, from its root.

Pages, redirects and the permalinks of what releases name: ``sessions/SLUG.html#proyecto-atlas``.  Other fragments, as
those of headings, follow the text, and are no promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from council.archive.archive import Archive


def address_list(archive: Archive, files: Mapping[str, str], redirects: Iterable[str]) -> str:
    """Give the addresses of *files*, by their pages, of *redirects*, and of what the releases of *archive* name."""
    addresses = {quote(file) for file in (*files.values(), *redirects)}
    for page, anchors in archive.entries.anchors.items():
        addresses |= {f"{quote(files[page])}#{anchor}" for anchor in anchors.values()}
    return "".join(f"{address}\n" for address in sorted(addresses))
