"""Values of linked data: texts in a language, dates as precise as they are, addresses of the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import Literal
from rdflib.namespace import XSD

from council.exports.rdf_text import Value
from council.exports.standard_values import iso_date, web_address
from council.language.xml_text import xml_text

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth}


def texts(name: str, written: Iterable[str | None], language: str | None = None) -> Iterator[Value]:
    """Give each text that holds anything, once."""
    tag = language and language.replace("_", "-")
    for text in dict.fromkeys(written):
        if text:
            yield name, Literal(xml_text(text), lang=tag)


def addresses(name: str, *written: str) -> Iterator[Value]:
    """Give each address that is one of the web."""
    for address in filter(None, map(web_address, written)):
        yield name, address


def dates(name: str, *known: object) -> Iterator[Value]:
    """Give each date that is there."""
    for date in filter(None, known):
        text = iso_date(date)
        yield name, Literal(text, datatype=_DATE_TYPES.get(len(text), XSD.date), normalize=False)
