"""How to cite a release: APA (7th edition, press release) and BibTeX."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_skeleton
from council.exports.bibtex import bibtex
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from docutils import nodes

from council_sphinx.core.interface_strings import _, month_name
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import fold_away, paragraph


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference tells of a release."""

    slug: str
    title: str
    date: PartialDate | None
    source_url: str

    @classmethod
    def of(cls, release: Release) -> Cited:
        """Give what is told of *release*."""
        return cls(release.slug, release.title, release.date, release.source_url)


def how_to_cite(context: ViewContext, cited: Cited) -> nodes.Element:
    """Give the references, folded away; on paper APA alone.

    The address is that of the page; where the archive is not on the web, that of the official text.
    """
    address = context.public_address or cited.source_url
    kind = str(_("Press release"))
    code = bibtex(cited.slug, cited.title, cited.date, context.author, kind, address)
    return fold_away(
        str(_("How to cite")),
        paragraph("APA"),
        paragraph(*_apa(context, cited, kind, address), classes=["citation"]),
        paragraph("BibTeX", classes=["screen-only"]),
        nodes.literal_block("", code, language="none", classes=["citation", "screen-only"]),
        classes=["how-to-cite"],
    )


def _apa(context: ViewContext, cited: Cited, kind: str, address: str) -> list[nodes.Node]:
    """Give the reference: the title in italics, the address a link."""
    content: list[nodes.Node] = [
        nodes.Text(f"{context.author}. ({_apa_date(cited.date, context.language)}). "),
        nodes.emphasis("", cited.title.rstrip(".")),
        nodes.Text(f" [{kind}]. {context.project}."),
    ]
    if address:
        content += [nodes.Text(" "), nodes.reference("", address, refuri=address)]
    return content


def _apa_date(date: PartialDate | None, language: str) -> str:
    """Give the year, then the day as the language writes it: ``2020, 30 de noviembre``, ``2020, November 30``.

    Of a date without a day it gives what is known: ``2014, enero``.
    """
    if date is None:
        return str(_("without date"))
    if date.month is None:
        return str(date.year)
    day = (
        format_skeleton("MMMMd", date.first, locale=language or "en") if date.day else month_name(date.month, language)
    )
    return f"{date.year}, {day}"
