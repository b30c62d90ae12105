"""Cards for pages that have no picture of their own to be shared with, below ``_images/``.

A card's name is a digest of all that it shows, and of how it is drawn: one that is there is right, and is not drawn again.
It is drawn where its page is written, so that processes share the work; a site without an address has no cards, as
nobody could ask for them.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

import PIL
from extension_kit.build_news import has_news
from extension_kit.whole_files import write_whole
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config

from council_sphinx.core.domain import archive_of
from council_sphinx.core.interface_strings import long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.wording import kind_name
from council_sphinx.web import card_drawing, card_letters, striped_png
from council_sphinx.web.card_drawing import Card, drawn
from council_sphinx.web.head_facts import lead_picture
from council_sphinx.web.html_builder import ArchiveHTMLBuilder

_KIND = "cards"
"""What the notes of made files call them."""
_GROUND = "#333333"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def has_cards(config: Config) -> bool:
    """Whether pages without a picture have a card."""
    return bool(config.archive_heads and config.archive_share_cards and config.html_baseurl)


def _paths(app: Sphinx) -> set[str]:
    """Give the paths from the output of all cards that a clean build makes."""
    if not has_cards(app.config):
        return set()
    archive = archive_of(app.env)
    return {card_path(card_of(app, page)) for page in app.env.found_docs if not lead_picture(archive, page)}


def card_of(app: Sphinx, page: str) -> Card:
    """Give what the card of *page* tells."""
    archive, config = archive_of(app.env), app.config
    is_home = page == config.root_doc
    title = str(config.project) if is_home else app.env.titles[page].astext()
    return Card(title, _note(archive, page, str(config.language)), str(config.author), _ground(config))


def card_path(card: Card) -> str:
    """Give the path of *card* from the output."""
    digest = hashlib.sha256(repr(card).encode("utf-8", "replace") + _recipe()).hexdigest()
    return f"_images/card-{digest[:24]}.png"


def draw_card(output: Path, card: Card) -> None:
    """Draw *card*, unless it is there."""
    file = output / card_path(card)
    if not file.is_file():
        write_whole(file, drawn(card))


def _note(archive: SiteArchive, page: str, language: str) -> str:
    """Give the date of a release, or what kind of record it is."""
    if page in archive.releases:
        date = archive.releases[page].date
        return long_date(date, language) if date else ""
    entry = archive.entries.by_page.get(page)
    return kind_name(entry.kind) if entry else ""


def _ground(config: Config) -> str:
    """Give the colour of the pages."""
    colours = config.html_theme_options.get("light_css_variables", {})
    colour = str(colours.get("color-brand-primary", "")) if isinstance(colours, dict) else ""
    return colour if _COLOUR.fullmatch(colour) else _GROUND


@cache
def _recipe() -> bytes:
    """Give a digest of how cards are drawn: what was drawn by another recipe has another name."""
    files = (Path(str(part.__file__)) for part in (card_drawing, card_letters, striped_png))
    return hashlib.sha256(PIL.__version__.encode() + b"".join(file.read_bytes() for file in files)).digest()


def _note_cards(app: Sphinx, builder: Builder) -> None:
    """Note the cards of this build before any page is written."""
    if isinstance(builder, ArchiveHTMLBuilder):
        builder.made.note(_KIND, _paths(app))


def _remove_others(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and isinstance(app.builder, ArchiveHTMLBuilder) and has_news(app):
        app.builder.made.keep_only(_KIND, _paths(app))


def setup(app: Sphinx) -> None:
    """Add the setting that leaves cards out."""
    app.add_config_value("archive_share_cards", True, "html", bool)
    app.connect("write-started", _note_cards)
    app.connect("build-finished", _remove_others)
