"""The heads of pages: what search engines, sites where a page is shared, and catalogues are told of it.

``archive_heads = False`` leaves all of it out, ``archive_share_cards = False`` the cards of pages without a picture.
What needs an absolute address needs ``html_baseurl``; a build without it says so at its end.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from docutils import nodes
from extension_kit.build_news import has_news
from markupsafe import Markup
from pagefind_search.word_pages import FOLDER as WORD_PAGES
from sphinx.application import Sphinx
from sphinx.util import logging

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.core.published_site import NOT_FOUND
from council_sphinx.views.release_header import PRINTED
from council_sphinx.web import card_drawing
from council_sphinx.web.breadcrumbs import trail_to
from council_sphinx.web.exported_files import site_of
from council_sphinx.web.head_facts import (
    SHOWN_ELSEWHERE,
    Head,
    LeadPicture,
    OtherHead,
    PageHead,
    ReleaseHead,
)
from council_sphinx.web.head_tags import tags_of
from council_sphinx.web.html_builder import ArchiveHTMLBuilder
from council_sphinx.web.linked_data_of_pages import linked_data_element
from council_sphinx.web.page_descriptions import description_of, own_description
from council_sphinx.web.page_facts import PageFacts, SharedPicture
from council_sphinx.web.share_cards import card_of, card_path, draw_card, has_cards

_LOGGER = logging.getLogger(__name__)


def _dependency(app: Sphinx, docname: str) -> PageHead:
    return PageHead(docname == app.config.root_doc)


def _note_head(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page be written again when what its head tells changes."""
    council_domain(app.env).note_dependency(app.env.docname, _dependency(app, app.env.docname))


def _add_head(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if not app.config.archive_heads or not isinstance(app.builder, ArchiveHTMLBuilder):
        return
    is_document = pagename in app.env.found_docs
    if pagename == NOT_FOUND or pagename.startswith(f"{WORD_PAGES}/"):  # nobody is told of these
        return
    head = _dependency(app, pagename).collect(archive_of(app.env), pagename) if is_document else OtherHead(None)
    page = _page_facts(app, pagename, context, head, doctree)
    context["metatags"] = context.get("metatags", "") + tags_of(page, head) + linked_data_element(page, head)


def _page_facts(
    app: Sphinx, pagename: str, context: dict[str, Any], head: Head, doctree: nodes.document | None
) -> PageFacts:
    site = site_of(app)
    is_home = pagename == app.config.root_doc
    shown = Markup(context.get("title", ""))  # noqa: S704  (no markup stays)
    title = site.title if is_home else getattr(head, "title", "") or shown.striptags()
    described = own_description(context.get("metatags", ""), doctree)
    country = council_domain(app.env).profile.institution.country.upper()
    return PageFacts(
        site=site,
        title=title,
        description=described or description_of(head, title, site, doctree),
        is_described=bool(described),
        locale=f"{site.language}_{country}" if country else "",
        address=site.base_url and site.address(pagename),
        print_address=_print_address(site.base_url, pagename, head),
        trail=trail_to(app, pagename),
        picture=_picture(app, site.base_url, pagename, title, head.picture) if doctree is not None else None,
        search_address=site.base_url and site.address("search"),
    )


def _print_address(base_url: str, pagename: str, head: Head) -> str:
    has_print = base_url and isinstance(head, ReleaseHead) and head.printed
    return f"{base_url}{PRINTED}/{quote(pagename)}.pdf" if has_print else ""


def _picture(app: Sphinx, base_url: str, pagename: str, title: str, lead: LeadPicture | None) -> SharedPicture | None:
    """Give the picture of a page, its card where it has none; nothing where the site has no address."""
    if not base_url:
        return None
    if lead:
        path, name = lead.file.path, app.env.images[lead.file.path][1]
        type_ = SHOWN_ELSEWHERE[PurePosixPath(path).suffix.lower()]
        address = f"{base_url}_images/{quote(name)}"
        return SharedPicture(address, type_, int(lead.file.width), int(lead.file.height), lead.alt or title)
    if not has_cards(app.config):
        return None
    card = card_of(app, pagename)
    draw_card(Path(app.outdir), card)
    return SharedPicture(base_url + card_path(card), "image/png", card_drawing.WIDTH, card_drawing.HEIGHT, title)


def _tell_what_is_left_out(app: Sphinx, exception: Exception | None) -> None:
    is_site = isinstance(app.builder, ArchiveHTMLBuilder)
    if exception is None and is_site and has_news(app) and not app.config.html_baseurl:
        _LOGGER.info(
            "html_baseurl is not set in conf.py: "
            "canonical addresses, pictures of shared pages, feeds and the sitemap are left out"
        )


def setup(app: Sphinx) -> None:
    """Add to the head of each page; runs after the search's, which is of no matter."""
    app.add_config_value("archive_heads", True, "html", bool)
    app.connect("doctree-read", _note_head)
    app.connect("html-page-context", _add_head)
    app.connect("build-finished", _tell_what_is_left_out, priority=900)
