"""The exports of an archive: files beside its pages, each of which one setting leaves out.

A new format is a file here that writes it, and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from council.archive.archive import Archive
from council.exports import (
    archive_json,
    archive_sqlite,
    citation_files,
    csv_tables,
    eac_cpf,
    ead,
    feeds,
    figure_tables,
    linked_data,
    parquet_tables,
    popolo,
    sitemap,
)
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.site import Site


@dataclass(frozen=True, slots=True)
class Export:
    """One export: its *name* in the setting ``archive_without``, and who writes its files.

    One that is written *after_pages* may ask the site for the text of a release, and for all pages.  *files* are those
    that the page of data tells of.
    """

    name: str
    write: Callable[[Archive, Site, Output], None]
    after_pages: bool = False
    files: tuple[ExportedFile, ...] = ()


EXPORTS = (
    Export("json", archive_json.write_json, files=archive_json.FILES),
    Export("sqlite", archive_sqlite.write_database, files=archive_sqlite.FILES),
    Export("csv", csv_tables.write_csv, files=csv_tables.FILES),
    Export("figures", figure_tables.write_series, files=figure_tables.FILES),
    Export("parquet", parquet_tables.write_parquet, files=parquet_tables.FILES),
    Export("ead", ead.write_ead, files=ead.FILES),
    Export("eac_cpf", eac_cpf.write_eac_cpf, files=eac_cpf.FILES),
    Export("popolo", popolo.write_popolo, files=popolo.FILES),
    Export("linked_data", linked_data.write_linked_data, files=linked_data.FILES),
    Export("sitemap", sitemap.write_sitemap, after_pages=True),
    Export("citations", citation_files.write_citations, files=citation_files.FILES),
    Export("feeds", feeds.write_feeds, after_pages=True),
)
