"""``colophon``: who publishes the archive, on which terms, whom to write to, what it holds, and how it was built."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from council.model.partial_dates import PartialDate
from council.model.source_files import ENDING
from council.preservation.checksum_lists import SITE_MANIFEST, checksum_list
from council.preservation.software_versions import software_versions
from council.profile.institution import Publication
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import fact_list, joined
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.publication_terms import outside_link, publication_terms
from council_sphinx.views.wording import release_count


@dataclass(frozen=True, slots=True)
class ColophonFacts:
    """What the colophon tells.

    *checksum* is that of the list of the checksums of all releases, as ``sha256sum`` writes it.
    """

    publication: Publication
    releases: int
    span: tuple[PartialDate, ...]
    software: tuple[tuple[str, str], ...]
    checksum: str


@dataclass(frozen=True)
class ColophonView(View[ColophonFacts]):
    """The facts of the site."""

    def collect(self, archive: SiteArchive, docname: str) -> ColophonFacts:
        """Give the facts."""
        releases = archive.releases
        dates = sorted(release.date for release in releases.values() if release.date)
        sources = checksum_list({f"{page}{ENDING}": release.sha256 for page, release in releases.items()})
        return ColophonFacts(
            publication=archive.profile.institution.publication,
            releases=len(releases),
            span=(dates[0], dates[-1]) if dates else (),
            software=tuple(software_versions().items()),
            checksum=hashlib.sha256(sources.encode()).hexdigest() if releases else "",
        )

    @staticmethod
    def build(context: ViewContext, data: ColophonFacts) -> list[nodes.Node]:
        """Give a list of what is known."""
        rows = [*_terms(context, data.publication), *_holdings(context, data)]
        programs = [nodes.Text(f"{name} {version}") for name, version in data.software]
        rows.append((str(_("Built with")), joined(programs)))
        if data.checksum:
            rows.append((str(_("Checksum of the releases")), [nodes.literal("", data.checksum), *_sha(context)]))
        return fact_list(rows)


_Row = tuple[str, list[nodes.Node]]


def _terms(context: ViewContext, publication: Publication) -> list[_Row]:
    """Give who publishes, on which terms, and whom to write to."""
    rows: list[_Row] = [(str(_("Publisher")), [outside_link(context.site.publisher, publication.website)])]
    if publication.since:
        rows.append((str(_("Published since")), [nodes.Text(str(publication.since))]))
    return [*rows, *publication_terms(publication)]


def _holdings(context: ViewContext, data: ColophonFacts) -> list[_Row]:
    if not data.releases:
        return []
    told = release_count(data.releases)
    if data.span:
        first, last = (long_date(date, context.language) for date in data.span)
        told += f", {first}" if first == last else f", {first} – {last}"
    return [(str(_("Holdings")), [nodes.Text(told)])]


def _sha(context: ViewContext) -> list[nodes.Node]:
    """Give by which method checksums are, and the list of those of all files of the site, where there is one."""
    if context.builder.name != "html" or not context.builder.config.archive_manifest:
        return [nodes.Text(" (SHA-256)")]
    link = nodes.reference("", str(_("all files")), refuri=context.output_uri(SITE_MANIFEST), internal=True)
    return [nodes.Text(" (SHA-256; "), link, nodes.Text(")")]


class ColophonDirective(ViewDirective):
    """The colophon."""

    def view(self) -> ColophonView:
        """Give the view."""
        return ColophonView()


def _note_software(_app: Sphinx, config: Config) -> None:
    config.archive_software = sorted(software_versions().items())


def setup(app: Sphinx) -> None:
    """Register the directive; pages are written anew by other programs, as they may come out otherwise."""
    app.add_directive("colophon", ColophonDirective)
    app.add_config_value("archive_software", [], "html", list)
    app.connect("config-inited", _note_software)
