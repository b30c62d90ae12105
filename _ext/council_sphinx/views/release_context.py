"""What stands below a release: its projects, what is new since the last session, related releases, citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from council.archive.archive import Archive
from council.authority.name_keys import name_key
from council.exports.citations import Citation
from docutils import nodes

from council_sphinx.core.interface_strings import _, long_date
from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.citation import how_to_cite
from council_sphinx.views.context import ViewContext
from council_sphinx.views.elements import bullet_list, entry_link, heading, paragraph
from council_sphinx.views.link_targets import EntryTarget, ReleaseTarget
from council_sphinx.views.placeholder import View


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project as the release calls it, and where.

    *same* tells that its record has the same name, so that nothing need be read twice.
    """

    label: str
    anchor: str
    project: EntryTarget
    same: bool


@dataclass(frozen=True, slots=True)
class NewProjects:
    """The projects that a session names and the one before it did not."""

    before: ReleaseTarget
    projects: tuple[EntryTarget, ...]


@dataclass(frozen=True, slots=True)
class ContextData:
    """All that stands below a release."""

    projects: tuple[NamedProject, ...]
    new: NewProjects | None
    related: tuple[ReleaseTarget, ...]
    citation: Citation


@dataclass(frozen=True)
class ReleaseContext(View[ContextData]):
    """The context of the release that it stands on."""

    def collect(self, archive: SiteArchive, docname: str) -> ContextData:
        """Give what the archive knows of the release."""
        return ContextData(
            projects=_named_projects(archive, docname),
            new=_new_projects(archive, docname),
            related=tuple(ReleaseTarget.on(page, archive) for page in archive.relations.related(docname)),
            citation=Citation.of(docname, archive.releases[docname]),
        )

    @staticmethod
    def build(context: ViewContext, data: ContextData) -> list[nodes.Node]:
        """Give a part for each of what there is."""
        parts = [_project_part(context, data.projects)] if data.projects else []
        if data.new:
            parts.append(_new_part(context, data.new))
        if data.related:
            parts.append(_related_part(context, data.related))
        parts.append([how_to_cite(context, data.citation)])
        groups = [nodes.container("", *part, classes=["context-part"]) for part in parts]
        return [nodes.container("", *groups, classes=["release-context"])]


def _named_projects(archive: Archive, page: str) -> tuple[NamedProject, ...]:
    release, anchors = archive.releases[page], archive.entries.anchors[page]
    lexicon = archive.profile.lexicon
    named: dict[str, NamedProject] = {}
    for mention, id_ in zip(release.projects, archive.identity.project_ids[page], strict=True):
        entry, label = archive.projects[id_], mention.label
        same = name_key(label, lexicon) == name_key(entry.name, lexicon)
        named[label] = NamedProject(label, anchors[label], EntryTarget.of(entry), same)
    return tuple(named.values())


def _new_projects(archive: Archive, page: str) -> NewProjects | None:
    before = archive.chronology.previous_session(page) if archive.releases[page].session else None
    new = archive.relations.new_projects(page) if before else []
    if not before or not new:
        return None
    return NewProjects(ReleaseTarget.on(before, archive), tuple(EntryTarget.of(archive.projects[id_]) for id_ in new))


def _project_part(context: ViewContext, projects: Sequence[NamedProject]) -> list[nodes.Node]:
    items = bullet_list((_project(context, named) for named in projects), classes=["release-projects"])
    return [heading(str(_("Projects in this release"))), items]


def _project(context: ViewContext, named: NamedProject) -> nodes.paragraph:
    """The label as written, which leads to its place in the text, and the record that it belongs to."""
    here = nodes.reference("", named.label, internal=True, refuri=f"#{named.anchor}", classes=["mention-permalink"])
    words = paragraph(here)
    if named.project.page:
        words += nodes.Text(" · " if named.same else " → ")
        words += context.text_link(named.project.page, str(_("record")) if named.same else named.project.name)
    return words


def _new_part(context: ViewContext, new: NewProjects) -> list[nodes.Node]:
    told = str(_("Not named in the session before:")) + " "
    before = paragraph(told, context.text_link(new.before.page, new.before.title))
    items = bullet_list((paragraph(entry_link(context, project)) for project in new.projects), classes=["new-projects"])
    return [heading(str(_("New since the last session"))), before, items]


def _related_part(context: ViewContext, related: Sequence[ReleaseTarget]) -> list[nodes.Node]:
    items = [
        paragraph(context.text_link(release.page, release.title), f" ({long_date(release.date, context.language)})")
        for release in related
    ]
    return [heading(str(_("Related releases"))), bullet_list(items, classes=["related-releases"])]
