"""Addresses at which a page of the site was once: what one looks like, and which file answers there.

An address is an absolute path on the site's own host, ``/news/2020-meeting.html``, its letters as they are read, not
as ``%C3%A9``.  It names no host, does not leave the site, and has only signs that mean nothing to a server's settings.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Annotated

from msgspec import Meta

from council.model.source_files import wrong_with_name

NO_SIGN = re.compile(r"[^\w/ .,~+@!()=-]")
"""A sign that an address has not."""

_HIDDEN = re.compile(r"/\.")
_PAGES = {".html", ".htm"}
_LONGEST = 1000


def is_address(text: str) -> bool:
    """Whether *text* is an address that a file below the root of the site can answer."""
    return (
        len(text) <= _LONGEST
        and re.match(r"/(?!/)", text) is not None
        and "//" not in text
        and not (NO_SIGN.search(text) or _HIDDEN.search(text))
        and not wrong_with_name(PurePosixPath(file_at(text)))
    )


def is_page_name(text: str) -> bool:
    """Whether *text* is the name that a page can have in its folder."""
    return "/" not in text and is_address(f"/{text}.html")


def file_at(address: str) -> str:
    """Give the path from the root of the site of the page that answers at *address*: ``/a/b`` is a folder's."""
    path = address.strip("/")
    if PurePosixPath(path).suffix in _PAGES and not address.endswith("/"):
        return path
    return f"{path}/index.html".lstrip("/")


Address = Annotated[
    str,
    Meta(
        extra={
            "wanted": "address on this site; write its path, as /news/2020-meeting.html, in letters, digits and .-_",
            "holds": is_address,
        }
    ),
]
PageName = Annotated[str, Meta(extra={"wanted": "file name of a release, without its ending", "holds": is_page_name})]
