"""The tokens of a release as docutils nodes: MyST's renderer, with the dialect's own tokens."""

from __future__ import annotations

import os
import posixpath
import re
from urllib.parse import unquote

from council.dialect.html_tags import safe_link
from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from sphinx import addnodes

from council_sphinx.core.picture_nodes import PictureRequest, gallery_node, picture_node
from council_sphinx.core.warning_types import ArchiveWarning, warn

_EXTERNAL = re.compile(r"(?:https?|mailto|tel|ftp):|//", re.IGNORECASE)
_BARE_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_DOWNLOADS = frozenset(
    ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .csv .txt .zip .kml .kmz .geojson .mp3 .mp4 "
    ".jpg .jpeg .png .gif .webp".split()
)
"""Files of a release that a reader may download: none that a browser would run."""


class ReleaseRenderer(SphinxRenderer):
    """Renders what :func:`~council_sphinx.dialect.legacy_dialect` reads."""

    def render_picture(self, token: SyntaxTreeNode) -> None:
        """A picture block becomes a figure."""
        self.current_node.append(self._picture(token))

    def render_gallery(self, token: SyntaxTreeNode) -> None:
        """Neighbouring pictures stand side by side."""
        gallery = gallery_node([self._picture(child) for child in token.children])
        self.add_line_and_source_path(gallery, token)
        self.current_node.append(gallery)

    def _picture(self, token: SyntaxTreeNode) -> nodes.Element:
        link = token.meta["link"]
        align = token.meta["align"] if token.meta["align"] in {"left", "right"} else "center"
        request = PictureRequest(
            source=str(token.attrs["src"]),
            alt=token.meta["alt"],
            align=align,
            link=link if link and _EXTERNAL.match(link) else None,
            line=token.map[0] if token.map else 0,
        )
        node = picture_node(self.sphinx_env, request)
        self.add_line_and_source_path(node, token)
        return node

    def render_image(self, token: SyntaxTreeNode) -> None:
        """A picture within text stays in its line; where there is none, its words stand in."""
        line = token.map[0] if token.map else 0
        request = PictureRequest(str(token.attrs["src"]), token.content or None, line=line)
        node = picture_node(self.sphinx_env, request)
        images = list(node.findall(nodes.image))
        if images:
            self.current_node.append(images[0])
        else:
            self.current_node.extend(child for part in node.findall(nodes.paragraph) for child in part.children)

    def render_sup(self, token: SyntaxTreeNode) -> None:
        """Raised text, such as the mark of a note."""
        with self.current_node_context(nodes.superscript(), append=True):
            self.render_children(token)

    def render_sub(self, token: SyntaxTreeNode) -> None:
        """Lowered text."""
        with self.current_node_context(nodes.subscript(), append=True):
            self.render_children(token)

    def render_link(self, token: SyntaxTreeNode) -> None:
        """A link leads outside, to a release, or to a file in the release's folder; else its text stays."""
        destination = str(token.attrs.get("href", ""))
        node = self._reference(destination) if safe_link(destination) else None
        if node is None:
            line = token.map[0] if token.map else 0
            told = self.md.normalizeLinkText(destination)
            warn(
                ArchiveWarning.LINK,
                f"the link to {told!r} leads nowhere in the archive; correct it or add the file",
                (self.sphinx_env.docname, line),
            )
            self.render_children(token)
            return
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.render_children(token)

    def _reference(self, destination: str) -> nodes.Element | None:
        if _EXTERNAL.match(destination):
            return nodes.reference(refuri=destination)
        if _BARE_HOST.fullmatch(destination):
            return nodes.reference(refuri=f"http://{destination}")
        env = self.sphinx_env
        path = unquote(destination).partition("#")[0]
        if not path or "\0" in path:
            return None
        folder = posixpath.dirname(env.docname)
        target = posixpath.normpath(posixpath.join(folder, path))
        stem, suffix = posixpath.splitext(target)
        if suffix.lower() in {".md", ".html", ".rst"} and stem in env.found_docs:
            return addnodes.pending_xref(
                refdomain="std", reftype="doc", reftarget=f"/{stem}", refdoc=env.docname, refexplicit=True, refwarn=True
            )
        file, own_folder = (env.srcdir / target).resolve(), (env.srcdir / env.docname).resolve()
        if suffix.lower() in _DOWNLOADS and file.is_relative_to(own_folder) and os.path.isfile(file):
            return addnodes.download_reference(
                reftarget=f"/{target}", refdoc=env.docname, refdomain="", reftype="download", refexplicit=True
            )
        return None

    def render_html_table(self, token: SyntaxTreeNode) -> None:
        """An HTML table; cells that span rows or columns keep doing so."""
        rows = list(token.children)
        columns = _column_count(rows)
        table = nodes.table(classes=["colwidths-auto"])
        self.add_line_and_source_path(table, token)
        group = nodes.tgroup("", *(nodes.colspec(colwidth=100 // columns) for _ in range(columns)), cols=columns)
        head, body = nodes.thead(), nodes.tbody()
        for row in rows:
            in_head = row.meta.get("header") and not body.children
            (head if in_head else body).append(self._table_row(row))
        if not body.children:
            head, body = nodes.thead(), nodes.tbody("", *head.children)
        group.extend(part for part in (head, body) if part.children)
        self.current_node.append(nodes.table("", group, **table.attributes))

    def _table_row(self, row: SyntaxTreeNode) -> nodes.row:
        node = nodes.row()
        for cell in row.children:
            entry = nodes.entry()
            if cell.meta["colspan"] > 1:
                entry["morecols"] = cell.meta["colspan"] - 1
            if cell.meta["rowspan"] > 1:
                entry["morerows"] = cell.meta["rowspan"] - 1
            paragraph = nodes.paragraph()
            with self.current_node_context(paragraph):
                self.render_children(cell)
            if paragraph.children:
                entry += paragraph
            node += entry
        return node


def _column_count(rows: list[SyntaxTreeNode]) -> int:
    """Give the width of a table, cells that reach down from rows above counted."""
    widest = 1
    reaching: list[int] = []
    for row in rows:
        reaching = [left - 1 for left in reaching if left > 1]
        width = len(reaching)
        for cell in row.children:
            width += cell.meta["colspan"]
            reaching += [cell.meta["rowspan"]] * cell.meta["colspan"]
        widest = max(widest, width)
    return widest
