"""``home-search``: a large field for the search, and names to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar
from urllib.parse import urlencode

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.typing import OptionSpec

from council_sphinx.core.interface_strings import _
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import add_ornament, joined, ornament, paragraph
from council_sphinx.views.home_activity import most_active
from council_sphinx.views.placeholder import View, ViewDirective

LONGEST_EXAMPLE = 40
"""Characters; a longer name is no example of what one types."""


class search_field(ornament):  # noqa: N801  (docutils names its nodes so)
    """A form that leads to the search page."""


@dataclass(frozen=True)
class HomeSearch(View[tuple[str, ...]]):
    """The field, with the names of so many active projects as examples."""

    examples: int = 3

    def collect(self, archive: SiteArchive, docname: str) -> tuple[str, ...]:
        """Give the examples."""
        names = (activity.entry.name for activity in most_active(archive))
        return tuple([name for name in names if len(name) <= LONGEST_EXAMPLE][: self.examples])

    @staticmethod
    def build(context: ViewContext, data: tuple[str, ...]) -> list[nodes.Node]:
        """Give the form, and a line of links to what it would find; nothing where there are no pages to search."""
        if context.builder.format != "html":
            return []
        page = context.builder.get_relative_uri(context.docname, "search")
        field: list[nodes.Node] = [search_field("", html=search_form(page))]
        if data:
            links = [
                nodes.reference("", name, internal=True, refuri=f"{page}?{urlencode({'q': name})}") for name in data
            ]
            field.append(paragraph(str(_("For example:")) + " ", *joined(links, " · "), classes=["search-examples"]))
        return [nodes.container("", *field, classes=["home-search"])]


def search_form(address: str) -> str:
    """Give a large form that leads to the search page at *address*."""
    label, hint = escape(str(_("Search the archive"))), escape(str(_("Words, or “a phrase”")))
    field = f'<input type="search" name="q" aria-label="{label}" placeholder="{hint}" autocomplete="off">'
    button = f'<button class="button button-strong">{escape(str(_("Search")))}</button>'
    return f'<form role="search" aria-label="{label}" action="{escape(address)}" method="get">{field}{button}</form>\n'


class HomeSearchDirective(ViewDirective):
    """A field for the search; ``:examples:`` how many names stand below it."""

    option_spec: ClassVar[OptionSpec] = {"examples": directives.nonnegative_int}

    def view(self) -> HomeSearch:
        """Give the view."""
        return HomeSearch(self.options.get("examples", 3))


def setup(app: Sphinx) -> None:
    """Register the directive and its node."""
    add_ornament(app, search_field)
    app.add_directive("home-search", HomeSearchDirective)
