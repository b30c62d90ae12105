"""What a view may know when it makes nodes: the facts of the site, and addresses; of the archive it knows nothing."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from council.exports.site import Site
from docutils import nodes
from sphinx.builders import Builder

from council_sphinx.core.published_site import is_published, makes_site, published_site

UNDATED = "undated"
"""The name of the page of the releases without a date, beside those of the years."""


@dataclass(frozen=True, slots=True)
class ViewContext:
    """Where nodes are made.

    *docname* is the document that is written, *page* the one that the view stands on; they differ where
    a builder puts several documents in one.
    """

    builder: Builder
    docname: str
    page: str

    @property
    def language(self) -> str:
        """The language of the archive's pages."""
        return str(self.builder.config.language)

    @property
    def site(self) -> Site:
        """Where and by whom the archive is published."""
        return published_site(self.builder)

    @property
    def is_site(self) -> bool:
        """Whether nodes are made for the pages of a site, where scripts may run."""
        return makes_site(self.builder)

    def is_published(self, export: str) -> bool:
        """Whether the files of *export* stand beside the pages."""
        return is_published(self.builder, export)

    @property
    def has_feeds(self) -> bool:
        """Whether feeds stand beside the pages: they need the site's address, and a page of its own for each release."""
        paged = bool(self.builder.config.html_baseurl) and self.builder.name != "singlehtml"
        return paged and self.is_published("feeds")

    def year_page(self, year: int) -> str:
        """Give the page of a year."""
        return f"{self.builder.config.archive_years}/{year}"

    @property
    def undated_page(self) -> str:
        """The page of the releases without a date."""
        return f"{self.builder.config.archive_years}/{UNDATED}"

    def reference(
        self, page: str, *content: nodes.Node, anchor: str = "", classes: tuple[str, ...] = ()
    ) -> nodes.Element:
        """Give a link to *page*, to *anchor* on it."""
        return nodes.reference("", "", *content, internal=True, refuri=self.uri(page, anchor), classes=list(classes))

    def uri(self, page: str, anchor: str = "") -> str:
        """Give the address of *page*, of *anchor* on it."""
        return self.builder.get_relative_uri(self.docname, page) + (f"#{anchor}" if anchor else "")

    def text_link(self, page: str, text: str, anchor: str = "", classes: tuple[str, ...] = ()) -> nodes.Element:
        """Give a link to *page* that reads *text*."""
        return self.reference(page, nodes.Text(text), anchor=anchor, classes=classes)

    def has_page(self, page: str) -> bool:
        """Whether the archive has *page*."""
        return page in self.builder.env.found_docs

    def output_uri(self, path: str) -> str:
        """Give the address of a file by its path from the root of the output."""
        folder = self.builder.get_relative_uri(self.docname, self.builder.config.root_doc).rpartition("/")[0]
        return f"{folder}/{path}" if folder else path

    def file_uri(self, path: str) -> str:
        """Give the address of a file by its *path* from the root of the output, whatever signs its name has."""
        return self.output_uri(quote(path))

    def file_link(self, path: str, text: str) -> nodes.reference:
        """Give a link to a file by its *path* from the root of the output."""
        return nodes.reference("", text, internal=True, refuri=self.file_uri(path))
