"""The sources of a description in EAC-CPF: each place of a release that says something, once, and references to it."""

from __future__ import annotations

from collections.abc import Iterable

from council.archive.archive import Archive
from council.exports.site import Site
from council.exports.standard_values import NO_DATE, iso_date, reference
from council.exports.statements import Statement
from council.exports.xml_elements import Element, Vocabulary

eac = Vocabulary("https://archivists.org/ns/eac/v2")


class Sources:
    """The places that say what the description in *file* tells, in the order in which they are asked for."""

    def __init__(self, archive: Archive, site: Site, file: str) -> None:
        self._archive, self._site, self._file = archive, site, file
        self._ids: dict[tuple[str, str, int], str] = {}

    def references(self, statements: Iterable[Statement]) -> str:
        """Give the ids of the places where *statements* stand."""
        places = ((shown.mention.page, shown.mention.anchor, shown.line) for shown in statements)
        return " ".join(dict.fromkeys(self._ids.setdefault(place, f"source-{len(self._ids) + 1}") for place in places))

    def record(self, page: str) -> str:
        """Give the id of the authority record on *page*, as the place that says something."""
        return self._ids.setdefault((page, "", 0), f"source-{len(self._ids) + 1}")

    def element(self) -> Element | None:
        """Give all places that were asked for: permalink, title and date of the release, line."""
        return eac.filled("sources", *(self._source(*place, id_) for place, id_ in self._ids.items()))

    def newest(self) -> str:
        """Give the date of the newest release among them."""
        releases = (self._archive.releases.get(page) for page, _anchor, _line in self._ids)
        dates = [release.date for release in releases if release and release.date]
        return iso_date(max(dates)) if dates else NO_DATE

    def _source(self, page: str, anchor: str, line: int, id_: str) -> Element:
        address = reference(self._site, self._file, page, anchor)
        release = self._archive.releases.get(page)
        if release is None:
            record = self._archive.entries.by_page[page]
            return eac("source", eac("reference", record.name, href=address), id=id_)
        dated = eac("citedRange", iso_date(release.date), unit="date") if release.date else None
        stands = eac("citedRange", str(line), unit="line")
        return eac("source", eac("reference", release.title, href=address), dated, stands, id=id_)
