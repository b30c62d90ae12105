"""``project-index``, ``directorate-index``, ``person-index``: records by name, to filter and sort; silent ones folded.

Projects and people stand under their letters, directorates under whether they are the institution's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from council.language.naming import slug_of
from council.model.authorities import FOLDERS, Kind
from council.model.entries import Entry
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, collation_key, counted, first_letter, short_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import fold_away, names, paragraph, part
from council_sphinx.views.form_fields import kinds_of
from council_sphinx.views.hidden_toctree import hidden_toctree
from council_sphinx.views.index_controls import controls, item_with_data
from council_sphinx.views.indexed_records import IndexedRecord, indexed_record
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective
from council_sphinx.views.wording import release_count

BY_LETTER = "by-letter"
"""The class of the parts that another order than that of names puts into one list."""


@dataclass(frozen=True, slots=True)
class IndexData:
    """The *records* of a *kind* by name; *categories* are pairs of what sorts there are and their names."""

    kind: Kind
    records: tuple[IndexedRecord, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RecordIndex(View[IndexData]):
    """The records of one kind: those named in a year, or of a directorate, where these are given."""

    kind: Kind
    year: int | None = None
    directorate: str | None = None

    def collect(self, archive: SiteArchive, docname: str) -> IndexData:
        """Give the records by name."""
        records = [
            indexed_record(archive, entry, entry.record)
            for entry in archive.entries.of_kind(self.kind).values()
            if entry.record and self._asks_for(entry)
        ]
        kinds = kinds_of((record.category for record in records), archive.profile.lexicon.kinds)
        return IndexData(self.kind, tuple(sorted(records, key=lambda record: record.order)), kinds)

    def _asks_for(self, entry: Entry) -> bool:
        return (self.year is None or self.year in entry.years) and (
            self.directorate is None or self.directorate in entry.directorates
        )

    @staticmethod
    def build(context: ViewContext, data: IndexData) -> list[nodes.Node]:
        """Give what filters and sorts, the lists, and those that no release names."""
        if not data.records:
            return [paragraph(str(_("No record.")))]
        named = [record for record in data.records if record.releases]
        silent = [record for record in data.records if not record.releases]
        content: list[nodes.Node] = [_controls(data)]
        content += _own_and_others(context, named) if data.kind == "directorate" else _letters(context, named)
        if silent:
            told = counted("%d record that no release names", "%d records that no release names", len(silent))
            content.append(fold_away(told, _list(context, silent), opened=not named, classes=["silent-records"]))
        return content


def _controls(data: IndexData) -> nodes.Element:
    years = sorted({year for record in data.records for year in record.years}, reverse=True)
    directorates = {directorate for record in data.records for directorate in record.directorates}
    by_name = sorted(directorates, key=lambda directorate: collation_key(directorate[1]))
    return controls(years, by_name, data.categories)


def _letters(context: ViewContext, records: Sequence[IndexedRecord]) -> Iterator[nodes.Element]:
    for letter, of_letter in groupby(records, key=lambda record: first_letter(record.sorted_by)):
        yield part(f"letter-{slug_of(letter)}", letter, _list(context, of_letter), classes=[BY_LETTER])


def _own_and_others(context: ViewContext, records: Sequence[IndexedRecord]) -> Iterator[nodes.Element]:
    own = [record for record in records if record.own]
    others = [record for record in records if not record.own]
    if own:
        yield part("own", str(_("Of the institution")), _list(context, own))
    if others:
        yield part("others", str(_("Of others")), _list(context, others))


def _list(context: ViewContext, records: Iterable[IndexedRecord]) -> nodes.bullet_list:
    items = (item_with_data(context, _item(context, record), _data(record)) for record in records)
    return nodes.bullet_list("", *items, classes=["record-index"])


def _data(record: IndexedRecord) -> dict[str, str]:
    """Give what the script asks of an item."""
    return {
        "releases": str(record.releases),
        "first": record.first or "",
        "last": record.last or "",
        "years": " ".join(map(str, record.years)),
        "directorates": " ".join(id_ for id_, _name in record.directorates),
        "category": record.category,
    }


def _item(context: ViewContext, record: IndexedRecord) -> nodes.paragraph:
    directorates = (name for _id, name in record.directorates)
    releases = release_count(record.releases) if record.releases else ""
    facts = filter(None, [releases, _span(context, record), record.role, *directorates])
    words = paragraph(context.reference(record.page, *_name(record)), " ")
    words += nodes.inline("", "", *names(facts, " · "), classes=["record-index-facts"])
    if record.aliases:
        words += nodes.inline("", "", nodes.Text(" "), *names(record.aliases), classes=["record-index-aliases"])
    return words


def _name(record: IndexedRecord) -> list[nodes.Node]:
    """Give the name, with what it is sorted by strong where that is not all of it."""
    before, core, behind = record.name.partition(record.sorted_by)
    parts = [nodes.Text(before), nodes.strong("", core) if before or behind else nodes.Text(core), nodes.Text(behind)]
    return [part for part in parts if part.astext()]


def _span(context: ViewContext, record: IndexedRecord) -> str:
    """Give ``nov 2018 – jun 2022``, or the one month."""
    if record.first is None or record.last is None:
        return ""
    first, last = (short_date(date, context.language) for date in (record.first, record.last))
    return first if first == last else f"{first} – {last}"


class _RecordIndexDirective(ViewDirective):
    """An index of records; with ``:toctree:`` the page is also their place in the table of contents."""

    kind: ClassVar[Kind]
    option_spec: ClassVar[OptionSpec] = {**RECORD_FILTERS, "toctree": directives.flag}

    def view(self) -> RecordIndex:
        """Give the view."""
        return RecordIndex(self.kind, self.options.get("year"), self.options.get("directorate"))

    def run(self) -> list[nodes.Node]:
        """Give the placeholder, and the hidden table of contents where it is asked for."""
        tree = [hidden_toctree(self.env, FOLDERS[self.kind])] if "toctree" in self.options else []
        return [*super().run(), *tree]


class ProjectIndexDirective(_RecordIndexDirective):
    """Projects A to Z."""

    kind = "project"


class DirectorateIndexDirective(_RecordIndexDirective):
    """Directorates A to Z."""

    kind = "directorate"


class PersonIndexDirective(_RecordIndexDirective):
    """People A to Z."""

    kind = "person"


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("project-index", ProjectIndexDirective)
    app.add_directive("directorate-index", DirectorateIndexDirective)
    app.add_directive("person-index", PersonIndexDirective)
