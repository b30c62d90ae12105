"""What a page is on paper: entries for the index, the author's portrait beside the header, a short context, columns that align."""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.archive import Archive
from council.model.authorities import Authority
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from council_sphinx.core.domain import archive_of
from council_sphinx.core.interface_strings import long_date
from council_sphinx.pages.authority_pages import record_of
from council_sphinx.pages.mentioned_entries import mentioned_entries

_HEADER = "release-header"
_TRAJECTORY_WIDTHS = {2: (28, 72), 3: (28, 17, 55)}
"""Of a hundred: the date with its page, the role, what was said; by the number of columns."""
_Entry = tuple[str, str, str, str, None]
"""As ``sphinx.addnodes.index`` has them: kind, terms, the id of the place, ``main`` or nothing, no key."""
_CONTEXT, _CITATION = "release-context", "citation"
_MOST_POINTS = 8
"""A narrow list of more points would leave half of a page white."""


def _prepare(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if app.builder.name != "typst":
        return
    archive, record = archive_of(app.env), record_of(app.env, docname)
    if docname in archive.releases:
        doctree.append(addnodes.index(entries=_entries_of_release(archive, docname)))
        _look_back(app, archive, doctree, docname)
        _put_portrait_beside_header(doctree)
        _shorten_context(doctree)
    elif record is not None:
        _align_trajectory(doctree)
        section = next(iter(doctree.findall(nodes.section)), None)
        if section is not None:
            doctree.append(addnodes.index(entries=_entries_of_record(record, section["ids"][0])))


def _entries_of_release(archive: Archive, page: str) -> list[_Entry]:
    """Give an entry for each project, person and directorate that a release mentions."""
    named = dict.fromkeys((mentioned.entry.name, mentioned.anchor) for mentioned in mentioned_entries(archive, page))
    return [("single", _one_term(name), anchor, "", None) for name, anchor in named]


def _entries_of_record(record: Authority, place: str) -> list[_Entry]:
    """Give the main entry of a record, and one that leads there from each of its other names."""
    name = _one_term(record.name)
    others: list[_Entry] = [("see", f"{_one_term(alias)}; {name}", place, "", None) for alias in record.aliases]
    return [("single", name, place, "main", None), *others]


def _one_term(name: str) -> str:
    """A semicolon would part the name in two."""
    return name.replace(";", ",")


def _look_back(app: Sphinx, archive: Archive, doctree: nodes.document, docname: str) -> None:
    """Name as related what came before: a volume would have to be made again for what comes later."""
    for related in list(doctree.findall(nodes.bullet_list)):
        if "related-releases" in related["classes"]:
            pages = archive.relations.related(docname, earlier=True)
            related.children = []
            related += [nodes.list_item("", _release_line(app, archive, docname, page)) for page in pages]
            if not pages:
                _remove_with_its_shells(related.parent)


def _remove_with_its_shells(node: nodes.Element) -> None:
    """Remove *node*, and what would be empty without it."""
    while len(node.parent.children) == 1:
        node = node.parent
    node.parent.remove(node)


def _release_line(app: Sphinx, archive: Archive, docname: str, page: str) -> nodes.paragraph:
    release = archive.releases[page]
    address = app.builder.get_relative_uri(docname, page)
    link = nodes.reference("", release.display_title, internal=True, refuri=address)
    return nodes.paragraph("", "", link, nodes.Text(f" ({long_date(release.date, str(app.config.language))})"))


def _put_portrait_beside_header(doctree: nodes.document) -> None:
    """A portrait that follows the header stands to its right, where it takes no room of the text."""
    for figure in list(doctree.findall(nodes.figure)):
        place = figure.parent.index(figure)
        before = figure.parent[place - 1] if place else None
        if "portrait" in figure["classes"] and isinstance(before, nodes.container) and _HEADER in before["classes"]:
            beside = nodes.container("", classes=["release-head"])
            parent = figure.parent
            parent[place - 1 : place + 1] = [beside]
            beside.extend([before, figure])
            return


def _shorten_context(doctree: nodes.document) -> None:
    """Set what stands below a release close: long lists run on over the whole width, and there is no citation.

    A book is cited by its title page; how a page is cited stands on the page.
    """
    for context in [found for found in doctree.findall(nodes.container) if _CONTEXT in found["classes"]]:
        narrow: list[nodes.Node] = []
        wide: list[nodes.Node] = []
        for part in context.children:
            if not any(_CITATION in found["classes"] for found in part.findall(nodes.paragraph)):
                (wide if _let_run_on(part) else narrow).append(part)
        rows = [*([part] for part in wide), narrow]
        place = context.parent.index(context)
        context.parent[place : place + 1] = [nodes.container("", *row, classes=[_CONTEXT]) for row in rows if row]


def _let_run_on(part: nodes.Node) -> bool:
    """Make each long list in *part* a paragraph; tell whether there is one."""
    long = [points for points in part.findall(nodes.bullet_list) if len(points) > _MOST_POINTS]
    for points in long:
        points.replace_self(nodes.paragraph("", "", *_running_on(points)))
    return bool(long)


def _running_on(points: nodes.bullet_list) -> Iterator[nodes.Node]:
    """Give the words of *points*, parted by semicolons."""
    for number, point in enumerate(points):
        if number:
            yield nodes.Text("; ")
        for paragraph in point.findall(nodes.paragraph):
            yield from paragraph.children


def _align_trajectory(doctree: nodes.document) -> None:
    """On the screen the columns are as wide as their text; on paper those of all records stand under each other."""
    for table in doctree.findall(nodes.table):
        if "trajectory" in table["classes"]:
            table["classes"].remove("colwidths-auto")
            columns = list(table.findall(nodes.colspec))
            for column, width in zip(columns, _TRAJECTORY_WIDTHS[len(columns)], strict=True):
                column["colwidth"] = width


def setup(app: Sphinx) -> None:
    """Register the handler, after those that fill views and link mentions."""
    app.connect("doctree-resolved", _prepare, priority=700)
