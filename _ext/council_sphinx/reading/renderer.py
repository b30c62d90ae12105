"""The tokens of a release as docutils nodes: MyST's renderer, with the dialect's own tokens."""

from __future__ import annotations

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

from council_sphinx.core.picture_nodes import PictureRequest, figure_width, gallery_node, picture_node
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.reading.release_links import DeadLinkError, is_external, link_node


class ReleaseRenderer(SphinxRenderer):
    """Renders what :func:`~council_sphinx.dialect.legacy_dialect` reads."""

    def render_picture(self, token: SyntaxTreeNode) -> None:
        """A picture block becomes a figure."""
        self.current_node.append(self._picture(token))

    def render_centered_picture(self, token: SyntaxTreeNode) -> None:
        """A picture that the directive asks for: its caption, width and name go with the figure."""
        caption = nodes.caption()
        with self.current_node_context(caption):
            self.render_children(token)
        request = PictureRequest(
            source=str(token.attrs["src"]),
            alt=token.meta["alt"],
            caption=tuple(caption.children),
            width=figure_width(token.meta["width"]),
            line=token.map[0] if token.map else 0,
        )
        node = picture_node(self.sphinx_env, request)
        self.add_line_and_source_path(node, token)
        if name := token.meta["name"]:
            self._name(node, nodes.fully_normalize_name(name), request.line)
        self.current_node.append(node)

    def _name(self, node: nodes.Element, name: str, line: int) -> None:
        """Give a figure a name that references can use, unless something else has it."""
        if name in self.document.nameids or f":{name}" in self.md_env.get("footnotes", {}).get("refs", {}):
            message = f"the name {name!r} stands twice in this release; give the picture another"
            warn(ArchiveWarning.DIRECTIVE, message, (self.sphinx_env.docname, line))
            return
        node["names"].append(name)
        self.document.note_explicit_target(node, node)

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
            link=link if link and is_external(link) else None,
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
        try:
            node = link_node(self.sphinx_env, destination)
        except DeadLinkError as error:
            told, line = self.md.normalizeLinkText(destination), token.map[0] if token.map else 0
            warn(error.subtype, f"the link to {told!r} {error}", (self.sphinx_env.docname, line))
            self.render_children(token)
            return
        self.add_line_and_source_path(node, token)
        with self.current_node_context(node, append=True):
            self.render_children(token)

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
