"""Files beside the data: all addresses of the site, and for servers where old ones lead."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from council.archive.redirects import Redirect
from council.exports.address_list import address_list
from council.exports.redirects import FORMATS
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx

from council_sphinx.core.domain import archive_of
from council_sphinx.web.html_builder import ArchiveHTMLBuilder


def write_address_files(app: Sphinx, builder: ArchiveHTMLBuilder, redirects: Mapping[str, Redirect]) -> None:
    """Write them; *redirects* are those that there are, by their files."""
    archive, data, root = archive_of(app.env), Path(app.outdir) / "data", root_on_host(app)
    moves = {move.address: f"{root}/{builder.get_target_uri(move.page)}" for move in redirects.values()}
    for server, settings_of in FORMATS.items():
        write_whole(data / server / "redirects.txt", settings_of(moves))
    made = (file for file in builder.made.of_kind("pages") if not file.startswith("_"))
    pages = (file for file in made if file.endswith(".html"))  # those that are no documents too, as the search
    file_of = {page: builder.path_of(builder.get_output_path(page)) for page in archive.releases}
    write_whole(data / "addresses.txt", address_list(archive, [*pages, *redirects], file_of))


def root_on_host(app: Sphinx) -> str:
    """Give the path of the archive on its host; nothing where the host is all its own."""
    path = urlsplit(str(app.config.html_baseurl)).path
    return path.rstrip("/")
