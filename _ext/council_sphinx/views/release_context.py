"""What stands below a release: its projects, what is new since the last session, related releases, citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from council.archive.archive import Archive
from council.authority.name_keys import name_key
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.views.citation import apa, bibtex
from council_sphinx.views.elements import bullet_list, entry_link, fold_away, heading, paragraph
from council_sphinx.views.placeholder import Options, View, ViewContext, register


def _collect(archive: Archive, docname: str, options: Options) -> tuple[Any, ...]:
    release = archive.releases[docname]
    anchors = archive.entries.anchors[docname]
    new = set(archive.relations.new_projects(docname)) if release.session else set()
    projects = {}
    for mention, id_ in zip(release.projects, archive.identity.project_ids[docname], strict=True):
        entry = archive.projects[id_]
        projects[mention.label] = (id_, entry.page, entry.name, mention.label, anchors[mention.label], id_ in new)
    before = archive.chronology.previous_session(docname) if release.session else None
    related = [
        (page, archive.releases[page].title, archive.releases[page].date) for page in archive.relations.related(docname)
    ]
    people = [(id_, archive.people[id_].page) for id_ in archive.identity.person_ids[docname]]
    own = [(one.directorate, archive.directorates[one.directorate].page) for one in release.directorates]
    others = [(id_, archive.directorates[id_].page) for id_ in archive.identity.external_ids[docname] if id_]
    told_before = before and (before, archive.releases[before].title)
    return (
        list(projects.values()),
        told_before,
        related,
        people,
        [*own, *others],
        (release.title, release.date, release.source_url),
    )


def _build(context: ViewContext, data: tuple[Any, ...]) -> list[nodes.Node]:
    projects, before, related, _people, _directorates, _cited = data
    parts: list[list[nodes.Node]] = [*_projects(context, projects), *_new(context, projects, before)]
    parts += [*_related(context, related), [_citation(context)]]
    groups = [nodes.container("", *part, classes=["context-part"]) for part in parts]
    return [nodes.container("", *groups, classes=["release-context"])]


def _projects(context: ViewContext, projects: list[tuple[Any, ...]]) -> Iterator[list[nodes.Node]]:
    if projects:
        rows = [_project(context, *row) for row in projects]
        yield [heading(str(_("Projects in this release"))), bullet_list(rows, classes=["release-projects"])]


def _new(
    context: ViewContext, projects: list[tuple[Any, ...]], before: tuple[str, str] | None
) -> Iterator[list[nodes.Node]]:
    new = list(dict.fromkeys(row[0] for row in projects if row[5]))
    if before and new:
        page, title = before
        told = paragraph(str(_("Not named in the session before:")) + " ", context.text_link(page, title))
        names = [paragraph(entry_link(context, context.archive.projects[id_])) for id_ in new]
        links = bullet_list(names, classes=["new-projects"])
        yield [heading(str(_("New since the last session"))), told, links]


def _related(context: ViewContext, related: list[tuple[str, str, Any]]) -> Iterator[list[nodes.Node]]:
    if related:
        items = [
            paragraph(context.text_link(page, title), f" ({long_date(date, context.language)})")
            for page, title, date in related
        ]
        yield [heading(str(_("Related releases"))), bullet_list(items, classes=["related-releases"])]


def _project(
    context: ViewContext, id_: str, page: str | None, name: str, label: str, anchor: str, new: bool
) -> nodes.paragraph:
    """The label as written, which leads to its place in the text, and the record that it belongs to.

    A record of the same name is called a record, so that nothing is read twice.
    """
    here = nodes.reference("", label, internal=True, refuri=f"#{anchor}", classes=["mention-permalink"])
    made = paragraph(here)
    if page:
        lexicon = context.archive.profile.lexicon
        same = name_key(label, lexicon) == name_key(name, lexicon)
        made += nodes.Text(" · " if same else " → ")
        made += context.text_link(page, str(_("record")) if same else name)
    return made


def _citation(context: ViewContext) -> nodes.Element:
    release = context.archive.releases[context.page]
    config = context.builder.config
    base = config.html_baseurl.rstrip("/")
    address = f"{base}/{context.builder.get_target_uri(context.page)}" if base else release.source_url
    reference = paragraph(*apa(release, config.author, config.project, address, context.language), classes=["citation"])
    code = bibtex(release, config.author, address)
    entry = nodes.literal_block("", code, language="none", classes=["citation", "screen-only"])
    label = paragraph("BibTeX", classes=["screen-only"])
    return fold_away(str(_("How to cite")), paragraph("APA"), reference, label, entry, classes=["how-to-cite"])


register(View("release-context", _collect, _build))
