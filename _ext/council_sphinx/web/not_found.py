"""``404.html``: what a server shows where there is no page, at whatever address somebody asked for.

Its links therefore begin with the path that the archive has on its host, by ``html_baseurl``; without that setting they
suppose that the host is all its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urljoin

from sphinx.application import Sphinx

from council_sphinx.core.interface_strings import _
from council_sphinx.core.published_site import NOT_FOUND, makes_site
from council_sphinx.views.home_search import search_form
from council_sphinx.web.address_files import root_on_host

_ADDRESS = re.compile(r'(?<=\s)(href|src)="(?!#)([^"]*)"')


def _collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if not makes_site(app.builder) or app.builder.name == "singlehtml":
        return
    root = f"{root_on_host(app)}/"
    home, search = (urljoin(root, app.builder.get_target_uri(page)) for page in (app.config.root_doc, "search"))
    title = str(_("This page does not exist"))
    told = _(
        "The address may be misspelt, or the page may have another name by now. Search for it, or begin at the %s."
    )
    name = str(_("home page"))
    link = f'<a href="{escape(home)}">{escape(name)}</a>'
    form = f'<div class="home-search">{search_form(search)}</div>'
    body = f"<h1>{escape(title)}</h1>\n<p>{escape(str(told)) % link}</p>\n{form}"
    yield NOT_FOUND, {"title": title, "body": body, "has_search_of_its_own": True}, "page.html"


def _lead_from_anywhere(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Let all addresses of the page begin at the root of its host; runs before anything asks for one."""
    if pagename != NOT_FOUND:
        return
    root, relative = f"{root_on_host(app)}/", context["pathto"]

    def pathto(*arguments: Any, **options: Any) -> str:
        return urljoin(root, str(relative(*arguments, **options)))

    def from_root(tag_of: Any) -> Any:
        return lambda file: _ADDRESS.sub(lambda found: f'{found[1]}="{urljoin(root, found[2])}"', tag_of(file))

    context |= {"pathto": pathto, "content_root": root, "pageurl": None}
    context["metatags"] = '<meta name="robots" content="noindex">'
    context |= {name: from_root(context[name]) for name in ("css_tag", "js_tag")}


def setup(app: Sphinx) -> None:
    """Add the page."""
    app.connect("html-collect-pages", _collect)
    app.connect("html-page-context", _lead_from_anywhere, priority=50)
