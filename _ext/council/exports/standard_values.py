"""Values as standards of data want them: text that XML can hold, dates in ISO 8601, addresses that are no command."""

from __future__ import annotations

import re
from urllib.parse import quote

from council.exports.site import Site
from council.language.xml_text import xml_text

NO_DATE = "XXXX"
"""The year that is not specified, of ISO 8601-2, where a standard wants a date and none is known."""

HEAD = "http://www.w3.org/ns/org#Head"
"""What W3C's Organization Ontology calls the role of who heads an organization."""

_URI_SIGNS = "%/:?#@!$&'()*+,;=~"
_PLAIN = re.compile(r"[\w./#-]*", re.ASCII)
_WEB_ADDRESS = re.compile(r"https?://\S+")


def iso_date(date: object) -> str:
    """Give a date as ISO 8601 has it, as precise as it is."""
    return str(date)


def uri(address: str) -> str:
    """Give *address* with all signs that a URI cannot hold in its percent form."""
    return address if _PLAIN.fullmatch(address) else quote(xml_text(address), safe=_URI_SIGNS)


def web_address(address: str) -> str:
    """Give *address* as a URI where it is one of the web, else nothing: no link may run a script."""
    return uri(address) if _WEB_ADDRESS.fullmatch(address) else ""


def reference(site: Site, file: str, page: str, anchor: str = "") -> str:
    """Give the URI of *page*, at *anchor*, for the *file* of an export; relative to it where the site has no address."""
    up = "" if site.base_url else "../" * file.count("/")
    return up + uri(site.address(page, anchor))
