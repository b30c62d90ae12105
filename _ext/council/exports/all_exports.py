"""The exports of an archive: files beside its pages, each of which one setting leaves out.

A new format is a file here that writes it, and a line below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from council.archive.archive import Archive
from council.exports.archive_json import write_json
from council.exports.archive_sqlite import write_database
from council.exports.citation_files import write_citations
from council.exports.eac_cpf import write_eac_cpf
from council.exports.ead import write_ead
from council.exports.feeds import write_feeds
from council.exports.linked_data import write_linked_data
from council.exports.output import Output
from council.exports.popolo import write_popolo
from council.exports.site import Site
from council.exports.sitemap import write_sitemap


@dataclass(frozen=True, slots=True)
class Export:
    """One export: its *name* in the setting ``archive_without``, and who writes its files.

    One that is written *after_pages* may ask the site for the text of a release, and for all pages.
    """

    name: str
    write: Callable[[Archive, Site, Output], None]
    after_pages: bool = False


EXPORTS = (
    Export("json", write_json),
    Export("sqlite", write_database),
    Export("ead", write_ead),
    Export("eac_cpf", write_eac_cpf),
    Export("popolo", write_popolo),
    Export("linked_data", write_linked_data),
    Export("sitemap", write_sitemap, after_pages=True),
    Export("citations", write_citations),
    Export("feeds", write_feeds, after_pages=True),
)
