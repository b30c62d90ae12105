"""A reference to a release in BibTeX."""

from __future__ import annotations

import re
from urllib.parse import quote

from council.exports.citations import Citation, one_line
from council.exports.site import Site

_SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_NO_ADDRESS = re.compile(r"[\s{}\\]")
"""What would end a field, and has no place in an address; its ``%`` stays, as readers take addresses as they are."""


def bibtex(citation: Citation, site: Site) -> str:
    """Give the entry, special characters escaped; the publisher is in braces of its own, as it is no person."""
    fields = {"author": f"{{{_escaped(site.publisher)}}}", "title": _escaped(citation.title)}
    if date := citation.date:
        parts = {"year": date.year, "month": date.month, "day": date.day}
        fields |= {name: str(part) for name, part in parts.items() if part}
    fields |= {"note": _escaped(site.text_kind), "howpublished": _escaped(site.title)}
    if address := citation.address(site):
        fields["url"] = _NO_ADDRESS.sub(lambda sign: quote(sign[0]), address)
    return f"@misc{{{citation.key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items()) + "}"


def _escaped(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda sign: _SIGNS.get(sign[0], f"\\{sign[0]}"), one_line(text))
