"""A page for each year, made anew in the folder ``years/`` whenever its releases change.

The pages are ordinary sources, so that every builder, the table of contents and the search treat them so;
nobody edits them, and git does not keep them.  What bears another mark than theirs is not touched.
"""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path
from typing import ClassVar

from council.dialect.dateline import opening_dateline
from council.dialect.front_matter import read_front_matter
from council.extract.correcting import corrected_dateline
from council.extract.corrections import corrections_file, corrections_of
from council.extract.dating import release_date
from council.extract.metadata import read_metadata
from council.language.dates import DateGrammar
from council.language.decoding import decode
from council.model.authorities import FOLDERS
from council.model.partial_dates import LAST, PartialDate
from council.model.source_files import usable_files
from docutils import nodes
from docutils.parsers.rst import directives
from extension_kit.whole_files import remove_partials, write_whole
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError, ExtensionError
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from council_sphinx.core.domain import council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.views.context import UNDATED
from council_sphinx.views.hidden_toctree import hidden_toctree

_HEAD = 8192
"""How many bytes of a release are looked at for its date."""
_TAG = re.compile(r"<[^<>]*>")
_MARK = "% Made by each build; changes are lost."
"""The first line of a page, a comment, by which the build knows its own."""


def date_of(file: Path, grammar: DateGrammar) -> PartialDate | None:
    """Give the date of a release from the head of its file, without reading all of it."""
    with file.open("rb") as stream:
        head = decode(stream.read(_HEAD))
    front_matter = read_front_matter(head)
    metadata, _notes = read_metadata(front_matter.data if front_matter else {}, {})
    lines = (unescape(_TAG.sub("", line)) for line in head.split("\n"))
    dateline = next(filter(None, (opening_dateline(line, grammar) for line in lines)), None)
    dateline = corrected_dateline(dateline, corrections_of(file))
    return release_date(metadata, dateline, file.stem)


def _write_year_pages(app: Sphinx) -> None:
    pages = _releases_by_year(app)
    folder = Path(app.srcdir, app.config.archive_years)
    try:
        folder.mkdir(exist_ok=True)
        remove_partials(folder)
        for name, releases in pages.items():
            _write(folder / f"{name}.md", _year_page(name, releases))
        for file in folder.glob("*.md"):
            if file.stem not in pages and _is_name(file.stem) and _is_made(file):
                file.unlink()
    except OSError as error:
        message = f"the pages of years cannot be written into {folder} ({error.strerror}); let the build write there"
        raise ExtensionError(message, error, "council_sphinx") from error


def _check_folder(app: Sphinx, config: Config) -> None:
    """Refuse a folder that holds other sources, or lies elsewhere: pages are made and removed there."""
    source = Path(os.path.realpath(app.srcdir))
    folder = Path(os.path.realpath(source / config.archive_years))  # resolve() ends at a link to itself
    others = {source / other for other in ("", config.archive_releases, *FOLDERS.values())}
    if folder in others or not folder.is_relative_to(source):
        message = f"archive_years: {config.archive_years!r} is no folder for the pages of years alone; name another"
        raise ConfigError(message)


def _write(file: Path, page: str) -> None:
    """Write the page of a year, unless the archivist has one of that name."""
    if file.exists() and not _is_made(file):
        told = f"there is a page of the name {file.name} that no build has made; rename it, for the year's page"
        warn(ArchiveWarning.PATH, told, f"{file}:1")
    else:
        write_whole(file, page)


def _is_made(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and file.read_text("utf-8", "replace").startswith(_MARK)


def _is_name(stem: str) -> bool:
    """Whether the page of a year may have that name."""
    return stem.isdecimal() or stem == UNDATED


def _releases_by_year(app: Sphinx) -> dict[str, list[str]]:
    """Give the documents of each year's releases in order of date; a file that has not changed is not read again."""
    domain, source = council_domain(app.env), Path(app.srcdir)
    known, grammar = domain.dates_by(app.config.archive_profile), domain.profile.lexicon.dialect.dates
    dates: dict[str, tuple[str, PartialDate | None]] = {}
    for file in usable_files(source / app.config.archive_releases):
        docname, changed = file.relative_to(source).with_suffix("").as_posix(), _changed(file)
        before = known.get(docname)
        date = before[1] if before and before[0] == changed else date_of(file, grammar)
        dates[docname] = (changed, date)
    domain.note_dates(app.config.archive_profile, dates)
    pages: dict[str, list[str]] = {}
    for docname, (_file, date) in sorted(dates.items(), key=lambda pair: pair[1][1] or LAST):
        pages.setdefault(str(date.year) if date else UNDATED, []).append(docname)
    return pages


def _changed(release: Path) -> str:
    """Give what changes with the file of a release and with that of its corrections, also for one that is older."""
    corrections = corrections_file(release)
    found = [file.stat() for file in (release, corrections) if file.exists()]
    return " ".join(f"{one.st_ino} {one.st_size} {one.st_mtime_ns} {one.st_ctime_ns}" for one in found)


def _year_page(name: str, releases: list[str]) -> str:
    title = name if name.isdigit() else str(_("Without date"))
    entries = "\n".join(f"/{release}" for release in releases)
    listed = f"```{{release-list}}\n:year: {name}\n```"
    return f"{_MARK}\n\n# {title}\n\n{listed}\n\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n"


class YearPagesDirective(SphinxDirective):
    """The place of the pages in the table of contents, also where there is none yet; ``:caption:`` heads them."""

    option_spec: ClassVar[OptionSpec] = {"caption": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Give the hidden table of contents."""
        return [hidden_toctree(self.env, self.config.archive_years, self.options.get("caption"))]


def setup(app: Sphinx) -> None:
    """Write the pages before Sphinx looks for sources."""
    app.add_config_value("archive_years", "years", "env", str)
    app.add_directive("year-pages", YearPagesDirective)
    app.connect("config-inited", _check_folder)
    app.connect("builder-inited", _write_year_pages)
