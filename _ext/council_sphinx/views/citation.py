"""How to cite a release: a reference in APA, and files of it in other formats."""

from __future__ import annotations

from council.exports.apa import apa
from council.exports.citation_files import FORMATS
from council.exports.citations import Citation
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import fold_away, joined, paragraph


def how_to_cite(context: ViewContext, citation: Citation) -> nodes.Element:
    """Give the reference, the title in italics and the address a link, and a line of files, folded away."""
    told = apa(citation, context.site)
    reference: list[nodes.Node] = [nodes.Text(f"{told.author_and_date} "), nodes.emphasis("", told.title)]
    reference.append(nodes.Text(f" {told.kind_and_archive}"))
    if told.address:
        reference += [nodes.Text(" "), nodes.reference("", told.address, refuri=told.address)]
    content = [paragraph("APA", classes=["citation-style"]), paragraph(*reference, classes=["citation"])]
    if context.is_published("citations"):
        content.append(_files(context, citation))
    return fold_away(str(_("How to cite")), *content, classes=["how-to-cite"])


def _files(context: ViewContext, citation: Citation) -> nodes.paragraph:
    links = [context.file_link(citation.file(format_.suffix), format_.name) for format_ in FORMATS]
    return paragraph(str(_("For citation managers:")) + " ", *joined(links, " · "), classes=["citation-files"])
