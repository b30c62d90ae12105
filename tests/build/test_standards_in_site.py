"""Where the standards of archives and civic data point to: pages of the site that are there, and places in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree
from rdflib import Graph, URIRef
from sites import Site

THING = "this"
"""The fragment by which linked data calls what a record describes; the page itself has no such place.

Nor has the home page those of what no page describes.
"""


@cache
def places(page: Path) -> frozenset[str]:
    """Give the ids in a page."""
    return frozenset(re.findall(r'\sid="([^"]*)"', page.read_text(encoding="utf-8")))


def leads(file: Path, address: str) -> bool:
    """Whether a relative *address* in *file* leads to a place that is there."""
    path, _, anchor = address.partition("#")
    page = (file.parent / unquote(path)).resolve()
    if not page.is_file():
        return False
    return not anchor or page.suffix != ".html" or anchor == THING or unquote(anchor) in places(page)


def relative(addresses: list[str]) -> list[str]:
    return [address for address in addresses if not re.match("https?:", address)]


def in_xml(file: Path) -> list[str]:
    attributes = ("href", "valueURI", "identifier")
    return [str(value) for name in attributes for value in etree.parse(file).xpath(f"//@{name}")]


def in_popolo(file: Path) -> list[str]:
    def urls(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (str(inner) for key, inner in value.items() if key == "url")
            value = list(value.values())
        for inner in value if isinstance(value, list) else []:
            yield from urls(inner)

    return list(urls(json.loads(file.read_text(encoding="utf-8"))))


def in_turtle(file: Path) -> list[str]:
    graph = Graph().parse(file, format="turtle", publicID=file.as_uri())
    root = file.parent.parent.as_uri() + "/"
    names = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    names = {name for name in names if urldefrag(name).url != root}
    return [name.replace(root, "../") for name in names]


READERS = {"data/ead.xml": in_xml, "data/popolo.json": in_popolo, "data/records.ttl": in_turtle}


@pytest.mark.parametrize("name", READERS)
def test_every_address_leads_somewhere(archive: Site, name: str) -> None:
    file = archive.output / name
    addresses = relative(READERS[name](file))
    assert len(addresses) > 50
    assert [address for address in addresses if not leads(file, address)] == []


def test_every_address_of_an_authority_leads_somewhere(archive: Site) -> None:
    files = sorted((archive.output / "data" / "eac").rglob("*.xml"))
    assert len(files) == len([*archive.source.glob("people/*.md"), *archive.source.glob("directorates/*.md")])
    for file in files:
        assert [address for address in relative(in_xml(file)) if not leads(file, address)] == []
