"""Pieces that views are made of: links with dates, tables, foldable parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from council.model.entries import Mention
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from council_sphinx.core.interface_strings import long_date
from council_sphinx.views.context import ViewContext
from council_sphinx.views.link_targets import EntryTarget, MentionTarget, ReleaseTarget
from council_sphinx.views.wording import session_name

PART = "view-part"
"""The class of the sections that views make."""


class disclosure(nodes.General, nodes.Element):  # noqa: N801
    """A part that the reader unfolds; its first child is a ``disclosure_summary``."""


class disclosure_summary(nodes.General, nodes.TextElement):  # noqa: N801
    """What shows of a folded part."""


class ornament(nodes.General, nodes.Element):  # noqa: N801
    """What pages show beside words that say the same: a drawing, a form; other builders leave it out.

    Classes of its kind register with :func:`add_ornament`, and bear their HTML in ``html``.
    """


def add_ornament(app: Sphinx, kind: type[ornament]) -> None:
    """Register a *kind* of ornament."""
    app.add_node(kind, html=(_visit_ornament, None))


def _visit_ornament(translator: HTML5Translator, node: ornament) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def fold_away(summary: str, *content: nodes.Node, opened: bool = False, classes: Sequence[str] = ()) -> disclosure:
    """Give *content* folded under *summary*; builders other than HTML show it all."""
    return disclosure("", disclosure_summary("", summary), *content, opened=opened, classes=list(classes))


def _visit_disclosure(translator: HTML5Translator, node: disclosure) -> None:
    start = (
        translator.starttag(node, "details", open="open") if node["opened"] else translator.starttag(node, "details")
    )
    translator.body.append(start)


def _depart_disclosure(translator: HTML5Translator, node: disclosure) -> None:
    translator.body.append("</details>\n")


def _visit_summary(translator: HTML5Translator, node: disclosure_summary) -> None:
    translator.body.append(translator.starttag(node, "summary", ""))


def _depart_summary(translator: HTML5Translator, node: disclosure_summary) -> None:
    translator.body.append("</summary>\n")


def _as_plain_nodes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Show folded parts in full where nothing can be unfolded, and parts of views as parts of their page."""
    if app.builder.format == "html":
        return
    for node in list(doctree.findall(disclosure)):
        summary, *content = node.children
        node.replace_self([nodes.rubric("", summary.astext()), *content])
    for extra in list(doctree.findall(ornament)):
        extra.parent.remove(extra)
    for section in [section for section in doctree.findall(nodes.section) if PART in section["classes"]]:
        title, *content = section.children
        section.replace_self([nodes.rubric("", title.astext()), *content])


def part(key: str, title: str, *content: nodes.Node, classes: Sequence[str] = ()) -> nodes.section:
    """Give a part of a view: a section with its heading, which "On this page" lists; *key* is its anchor.

    On paper, whose outline is that of the pages, its heading opens no section.
    """
    return nodes.section("", nodes.title("", title), *content, ids=[key], names=[key], classes=[PART, *classes])


def heading(text: str) -> nodes.rubric:
    """Give a heading within a view that opens no section."""
    return nodes.rubric("", text, classes=["view-heading"])


def paragraph(*content: nodes.Node | str, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Give a paragraph of nodes and strings."""
    made = [nodes.Text(one) if isinstance(one, str) else one for one in content]
    return nodes.paragraph("", "", *made, classes=list(classes))


def bullet_list(items: Iterable[nodes.Element], classes: Sequence[str] = ()) -> nodes.bullet_list:
    """Give a bullet list of paragraphs."""
    return nodes.bullet_list("", *(nodes.list_item("", item) for item in items), classes=list(classes))


def table(
    head: Sequence[str], rows: Iterable[Sequence[nodes.Element | str]], classes: Sequence[str] = ()
) -> nodes.table:
    """Give a table of texts and nodes with a head row."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=100 // len(head)) for _column in head), cols=len(head))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", nodes.paragraph("", text)) for text in head)))
    group += nodes.tbody("", *(nodes.row("", *(_entry(cell) for cell in row)) for row in rows))
    return nodes.table("", group, classes=["colwidths-auto", *classes])


