"""The archive on paper: which books there are, and what they are made of.

The whole archive, one year of it (``archive_pdf_year``), one release (``archive_pdf_session``), or every
release by itself (``archive_pdf_single``).  The whole is made as volumes where it is large
(:mod:`~council_sphinx.paper.volumes`), unless ``archive_pdf_book`` asks for one book.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from council.archive.archive import Archive
from council.model.authorities import Kind
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from sphinx.application import Sphinx
from sphinx.util import logging
from typst_builder.outline import UNDATED, Book, Chapter, Colophon, date_of_edition

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.interface_strings import _, collation_key, long_date
from council_sphinx.views.wording import session_name, span_of_years, up_to

_LOGGER = logging.getLogger(__name__)
STYLES = Path(__file__).parent / "styles.typ"
_PARTS: dict[Kind, str] = {"directorate": _("Directorates"), "project": _("Projects"), "person": _("People")}


def _books(app: Sphinx) -> list[Book]:
    """Give the books that the settings ask for; none, and a failed build, where there is no such release."""
    try:
        return _wanted_books(BookMaker(app))
    except LookupError as error:
        _LOGGER.error(error.args[0])
        app.statuscode = 1
        return []


def _wanted_books(maker: BookMaker) -> list[Book]:
    config = maker.config
    if config.archive_pdf_session:
        return [maker.release(maker.find(config.archive_pdf_session))]
    if config.archive_pdf_single:
        pages = maker.pages_of(config.archive_pdf_year) if config.archive_pdf_year else maker.archive.chronology.pages
        return [maker.release(page) for page in pages]
    if config.archive_pdf_year:
        return [maker.year(config.archive_pdf_year)]
    return [maker.whole()]


class BookMaker:
    """Makes the outlines of books from the archive; *name* is that of the whole."""

    def __init__(self, app: Sphinx) -> None:
        self.archive: Archive = archive_of(app.env)
        self.config = app.config
        self.found = app.env.found_docs
        self.language = str(app.config.language)
        self.name = self.config.archive_pdf_name or str(_("archive"))

    def pages_of(self, name: str) -> list[str]:
        """Give the releases of a year; one without any is a mistake of who asked."""
        return self.archive.chronology.years[self._year_called(name)]

    def _year_called(self, name: str) -> int | None:
        """Give the year of the name that its page has."""
        years = {year_name(year): year for year in self.archive.chronology.years}
        if name not in years:
            raise LookupError(f"no release is of the year {name!r}; there are releases of {', '.join(years)}")
        return years[name]

    def find(self, slug: str) -> str:
        """Give the page of a release by its file name."""
        slugs = {release.slug: page for page, release in self.archive.releases.items()}
        if slug not in slugs:
            near = ", ".join(difflib.get_close_matches(slug, slugs)) or "see the folder of the releases"
            raise LookupError(f"no release has the file name {slug!r}; near ones: {near}")
        return slugs[slug]

    def whole(self) -> Book:
        """The archive: its releases by year, then the records, then the index."""
        chapters = [self.chapter_of_year(year, pages) for year, pages in self.archive.chronology.years.items()]
        chapters += self.chapters_of_records(self.records())
        span = span_of_years([year for year in self.archive.chronology.years if year])
        book = self.bind(self.name, self.archive.chronology.pages, chapters, span)
        return replace(book, partible=not self.config.archive_pdf_book)

    def records(self) -> list[tuple[Kind, str]]:
        """Give the pages of the records that the archive prints, with their kinds, in order."""
        return [(kind, page) for kind in _PARTS for page in self._records(kind)]

    def chapters_of_records(self, records: Iterable[tuple[Kind, str]]) -> list[Chapter]:
        """Give a chapter for each kind of *records*, which stand in order."""
        chapters = []
        for kind, pages in groupby(records, key=itemgetter(0)):
            title = kind_title(kind)
            below = tuple(Chapter(page, listed=kind == "directorate") for _kind, page in pages)
            chapters.append(Chapter(title=title, chapters=below, running_heads=(title, ""), new_page=True))
        return chapters

    def _records(self, kind: Kind) -> list[str]:
        """Give the pages of the records that have something to tell: a mention, a part, or a history."""
        wholes = {record.parent for record in self.archive.records[kind].values()}
        entries = sorted(
            self.archive.entries.of_kind(kind).values(), key=lambda entry: (collation_key(entry.name), entry.id)
        )
        return [
            entry.record.page
            for entry in entries
            if entry.record
            and entry.record.page in self.found
            and (entry.mentions or entry.id in wholes or entry.record.has_history)
        ]

    def year(self, year: str) -> Book:
        """A volume of one year."""
        pages = self.pages_of(year)
        chapter = self.chapter_of_year(self._year_called(year), pages)
        return self.bind(f"{self.name}-{year}", pages, [chapter], year)

    def release(self, page: str) -> Book:
        """A release by itself."""
        release = self.archive.releases[page]
        return Book(
            name=page,
            title=release.display_title,
            author=self.config.author,
            chapters=(Chapter(page, running_heads=(self.config.project, self._head(release)), new_page=True),),
            date=release.date.last if release.date else date_of_edition() or UNDATED,
            colophon=self._colophon([page]),
            bound=False,
        )

    def bind(self, name: str, pages: Sequence[str], chapters: Sequence[Chapter], subtitle: str) -> Book:
        """Give a book of *chapters*, made from the releases on *pages*."""
        dates = filter(None, (self.archive.releases[page].date for page in pages))
        newest = max(dates, key=lambda date: date.last, default=None)
        edition, date = self._edition(newest)
        return Book(
            name=name,
            title=self.config.project,
            author=self.config.author,
            chapters=tuple(chapters),
            subtitle=subtitle,
            edition=edition,
            date=date,
            colophon=self._colophon(pages),
        )

    def _edition(self, newest: PartialDate | None) -> tuple[str, datetime.date]:
        """Date the edition by ``SOURCE_DATE_EPOCH``, else by its newest release: never by the clock."""
        date = date_of_edition()
        if date:
            return str(_("Edition of %s")) % long_date(PartialDate.of(date), self.language), date
        if newest:
            return up_to(newest, self.language), newest.last
        return "", UNDATED

    def chapter_of_year(self, year: int | None, pages: Sequence[str]) -> Chapter:
        """Give the chapter of the releases of a year on *pages*; its own page, which lists all, where they are all."""
        heads = {page: self._head(self.archive.releases[page]) for page in pages}
        releases = tuple(
            Chapter(page, running_heads=(str(year or _("Without date")), heads[page]), told=heads[page])
            for page in pages
        )
        docname = self.page_of_year(year)
        known = docname in self.found and len(pages) == len(self.archive.chronology.years[year])
        title = str(year or _("Without date"))
        return Chapter(
            docname if known else None, title, releases, running_heads=(title, self.config.project), new_page=True
        )

    def page_of_year(self, year: int | None) -> str:
        """Give the page that lists the releases of a year."""
        return f"{self.config.archive_years}/{year_name(year)}"

    def _head(self, release: Release) -> str:
        told = [session_name(release.session)] if release.session else []
        return " · ".join([*told, long_date(release.date, self.language)])

    @property
    def rights(self) -> str:
        """What a colophon says of whose the releases are."""
        return str(_("The releases belong to the institute that published them: %s.") % self.config.author)

    def _colophon(self, pages: Sequence[str]) -> Colophon:
        releases = [self.archive.releases[page] for page in pages]
        sources = str(_("Made from %d releases. The SHA-256 checksum of each source file:")) % len(releases)
        return Colophon(
            str(_("Colophon")), (self.rights, sources), tuple((release.slug, release.sha256) for release in releases)
        )


def year_name(year: int | None) -> str:
    """Give the name of the page of a year."""
    return str(year) if year else "undated"


def kind_title(kind: Kind) -> str:
    """Give the title of the records of a kind."""
    return str(_PARTS[kind])


def _document_state(app: Sphinx, docname: str) -> str:
    return council_domain(app.env).view_digest(app.builder.name, docname)


def _add_styles(app: Sphinx, config: object) -> None:
    app.config.typst_styles.insert(0, str(STYLES))


def setup(app: Sphinx) -> None:
    """Give the books of the archive to the builder."""
    app.setup_extension("typst_builder")
    app.add_config_value("archive_pdf_name", "", "", str)
    app.add_config_value("archive_pdf_year", "", "", str)
    app.add_config_value("archive_pdf_session", "", "", str)
    app.add_config_value("archive_pdf_single", False, "", bool)
    app.add_config_value("archive_pdf_book", False, "", bool)
    app.connect("config-inited", _add_styles)
    app.connect("typst-books", _books)
    app.connect("typst-document-state", _document_state)
