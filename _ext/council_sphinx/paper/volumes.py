"""The archive in volumes: its releases by years, each volume of a set size at the most, and its records.

A volume has a year, or years with few releases together; a year with very many is parted, in the order of time.  The
last has the records, a list of all volumes and the index of all; where the records are very many, they have volumes of
their own before it.  So a release that is added changes the volume that it is in, and those of the records: the others refer to
them by the volume, and not by its pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, log2
from pathlib import Path
from typing import TypeVar

from council.language.naming import slug_of
from council.model.authorities import Kind
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from typst_builder.outline import Book, Colophon, Overview, Volume
from typst_builder.weights import Weight

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.paper.books import BookMaker, kind_title, year_name
from council_sphinx.views.wording import release_count, span_of_years

_Item = TypeVar("_Item")
_MEGABYTES = 900
"""The memory that the layout of a volume may take, whatever its pages; a process takes some for itself beside it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The releases of a volume by year; *number* is that of a part of a year, 0 for whole years."""

    years: Mapping[int | None, Sequence[str]]
    number: int = 0

    @property
    def pages(self) -> list[str]:
        return [page for pages in self.years.values() for page in pages]

    @property
    def name(self) -> str:
        """The name of its file: ``2014-2016``, ``2020-1``, ``undated``."""
        years = [year for year in self.years if year]
        span = span_of_years(years).replace("–", "-") or year_name(None)
        return f"{span}-{self.number}" if self.number else span

    @property
    def short(self) -> str:
        """What references call it: ``2014–2016``, ``2020-1``."""
        span = span_of_years([year for year in self.years if year]) or str(_("Without date"))
        return f"{span}-{self.number}" if self.number else span


def _volumes(app: Sphinx, book: Book, weights: Mapping[str, Weight]) -> list[Book] | None:
    """Give the volumes of the archive, where it is larger than one may be."""
    most = Weight(app.config.archive_volume_pages, _MEGABYTES)
    if sum(weights.values(), Weight()).is_within(most):
        return None
    maker = BookMaker(app)

    def weight(page: str) -> Weight:
        return weights.get(page, Weight())

    parts = _parts(maker, weight, most)
    records = list(_filled(maker.records(), lambda record: _steady(weight(record[1])), most)) or [[]]
    releases = [_volume_of_releases(maker, part) for part in parts]
    return [*releases, *_volumes_of_records(maker, app.env, records)]


def _parts(maker: BookMaker, weight: Callable[[str], Weight], most: Weight) -> list[_Part]:
    """Give the releases in parts of whole years where that can be, none larger than *most*."""
    parts: list[_Part] = []
    last = most
    for year, pages in maker.archive.chronology.years.items():
        filled = list(_filled(pages, weight, most))
        own = sum(map(weight, pages), weight(maker.page_of_year(year)))
        if len(filled) > 1:
            parts += [_Part({year: some}, number) for number, some in enumerate(filled, 1)]
            last = most
        elif parts and (last + own).is_within(most):
            parts[-1] = replace(parts[-1], years={**parts[-1].years, year: pages})
            last += own
        else:
            parts.append(_Part({year: pages}))
            last = own
    return parts


def _filled(items: Iterable[_Item], weight: Callable[[_Item], Weight], most: Weight) -> Iterator[list[_Item]]:
    """Give the items in lists, in order, each as long as *most* allows."""
    some: list[_Item] = []
    total = Weight()
    for item in items:
        if some and not (total + weight(item)).is_within(most):
            yield some
            some, total = [], Weight()
        some.append(item)
        total += weight(item)
    if some:
        yield some


def _steady(weight: Weight) -> Weight:
    """Give a weight that seldom changes while a record grows: each that moves to another volume changes what refers to it."""
    return Weight(*(2.0 ** ceil(log2(value)) if value > 0 else 0.0 for value in (weight.pages, weight.megabytes)))


def _volume_of_releases(maker: BookMaker, part: _Part) -> Book:
    dates = [long_date(date, maker.language) for page in part.pages if (date := maker.archive.releases[page].date)]
    span = " – ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else ""
    chapters = [maker.chapter_of_year(year, pages) for year, pages in part.years.items()]
    subtitle = f"{part.short} · {span}" if part.number else part.short
    book = maker.bind(f"{maker.name}/{part.name}", part.pages, chapters, subtitle)
    count = release_count(len(part.pages))
    return replace(book, volume=Volume(part.short, 0, (" · ".join(filter(None, (count, span))),)))


def _volumes_of_records(
    maker: BookMaker, env: BuildEnvironment, parts: Sequence[list[tuple[Kind, str]]]
) -> Iterator[Book]:
    """Give the volume of the records, with what tells of all volumes; where they fill several, that is one by itself."""
    if len(parts) == 1:
        yield _volume_of_records(maker, env, parts[0], str(_("Records")), _overview(bool(parts[0])))
        return
    for number, records in enumerate(parts, 1):
        yield _volume_of_records(maker, env, records, f"{_('Records')} {number}", None)
    yield _volume_of_records(maker, env, [], str(_("General index")), _overview(with_records=False))


def _volume_of_records(
    maker: BookMaker, env: BuildEnvironment, records: list[tuple[Kind, str]], short: str, overview: Overview | None
) -> Book:
    chapters = maker.chapters_of_records(records)
    book = maker.bind(f"{maker.name}/{slug_of(short)}", maker.archive.chronology.pages, chapters, short)
    kinds = dict.fromkeys(kind_title(kind) for kind, _page in records)
    volume = Volume(short, 2 if overview else 1, (" · ".join(kinds),), overview)
    return replace(book, volume=volume, colophon=_colophon(maker, env, [page for _kind, page in records]))


def _overview(with_records: bool) -> Overview:
    """Give what the list of volumes is called; it is made after all others, and knows their pages and checksums."""
    heads = (str(_("Volume")), str(_("What it holds")), str(_("Pages")))
    alone = _("The SHA-256 checksum of the file of each other volume:")
    before = _("Before them, that of the file of each other volume.")
    return Overview(str(_("The volumes")), heads, str(before if with_records else alone))


def _colophon(maker: BookMaker, env: BuildEnvironment, pages: list[str]) -> Colophon:
    made = str(_("Made from %d records. The SHA-256 checksum of each source file:")) % len(pages)
    sums = tuple((page, hashlib.sha256(Path(env.doc2path(page)).read_bytes()).hexdigest()) for page in pages)
    return Colophon(str(_("Colophon")), (maker.rights, made) if pages else (maker.rights,), sums)


def setup(app: Sphinx) -> None:
    """Register the handler."""
    app.add_config_value("archive_volume_pages", 200, "", int)
    app.connect("typst-volumes", _volumes)
