"""``project-index``, ``directorate-index``, ``person-index``: records A to Z, with counts and years, to filter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from council.archive.archive import Archive
from council.model.authorities import FOLDERS, Authority, Kind
from council.model.entries import Entry
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _, collation_key, first_letter
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import heading, names, paragraph
from council_sphinx.views.hidden_toctree import hidden_toctree
from council_sphinx.views.placeholder import RECORD_FILTERS, View, ViewDirective
from council_sphinx.views.wording import release_count, span_of_years


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """A record: how many releases name it, from which year to which, and the names of its directorates."""

    page: str
    name: str
    aliases: tuple[str, ...]
    releases: int
    years: tuple[int, ...]
    directorates: tuple[str, ...]


@dataclass(frozen=True)
class RecordIndex(View[tuple[IndexedRecord, ...]]):
    """The records of one kind: those named in a year, or of a directorate, where these are given."""

    kind: Kind
    year: int | None = None
    directorate: str | None = None

    def collect(self, archive: SiteArchive, docname: str) -> tuple[IndexedRecord, ...]:
        """Give the records by name."""
        entries = sorted(
            archive.entries.of_kind(self.kind).values(), key=lambda entry: (collation_key(entry.name), entry.id)
        )
        return tuple(
            _indexed(archive, entry, entry.record) for entry in entries if entry.record and self._asks_for(entry)
        )

    def _asks_for(self, entry: Entry) -> bool:
        return (self.year is None or self.year in entry.years) and (
            self.directorate is None or self.directorate in entry.directorates
        )

    @staticmethod
    def build(context: ViewContext, data: tuple[IndexedRecord, ...]) -> list[nodes.Node]:
        """Give a list under each letter."""
        if not data:
            return [paragraph(str(_("No record.")))]
        index = nodes.container("", classes=["filterable"])
        for letter, records in groupby(data, key=lambda record: first_letter(record.name)):
            items = (nodes.list_item("", _item(context, record)) for record in records)
            index += [heading(letter), nodes.bullet_list("", *items, classes=["record-index"])]
        return [index]


def _indexed(archive: Archive, entry: Entry, record: Authority) -> IndexedRecord:
    ids = entry.directorates if entry.kind != "directorate" else ()
    return IndexedRecord(
        page=record.page,
        name=entry.name,
        aliases=record.aliases,
        releases=len({mention.page for mention in entry.mentions}),
        years=tuple(entry.years),
        directorates=tuple(archive.directorates[id_].name for id_ in ids if id_ in archive.directorates),
    )


def _item(context: ViewContext, record: IndexedRecord) -> nodes.paragraph:
    facts = filter(None, [release_count(record.releases), span_of_years(record.years), *record.directorates])
    words = paragraph(context.text_link(record.page, record.name), " ")
    words += nodes.inline("", "", *names(facts, " · "), classes=["record-index-facts"])
    if record.aliases:
        words += nodes.inline("", "", nodes.Text(" "), *names(record.aliases), classes=["record-index-aliases"])
    return words


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
