"""What a view may know when it makes nodes: the facts of the site, and addresses; of the archive it knows nothing."""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from sphinx.builders import Builder


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
    def author(self) -> str:
        """Who publishes the releases."""
        return str(self.builder.config.author)

    @property
    def project(self) -> str:
        """The name of the archive."""
        return str(self.builder.config.project)

    @property
    def public_address(self) -> str:
        """The address of the page on the web; nothing where the site has none."""
        base = str(self.builder.config.html_baseurl).rstrip("/")
        return f"{base}/{self.builder.get_target_uri(self.page)}" if base else ""

    def year_page(self, year: int) -> str:
        """Give the page of a year."""
        return f"{self.builder.config.archive_years}/{year}"

    def reference(
        self, page: str, *content: nodes.Node, anchor: str = "", classes: tuple[str, ...] = ()
    ) -> nodes.Element:
        """Give a link to *page*, to *anchor* on it."""
        uri = self.builder.get_relative_uri(self.docname, page) + (f"#{anchor}" if anchor else "")
        return nodes.reference("", "", *content, internal=True, refuri=uri, classes=list(classes))

    def text_link(self, page: str, text: str, anchor: str = "", classes: tuple[str, ...] = ()) -> nodes.Element:
        """Give a link to *page* that reads *text*."""
        return self.reference(page, nodes.Text(text), anchor=anchor, classes=classes)

    def output_uri(self, path: str) -> str:
        """Give the address of a file by its path from the root of the output."""
        folder = self.builder.get_relative_uri(self.docname, self.builder.config.root_doc).rpartition("/")[0]
        return f"{folder}/{path}" if folder else path
