"""How to cite a release: references in APA and ISO 690, which a script completes with the paragraph chosen, and files."""

from __future__ import annotations

from council.exports.apa import apa
from council.exports.citation_files import FORMATS, Format
from council.exports.citations import Citation
from council.exports.iso690 import iso690
from council.exports.printed_reference import PrintedReference
from docutils import nodes

from council_sphinx.core.interface_strings import _
from council_sphinx.views.context import ViewContext
from council_sphinx.views.copy_button import copy_button_for
from council_sphinx.views.elements import fold_away, paragraph, part

KEY = "cite"
"""The anchor of the part."""
STYLES = (("APA", "apa", apa), ("ISO 690", "iso690", iso690))


def how_to_cite(context: ViewContext, citation: Citation) -> nodes.Element:
    """Give a reference in each style, and below them what programs read; on paper that in the first style alone."""
    if not context.is_site:
        name, id_, style = STYLES[0]
        content: list[nodes.Node] = _printed(name, id_, style(citation, context.site))
    else:
        content = [paragraph(classes=["citation-chosen"])]
        for name, id_, style in STYLES:
            content += _with_button(name, id_, style(citation, context.site))
    if context.is_published("citations"):
        content.append(_files(context, citation))
    return part(KEY, str(_("How to cite")), *content, classes=["how-to-cite"])


def _printed(name: str, id_: str, told: PrintedReference) -> list[nodes.Node]:
    """Give the reference under the name of its style, its address a link."""
    lead, rest = (nodes.inline("", text) for text in (told.lead, told.rest if told.address else told.rest.rstrip()))
    reference: list[nodes.Node] = [lead, nodes.emphasis("", told.emphasis), rest]
    if told.address:
        reference.append(nodes.reference("", told.address, refuri=told.address, classes=["citation-address"]))
    printed = paragraph(*reference, classes=["citation"])
    printed["ids"].append(f"cite-{id_}")
    return [paragraph(name, classes=["citation-style"]), printed]


def _with_button(name: str, id_: str, told: PrintedReference) -> list[nodes.Node]:
    style, printed = _printed(name, id_, told)
    style += [nodes.Text(" "), copy_button_for(f"cite-{id_}", name=name)]  # type: ignore[operator]
    before, _end, after = told.cited().rpartition(")")
    in_text = nodes.inline(
        "", "", nodes.Text(before), nodes.inline(classes=["citation-place"]), nodes.Text(")" + after)
    )
    return [style, printed, paragraph(str(_("In the text:")) + " ", in_text, classes=["citation-in-text"])]


def _files(context: ViewContext, citation: Citation) -> nodes.container:
    """Give a line for each format, and the texts that its buttons copy, folded away: they are there from the disk, too."""
    rows = [_file_row(context, citation, format_) for format_ in FORMATS]
    texts = [_text(context, citation, format_) for format_ in FORMATS]
    heading = paragraph(str(_("For citation managers")), classes=["citation-style"])
    folded = fold_away(str(_("The same as text")), *texts, classes=["citation-texts"])
    return nodes.container("", heading, *rows, folded, classes=["citation-managers"])


def _file_row(context: ViewContext, citation: Citation, format_: Format) -> nodes.paragraph:
    download = str(_("Download"))
    link = context.file_link(citation.file(format_.suffix), f"{download} .{format_.suffix}")
    link["classes"].append("button")
    return paragraph(
        nodes.inline("", format_.name, classes=["citation-format"]),
        " ",
        copy_button_for(f"cite-{format_.suffix}", name=format_.name),
        " ",
        link,
        classes=["citation-files"],
    )


def _text(context: ViewContext, citation: Citation, format_: Format) -> nodes.literal_block:
    text = format_.whole([format_.reference(citation, context.site)]).replace("\r\n", "\n")
    return nodes.literal_block("", text, classes=["citation-text"], ids=[f"cite-{format_.suffix}"])  # colours nothing
