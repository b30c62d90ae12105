"""A reference to a release as ISO 690 has it (4th edition of 2021, name and date, online resources)."""

from __future__ import annotations

from babel.dates import format_date

from council.exports.citations import Citation, one_line
from council.exports.printed_reference import PrintedReference
from council.exports.site import Site
from council.model.partial_dates import PartialDate

_ENDS = ("…", "?", "!")
"""What ends a title without a full stop."""


def iso690(citation: Citation, site: Site) -> PrintedReference:
    """Give the reference in the language of *site*, in which the standard leaves the words to be."""
    publisher = one_line(site.publisher)
    year = str(citation.date.year) if citation.date else f"[{site.undated}]"
    address = citation.address(site)
    told = [site.medium, _date(citation.date, site)]
    rest = "".join(f" {text}." for text in told if text) + (f" {site.available} " if address else "")
    return PrintedReference(
        f"{publisher.upper()}, {year}. {citation.title}{'' if citation.title.endswith(_ENDS) else '.'} ",
        one_line(site.title),
        f".{rest}",
        address,
        f"{publisher} {year}",
    )


def _date(date: PartialDate | None, site: Site) -> str:
    """Give the day in the order of the standard, as far as it is known: ``30 November 2020``; a year stands before."""
    if date is None or not date.month:
        return ""
    return format_date(date.first, "d MMMM y" if date.day else "MMMM y", locale=site.language or "en")
