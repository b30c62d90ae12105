"""Places in a PDF by their names (ISO 32000-1, 12.3.2.3), so that references in other files lead to them.

Typst names labelled headings alone, and places in its catalogue, the last object of a file: what stands before it stays
where it is when the catalogue grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path

from .compiler import Place

_ABOVE = 10.0
"""Points that are shown above a place."""
_ENTRY = 20
"""Bytes of a line of the table of objects (7.5.4)."""


def name_places(file: Path, places: Mapping[str, Place]) -> None:
    """Give *places* their names in the PDF in *file*; raises ``ValueError`` where it is not as Typst writes it."""
    with file.open("r+b") as stream:
        with mmap(stream.fileno(), 0, access=ACCESS_READ) as data:
            table = int(_found(rb"startxref\s+(\d+)\s", data, data.rfind(b"startxref"))[1])
            start = data.rfind(b"/Type/Catalog", 0, table)
            catalogue = data[start:table]
            pages = list(_pages(data, table, int(_found(rb"/Pages (\d+) 0 R", catalogue)[1])))
            rest = data[table:]
        whole = _with_names(catalogue, _names(places, pages))
        moved = table + len(whole) - len(catalogue)
        stream.seek(start)
        stream.truncate()
        stream.write(whole + rest.replace(b"startxref\n%d" % table, b"startxref\n%d" % moved))


def _found(pattern: bytes, data: bytes | mmap, start: int = 0) -> re.Match[bytes]:
    found = re.compile(pattern).search(data, start) if start >= 0 else None
    if found is None:
        raise ValueError(f"a PDF of another form: {pattern!r} is not found")
    return found


def _with_names(catalogue: bytes, names: bytes) -> bytes:
    """Give the catalogue with *names* in place of its own, which stand at its end."""
    before = catalogue.partition(b"/Names<<")[0]
    end = catalogue.rindex(b">>")
    before = before if before != catalogue else catalogue[:end]
    return before + b"/Names<</Dests<</Names[" + names + b"]>>>>" + catalogue[end:]


def _pages(data: mmap, table: int, number: int) -> Iterator[tuple[int, float]]:
    """Give the object of each page below that of a *number*, and the height of the page."""
    entry = data.find(b"\n", data.find(b"\n", table) + 1) + 1 + number * _ENTRY
    start = int(data[entry : entry + 10])
    node = data[start : data.find(b"endobj", start)]
    if b"/Type/Pages" not in node:
        yield number, float(_found(rb"/MediaBox\s*\[\s*\S+ \S+ \S+ ([\d.]+)", node)[1])
        return
    for kid in re.findall(rb"(\d+) 0 R", _found(rb"/Kids\s*\[([^]]*)\]", node)[1]):
        yield from _pages(data, table, int(kid))


def _names(places: Mapping[str, Place], pages: list[tuple[int, float]]) -> bytes:
    """Give the names in the order of their bytes, as a name tree has them, each with its place."""
    lines = []
    for name, place in sorted((name.encode("utf-8"), place) for name, place in places.items()):
        page, height = pages[place.page - 1]
        top = min(height - place.y + _ABOVE, height)
        lines.append(b"<%s>[%d 0 R/XYZ %.2f %.2f 0]" % (name.hex().encode(), page, place.x, top))
    return b"".join(lines)
