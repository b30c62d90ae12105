"""``release-cards``: the newest releases as cards: picture, date, title, summary.

A release without a picture gets a drawn one: its date, large, and its session.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar

from council.dialect.title import shorten
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import month_name
from council_sphinx.core.picture_nodes import image_of
from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import add_ornament, date_and_session, ornament, paragraph
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective
from council_sphinx.views.wording import session_name

LONGEST_SUMMARY = 160
PICTURE_WIDTH = 480
"""Pixels; a card is narrower, but many screens have more than one for each of its own."""


class drawn_picture(ornament):  # noqa: N801  (docutils names its nodes so)
    """Stands for a picture; hidden from screen readers, as the card says the same in words."""


@dataclass(frozen=True, slots=True)
class Card:
    """A release, what it is about, and its lead picture."""

    release: ReleaseTarget
    summary: str
    picture: PictureFile | None


@dataclass(frozen=True)
class ReleaseCards(View[tuple[Card, ...]]):
    """The newest *count* releases; those of council sessions alone, if *sessions_only*."""

    count: int = 6
    sessions_only: bool = False

    def collect(self, archive: SiteArchive, docname: str) -> tuple[Card, ...]:
        """Give the cards, newest first."""
        return tuple(
            Card(
                ReleaseTarget.on(page, archive),
                shorten(archive.releases[page].description, LONGEST_SUMMARY),
                archive.lead_picture(page),
            )
            for page in archive.chronology.latest(self.count, sessions_only=self.sessions_only)
        )

    @staticmethod
    def build(context: ViewContext, data: tuple[Card, ...]) -> list[nodes.Node]:
        """Give a list of cards."""
        items = (nodes.list_item("", *_card(context, card), classes=["release-card"]) for card in data)
        return [nodes.bullet_list("", *items, classes=["release-cards"])] if data else []


def _card(context: ViewContext, card: Card) -> list[nodes.Node]:
    release = card.release
    link = context.text_link(release.page, release.title)
    return [
        _image(card.picture) if card.picture else _drawn(context, release),
        paragraph(date_and_session(context, release), classes=["facts-line"]),
        paragraph(link, classes=["release-card-title"]),
        paragraph(card.summary, classes=["release-card-summary"]),
    ]


def _image(picture: PictureFile) -> nodes.image:
    """Give a picture for ornament: the title beside it says what it shows."""
    image = image_of(picture, uri=picture.path, alt="", loading="lazy")
    image["candidates"] = {"*": picture.path}
    image["copies"], image["sizes"] = (PICTURE_WIDTH,), "(max-width: 40em) 100vw, 20rem"
    return image


def _drawn(context: ViewContext, release: ReleaseTarget) -> drawn_picture:
    date = release.date
    parts = (date.day, date.month and month_name(date.month, context.language), date.year) if date else ()
    lines = [str(part) for part in parts if part] + ([session_name(release.session)] if release.session else [])
    spans = "".join(f"<span>{escape(line)}</span>" for line in lines)
    return drawn_picture("", html=f'<div class="drawn-picture" aria-hidden="true">{spans}</div>\n')


class ReleaseCardsDirective(ViewDirective):
    """The newest releases as cards; ``:count:`` how many, ``:sessions-only:`` only council sessions."""

    option_spec: ClassVar[OptionSpec] = {"count": directives.positive_int, "sessions-only": directives.flag}

    def view(self) -> ReleaseCards:
        """Give the view."""
        return ReleaseCards(self.options.get("count", 6), "sessions-only" in self.options)


def setup(app: Sphinx) -> None:
    """Register the directive and its node."""
    add_ornament(app, drawn_picture)
    app.add_directive("release-cards", ReleaseCardsDirective)
