"""Mentions and figures on a release's page: a permalink at each, and a link to the record that it means."""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.permalinks import figure_anchors, release_anchors
from council.model.releases import Release
from council.profile.word_classes import AnchorWords
from docutils import nodes
from sphinx.application import Sphinx

from council_sphinx.core.domain import archive_of, council_domain
from council_sphinx.pages.mentioned_entries import MentionedEntries, mentioned_entries
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import PART

_BLOCKS = (nodes.paragraph, nodes.title, nodes.list_item, nodes.table, nodes.rubric, nodes.term)
_NO_LINKS = (nodes.reference, nodes.title, nodes.literal, nodes.literal_block, nodes.caption, nodes.rubric, nodes.term)


def add_anchors(doctree: nodes.document, release: Release, words: AnchorWords) -> None:
    """Give an id to each block that names a project, a person or a directorate first, or tells figures."""
    names, figures = release_anchors(release, words), figure_anchors(release, words)
    places = [
        *((mention.line, mention.label, names[mention.label]) for mention in release.projects),
        *((mention.line, mention.name, names[mention.name]) for mention in release.people),
        *((mention.line, mention.directorate, names[mention.directorate]) for mention in release.directorates),
        *((mention.line, mention.name, names[mention.name]) for mention in release.external),
        *((figure.line, figure.written, figures[figure.line]) for figure in release.figures),
    ]
    if not places:
        return
    blocks: list[tuple[int, nodes.Element]] = [
        (node.line, node) for node in doctree.findall() if isinstance(node, _BLOCKS) and node.line
    ]
    given: set[str] = set()
    for line, written, anchor in places:
        node = _block_at(blocks, line)
        if node is None or anchor in given:
            continue
        target = node.parent if isinstance(node, nodes.title) else _bearer(_cell_of(node, written))
        target["ids"].append(anchor)
        doctree.ids[anchor] = target
        given.add(anchor)


def _block_at(blocks: list[tuple[int, nodes.Element]], line: int) -> nodes.Element | None:
    """Give the block that begins nearest before or on *line*, the innermost of those that begin there."""
    best: tuple[int, nodes.Element] | None = None
    for start, node in blocks:
        if start <= line and (
            best is None or start > best[0] or (start == best[0] and isinstance(node, nodes.list_item))
        ):
            best = (start, node)
    return best[1] if best else None


def _bearer(block: nodes.Element) -> nodes.Element:
    """Give the paragraph of a list item that bears an id already: HTML would put more of them between the two."""
    first = block.children[0] if isinstance(block, nodes.list_item) and block["ids"] and block.children else None
    return first if isinstance(first, nodes.paragraph) else block


def _cell_of(node: nodes.Element, label: str) -> nodes.Element:
    """Give the cell that says *label* where *node* is a table, whose cells bear no lines; else *node*."""
    if not isinstance(node, nodes.table):
        return node
    cells = list(node.findall(nodes.paragraph))
    return next((cell for cell in cells if label in cell.astext()), cells[0] if cells else node)


def _link_mentions(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Link the first mention of each record in a section of a release to the record's page; not in what views tell."""
    archive = archive_of(app.env)
    if docname not in archive.releases:
        return
    targets: dict[str, str] = {}
    for mentioned in mentioned_entries(archive, docname):
        if mentioned.entry.page:
            targets.setdefault(mentioned.label, mentioned.entry.page)
    if not targets:
        return
    context = ViewContext(app.builder, docname, docname)
    for section in (section for section in doctree.findall(nodes.section) if PART not in section["classes"]):
        seen: set[str] = set()
        for text in list(_texts_of(section)):
            _link_in(text, targets, seen, context)


def _texts_of(section: nodes.section) -> Iterator[nodes.Text]:
    """Give the texts of a section that may bear links, those of its subsections left to them."""
    for node in section.children:
        if isinstance(node, nodes.section) or not isinstance(node, nodes.Element):
            continue
        if {"release-header", "release-context"} & set(node.get("classes", ())):
            continue
        for text in node.findall(nodes.Text):
            if not any(isinstance(parent, _NO_LINKS) for parent in _ancestors(text, section)):
                yield text


def _ancestors(node: nodes.Node, until: nodes.Node) -> Iterator[nodes.Node]:
    parent = node.parent
    while parent is not None and parent is not until:
        yield parent
        parent = parent.parent


def _link_in(text: nodes.Text, targets: dict[str, str], seen: set[str], context: ViewContext) -> None:
    source = text.astext()
    made: list[nodes.Node] = []
    behind = 0
    for start, end, target in _occurrences(source, targets):
        if target in seen or start < behind:
            continue
        seen.add(target)
        if start > behind:
            made.append(nodes.Text(source[behind:start]))
        made.append(context.text_link(target, source[start:end], classes=("mention", "no-page")))
        behind = end
    if made:
        if behind < len(source):
            made.append(nodes.Text(source[behind:]))
        parent = text.parent
        place = parent.index(text)
        parent.remove(text)
        parent.insert(place, made)


def _occurrences(source: str, targets: dict[str, str]) -> list[tuple[int, int, str]]:
    """Give where each label stands first as whole words, in order of place, the longer of two first."""
    flat = source.replace("\n", " ")
    found = []
    for label, target in targets.items():
        start = flat.find(label)
        if start >= 0:
            end = start + len(label)
            before, after = flat[start - 1 : start], flat[end : end + 1]
            if not (before.isalnum() or after.isalnum()):
                found.append((start, end, target))
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _add_anchors(app: Sphinx, doctree: nodes.document) -> None:
    domain, docname = council_domain(app.env), app.env.docname
    release = domain.releases.get(docname)
    if release is not None:
        add_anchors(doctree, release, domain.profile.lexicon.anchors)
        domain.note_dependency(docname, MentionedEntries())


def setup(app: Sphinx) -> None:
    """Register the handlers."""
    app.connect("doctree-read", _add_anchors, priority=400)
    app.connect("doctree-resolved", _link_mentions, priority=600)
