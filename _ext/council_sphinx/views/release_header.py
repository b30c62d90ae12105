"""What stands under a release's title: session, date, place, who reports, the official text, what a reader can do."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.other_dates import OtherDate, other_date
from council.exports.feeds import FORMATS
from council.exports.followed_pages import Feed
from council.model.partial_dates import PartialDate
from council.model.releases import Session
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.citation import KEY as CITATION
from council_sphinx.views.context import ViewContext
from council_sphinx.views.copy_button import copy_button_for
from council_sphinx.views.elements import entry_links, joined, names, paragraph
from council_sphinx.views.link_targets import EntryTarget
from council_sphinx.views.placeholder import View
from council_sphinx.views.release_projects import Tally, tally, tally_line
from council_sphinx.views.wording import session_name

PRINTED = "pdf"
"""The folder in the output with the PDFs of single releases."""


@dataclass(frozen=True, slots=True)
class HeaderData:
    """What a release says of itself, the directorates that report in it, and whether it has a PDF.

    There is an *other_date* where its text and its file have dates that cannot both be.
    """

    alternative_title: str
    session: Session | None
    titled_by_session: bool
    date: PartialDate | None
    other_date: OtherDate | None
    place: str
    authors: tuple[str, ...]
    source_url: str
    reporting: tuple[EntryTarget, ...]
    tally: Tally
    printed: bool


@dataclass(frozen=True)
class ReleaseHeader(View[HeaderData]):
    """The header of the release that it stands on."""

    def collect(self, archive: SiteArchive, docname: str) -> HeaderData:
        """Give what is told."""
        release = archive.releases[docname]
        return HeaderData(
            alternative_title=release.alternative_title,
            session=release.session,
            titled_by_session=bool(release.lead),
            date=release.date,
            other_date=other_date(release),
            place=release.place,
            authors=release.authors,
            source_url=release.source_url,
            reporting=tuple(
                EntryTarget.of(archive.directorates[mention.directorate])
                for mention in release.directorates
                if mention.reports
            ),
            tally=tally(archive, docname),
            printed=docname in archive.printed,
        )

    @staticmethod
    def build(context: ViewContext, data: HeaderData) -> list[nodes.Node]:
        """Give a line of facts, one of its other title, one of directorates, one that leads to the official text.

        On a site there are its projects in figures, and buttons, too.
        """
        facts = paragraph(*joined(_facts(context, data), " · "), classes=["release-facts"])
        header = nodes.container("", facts, classes=["release-header"])
        if data.other_date:
            header += paragraph(_told_dates(context, data.other_date), classes=["release-other-date"])
        if data.alternative_title:
            told = str(_("Title in the catalogue")) + ": "
            header += paragraph(told, nodes.emphasis("", data.alternative_title), classes=["release-alternative-title"])
        if data.reporting:
            links = entry_links(context, data.reporting)
            header += paragraph(str(_("Reporting")) + ": ", *links, classes=["release-reporting"])
        if data.source_url:
            link = nodes.reference("", str(_("official release")), refuri=data.source_url)
            told = str(_("Summary made for this archive; see the"))
            header += paragraph(told + " ", link, ".", classes=["release-source"])
        if context.is_site:
            header += _for_readers(context, data)
        return [header]


def _facts(context: ViewContext, data: HeaderData) -> list[nodes.Node]:
    told = [
        ("release-session", session_name(data.session) if data.session and not data.titled_by_session else ""),
        ("release-date", long_date(data.date, context.language)),
        ("release-place", data.place),
    ]
    facts: list[nodes.Node] = [nodes.inline("", text, classes=[name]) for name, text in told if text]
    if data.authors:
        facts.append(nodes.inline("", "", *names(data.authors, ", "), classes=["release-authors"]))
    return facts


def _told_dates(context: ViewContext, other: OtherDate) -> str:
    told = _("The text says %(text)s; the file name, %(other)s.")
    if not other.in_file_name:
        told = _("The text says %(text)s; its front matter, %(other)s.")
    dates = {"text": long_date(other.dateline, context.language), "other": long_date(other.date, context.language)}
    return str(told) % dates


def _for_readers(context: ViewContext, data: HeaderData) -> list[nodes.Node]:
    """Give what only those who read on a screen can do: go to the projects, cite, copy the address, print, follow."""
    lines: list[nodes.Node] = [tally_line(data.tally)] if data.tally.projects else []
    cite = nodes.reference("", str(_("Cite")), internal=True, refuri=f"#{CITATION}", classes=["button"])
    actions: list[nodes.Node] = [cite, copy_button_for("", str(_("Copy link")), str(_("Link copied")))]
    if data.printed:
        address = context.output_uri(f"{PRINTED}/{context.page}.pdf")
        actions.append(nodes.reference("", "PDF", internal=True, refuri=address, classes=["release-pdf", "button"]))
    if context.has_feeds:
        feeds = [context.file_link(Feed().file(format_.suffix), format_.name) for format_ in FORMATS]
        actions.append(
            nodes.inline("", "", nodes.Text(str(_("Follow:")) + " "), *joined(feeds, " · "), classes=["release-feeds"])
        )
    return [*lines, paragraph(*joined(actions, " "), classes=["release-actions"])]
