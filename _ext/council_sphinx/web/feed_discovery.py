"""Feeds in the heads of pages, where feed readers and browsers look for them: the page's own, and that of all releases."""

from __future__ import annotations

from html import escape
from typing import Any

from council.exports.feeds import FORMATS
from council.exports.followed_pages import Feed
from sphinx.application import Sphinx

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.views.context import ViewContext
from council_sphinx.views.feed_links import FeedLinks


def _tell_feeds(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    here = ViewContext(app.builder, pagename, pagename)
    if doctree is None or not here.has_feeds:
        return
    shown = council_domain(app.env).dependencies.get(pagename, ())
    own = (links.collect(archive_of(app.env), pagename) for links in shown if isinstance(links, FeedLinks))
    feeds = dict.fromkeys((*filter(None, own), Feed()))
    context["metatags"] = context.get("metatags", "") + "".join(_links(here, feed) for feed in feeds)


def _links(here: ViewContext, feed: Feed) -> str:
    title = escape(feed.title(here.site))
    return "".join(
        f'<link rel="alternate" type="{format_.media_type}" title="{title}"'
        f' href="{escape(here.file_uri(feed.file(format_.suffix)))}" />'
        for format_ in FORMATS
    )


def setup(app: Sphinx) -> None:
    """Register the handler."""
    app.connect("html-page-context", _tell_feeds)
