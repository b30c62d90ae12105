"""A reference to a release in RIS, which Zotero, EndNote and Mendeley read."""

from __future__ import annotations

from collections.abc import Iterator

from council.exports.citations import Citation, one_line
from council.exports.site import Site
from council.model.partial_dates import PartialDate

_END = "\r\n"
"""As the format has it; texts stand on one line, so that none can begin with a tag of its own."""


def ris(citation: Citation, site: Site) -> str:
    """Give the record: a page on the web (``ELEC``), as the format knows no press release."""
    fields = [("TY", "ELEC"), ("ID", citation.key), *_fields(citation, site), ("ER", "")]
    return "".join(f"{tag}  - {one_line(text)}{_END}" for tag, text in fields)


def _fields(citation: Citation, site: Site) -> Iterator[tuple[str, str]]:
    yield "AU", site.publisher
    yield "TI", citation.title
    yield "T2", site.title
    if citation.date:
        yield "PY", str(citation.date.year)
        yield "DA", _date(citation.date)
    yield "M3", site.text_kind
    yield "LA", site.language
    if address := citation.address(site):
        yield "UR", address


def _date(date: PartialDate) -> str:
    """Give year, month and day between slashes, which stay where a part is not known: ``2014/01//``."""
    year, month, day, *_none = (*date.split("-"), "", "")
    return f"{year}/{month}/{day}/"
