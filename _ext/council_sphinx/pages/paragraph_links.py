"""The paragraphs of a release, counted in the order in which they are read: each has an id and a quiet link to itself.

``p-12`` is a published address, and "paragraph 12" what references tell, so the count depends on the release's own text
alone, which nobody edits.  Counted are the paragraphs of its running text and of its notes, each paragraph of an item or a
quotation, and each table, which is one.  Headings have ids of their own; pictures, and what the build adds (the views,
words in the place of a picture), are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from council.language.naming import free_id
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.domain import council_domain
from council_sphinx.core.interface_strings import _
from council_sphinx.core.published_site import makes_site


class paragraph_link(nodes.Inline, nodes.Element):  # noqa: N801  (docutils names its nodes so)
    """A link to the paragraph that it begins, the one of ``number``; it has no text, so that none is copied or found."""


def counted_paragraphs(doctree: nodes.document) -> Iterator[nodes.paragraph]:
    """Give the paragraphs that count, in order; of a table, the first."""
    tables: set[int] = set()
    for paragraph in doctree.findall(nodes.paragraph):
        if not any(text.strip() for text in paragraph.findall(nodes.Text)):
            continue
        around = _around(paragraph)
        if isinstance(around, nodes.figure) or id(around) in tables:
            continue
        if around is not None:
            tables.add(id(around))
        yield paragraph


def _around(node: nodes.Node) -> nodes.Element | None:
    """Give the outermost table that *node* stands in, or a figure within; nothing where it stands in neither."""
    table = None
    parent = node.parent
    while parent is not None:
        if isinstance(parent, nodes.figure):
            return parent
        if isinstance(parent, nodes.table):
            table = parent
        parent = parent.parent
    return table


def _number_paragraphs(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Number them before the views take their places."""
    if docname not in council_domain(app.env).releases or not makes_site(app.builder):
        return
    taken = set(doctree.ids)
    for number, paragraph in enumerate(list(counted_paragraphs(doctree)), 1):
        id_ = free_id(f"p-{number}", taken)
        taken.add(id_)
        paragraph["ids"].insert(0, id_)
        doctree.ids[id_] = paragraph
        paragraph.insert(0, paragraph_link("", number=number, anchor=id_))


def _visit(translator: HTML5Translator, node: paragraph_link) -> None:
    label = translator.attval(str(_("Paragraph %d")) % node["number"])
    link = f'<a class="headerlink paragraph-link" href="#{node["anchor"]}" aria-label="{label}"'
    translator.body.append(f'{link} data-number="{node["number"]}">')


def _depart(translator: HTML5Translator, node: paragraph_link) -> None:
    translator.body.append("</a>")


def setup(app: Sphinx) -> None:
    """Register the node, and the numbering before views and mentions."""
    app.add_node(paragraph_link, html=(_visit, _depart))
    app.connect("doctree-resolved", _number_paragraphs, priority=400)
