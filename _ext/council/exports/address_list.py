"""``data/addresses.txt``: every address of the site, one a line, from its root.

Pages, redirects and the permalinks of what releases name: ``sessions/SLUG.html#proyecto-atlas``.  Other fragments, as
those of headings, follow the text, and are no promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from council.archive.archive import Archive


def address_list(archive: Archive, files: Iterable[str], file_of: Mapping[str, str]) -> str:
    """Give the addresses of *files* and of what the releases of *archive* name on the files of their pages."""
    addresses = {quote(file) for file in files}
    for page, anchors in archive.entries.anchors.items():
        addresses |= {f"{quote(file_of[page])}#{anchor}" for anchor in anchors.values()}
    return "".join(f"{address}\n" for address in sorted(addresses))
