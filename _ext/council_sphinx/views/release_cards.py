"""``release-cards``: the newest releases as cards: picture, date, title, summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from council.dialect.title import shorten
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec
from sphinx_design.shared import create_component

from council_sphinx.core.picture_nodes import image_of
from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import date_and_session
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.placeholder import View, ViewDirective

LONGEST_SUMMARY = 160


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
        """Give a grid of cards."""
        items = [
            create_component("grid-item", ["sd-col", "sd-d-flex-column"], children=[_card(context, card)])
            for card in data
        ]
        columns = ["sd-row", "sd-row-cols-1", "sd-row-cols-sm-2", "sd-row-cols-lg-3", "sd-g-3"]
        row = create_component("grid-row", columns, children=items)
        classes = ["sd-container-fluid", "sd-mb-4", "release-cards"]
        return [create_component("grid-container", classes, children=[row])]


def _card(context: ViewContext, card: Card) -> nodes.Element:
    release = card.release
    link = context.text_link(release.page, release.title, classes=("release-card-title",))
    body = [
        nodes.paragraph("", date_and_session(context, release), classes=["release-card-date"]),
        nodes.paragraph("", "", link, classes=["sd-card-title"]),
        nodes.paragraph("", card.summary, classes=["sd-card-text"]),
    ]
    children: list[nodes.Node] = [_image(card.picture)] if card.picture else []
    children.append(create_component("card-body", ["sd-card-body"], children=body))
    classes = ["sd-card", "sd-sphinx-override", "sd-shadow-sm", "sd-h-100", "release-card"]
    component: nodes.Element = create_component("card", classes, children=children)
    return component


def _image(picture: PictureFile) -> nodes.image:
    """Give a picture for ornament: the title beside it says what it shows."""
    image = image_of(picture, uri=picture.path, alt="", loading="lazy")
    image["candidates"] = {"*": picture.path}
    image["classes"].append("sd-card-img-top")
    return image


class ReleaseCardsDirective(ViewDirective):
    """The newest releases as cards; ``:count:`` how many, ``:sessions-only:`` only council sessions."""

    option_spec: ClassVar[OptionSpec] = {"count": directives.positive_int, "sessions-only": directives.flag}

    def view(self) -> ReleaseCards:
        """Give the view."""
        return ReleaseCards(self.options.get("count", 6), "sessions-only" in self.options)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("release-cards", ReleaseCardsDirective)
