"""What stands below a release: its projects, what is new since the last session, related releases, citation."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from ..archive import Archive
from ..citation import apa, bibtex
from ..text import _, long_date
from .elements import bullet_list, entry_link, fold_away, heading, paragraph
from .placeholder import Options, View, ViewContext, register


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    release = archive.releases[docname]
    anchors = archive.anchors(docname)
    new = set(archive.new_projects(docname)) if release.session else set()
    projects = []
    for mention, id_ in zip(release.projects, archive.project_ids[docname], strict=True):
        entry = archive.projects[id_]
        projects.append((id_, entry.page, entry.name, mention.label, anchors[mention.label], id_ in new))
    before = archive.previous_session(docname) if release.session else None
    related = [(page, archive.releases[page].title, archive.releases[page].date) for page in archive.related(docname)]
    people = [(id_, archive.people[id_].page) for id_ in archive.person_ids[docname]]
    own = [(one.directorate, archive.directorates[one.directorate].page) for one in release.directorates]
    told_before = before and (before, archive.releases[before].title)
    return projects, told_before, related, people, own, (release.title, release.date, release.source_url)


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    projects, before, related, _people, _own, _cited = data
    made = nodes.container("", classes=["release-context"])
    if projects:
        made += heading(str(_("Projects in this release")))
        made += bullet_list([_project(context, *row) for row in projects], classes=["release-projects"])
    new = [row for row in projects if row[5]]
    if before and new:
        page, title = before
        made += heading(str(_("New since the last session")))
        made += paragraph(str(_("Not named in the session before:")) + " ", context.text_link(page, title))
        seen: set[str] = set()
        rows = [row for row in new if not (row[0] in seen or seen.add(row[0]))]  # type: ignore[func-returns-value]
        made += bullet_list([paragraph(entry_link(context, context.archive.projects[row[0]])) for row in rows])
    if related:
        made += heading(str(_("Related releases")))
        items = [
            paragraph(context.text_link(page, title), f" ({long_date(date, context.language)})")
            for page, title, date in related
        ]
        made += bullet_list(items, classes=["related-releases"])
    made += _citation(context)
    return [made]


def _project(
    context: ViewContext, id_: str, page: str | None, name: str, label: str, anchor: str, new: bool
) -> nodes.paragraph:
    """The label as written, which leads to its place in the text, and the record that it belongs to."""
    here = nodes.reference("", label, internal=True, refuri=f"#{anchor}", classes=["mention-permalink"])
    made = paragraph(here)
    if page:
        made += nodes.Text(" → ")
        made += entry_link(context, context.archive.projects[id_])
    return made


def _citation(context: ViewContext) -> nodes.Element:
    release = context.archive.releases[context.page]
    config = context.builder.config
    base = config.html_baseurl.rstrip("/")
    address = f"{base}/{context.builder.get_target_uri(context.page)}" if base else release.source_url
    reference = paragraph(*apa(release, config.author, config.project, address, context.language), classes=["citation"])
    entry = nodes.literal_block("", bibtex(release, config.author, address), language="none", classes=["citation"])
    return fold_away(
        str(_("How to cite")), paragraph("APA"), reference, paragraph("BibTeX"), entry, classes=["how-to-cite"]
    )


register(View("release-context", _collect, _build))