def _entry(cell: nodes.Element | str) -> nodes.entry:
    if isinstance(cell, nodes.entry):
        return cell
    if isinstance(cell, str):
        return nodes.entry("", nodes.paragraph("", cell))
    return nodes.entry("", cell if isinstance(cell, nodes.paragraph) else nodes.paragraph("", "", cell))


def fact_list(rows: list[tuple[str, list[nodes.Node]]], classes: Sequence[str] = ()) -> list[nodes.Node]:
    """Give a list of terms and what is to be said of each."""
    if not rows:
        return []
    made = nodes.definition_list(classes=["record-facts", *classes])
    for term, content in rows:
        made += nodes.definition_list_item("", nodes.term("", term), nodes.definition("", paragraph(*content)))
    return [made]


def entry_link(context: ViewContext, entry: EntryTarget) -> nodes.Element:
    """Give a link to the page of *entry*, or its name alone where it has no record."""
    if entry.page is None:
        return nodes.inline("", entry.name, classes=["candidate"])
    return context.text_link(entry.page, entry.name)


def entry_links(context: ViewContext, entries: Iterable[EntryTarget]) -> list[nodes.Node]:
    """Give a link for each of *entries*, with commas between them."""
    return joined([entry_link(context, entry) for entry in entries])


def evidence_link(context: ViewContext, mention: Mention, text: str = "") -> nodes.Element:
    """Give a link to the very place of a release that *mention* is, reading its date."""
    return context.text_link(mention.page, text or long_date(mention.date, context.language), anchor=mention.anchor)


def mention_and_title(context: ViewContext, target: MentionTarget) -> nodes.paragraph:
    """Give a link to the very place of a mention, and one to its release."""
    mention = target.mention
    return paragraph(evidence_link(context, mention), ": ", context.text_link(mention.page, target.title))


def year_links(context: ViewContext, years: Mapping[int, int]) -> list[nodes.Node]:
    """Give a link to the page of each year, with the number that *years* has for it."""
    return joined([context.text_link(context.year_page(year), f"{year} ({count})") for year, count in years.items()])


def date_and_session(context: ViewContext, release: ReleaseTarget) -> str:
    """Give what tells a release apart: its date, and its session if it reports one that its title does not name."""
    date = long_date(release.date, context.language)
    session = session_name(release.session) if release.session else ""
    return f"{date} · {session}" if session and session != release.title else date


def lead_of(release: ReleaseTarget) -> list[nodes.Node]:
    """Give the sentence that stands below the title of a release, where it has one."""
    return [paragraph(release.lead, classes=["release-lead"])] if release.lead else []


def quotation(text: str) -> nodes.paragraph:
    """Give what a release says, in quotation marks."""
    return paragraph(nodes.inline("", f"«{text}»", classes=["quotation"]))


def joined(parts: Sequence[nodes.Node], separator: str = ", ") -> list[nodes.Node]:
    """Give *parts* with *separator* between them."""
    made: list[nodes.Node] = []
    for part in parts:
        if made:
            made.append(nodes.Text(separator))
        made.append(part)
    return made


def names(texts: Iterable[str], separator: str = "; ") -> list[nodes.Node]:
    """Give *texts* with *separator* between them; the style sheet keeps each one's direction of writing to itself."""
    return joined([nodes.inline("", text) for text in texts], separator)


def setup(app: Sphinx) -> None:
    """Register the nodes for folded parts."""
    app.add_node(disclosure, html=(_visit_disclosure, _depart_disclosure))
    app.add_node(disclosure_summary, html=(_visit_summary, _depart_summary))
    app.connect("doctree-resolved", _as_plain_nodes, priority=900)
