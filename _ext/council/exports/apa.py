"""A reference to a release as APA has it (7th edition, press release)."""

from __future__ import annotations

from babel.dates import format_skeleton, get_month_names

from council.exports.citations import Citation, one_line
from council.exports.printed_reference import PrintedReference
from council.exports.site import Site
from council.model.partial_dates import PartialDate


def apa(citation: Citation, site: Site) -> PrintedReference:
    """Give the reference in the language of *site*."""
    year = str(citation.date.year) if citation.date else site.undated
    return PrintedReference(
        f"{_ended(site.publisher)} ({_date(citation.date, site)}). ",
        citation.title,
        f" [{site.text_kind}]. {_ended(site.title)} ",
        citation.address(site),
        f"{one_line(site.publisher)}, {year}",
    )


def _ended(text: str) -> str:
    return f"{one_line(text).rstrip('.')}."


def _date(date: PartialDate | None, site: Site) -> str:
    """Give the year, then the day as the language writes it: ``2020, 30 de noviembre``, ``2020, November 30``.

    Of a date without a day it gives what is known: ``2014, enero``.
    """
    if date is None:
        return site.undated
    if date.month is None:
        return str(date.year)
    language = site.language or "en"
    if date.day:
        return f"{date.year}, {format_skeleton('MMMMd', date.first, locale=language)}"
    return f"{date.year}, {get_month_names('wide', 'stand-alone', language)[date.month]}"
