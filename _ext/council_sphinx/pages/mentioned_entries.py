"""Whom a release means: for each name that it mentions its place on the page, and the entry in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.entries import Entry

from council_sphinx.core.site_archive import SiteArchive
from council_sphinx.views.link_targets import EntryTarget


@dataclass(frozen=True, slots=True)
class MentionedEntry:
    """A name as the text has it, the permalink of its first mention, and the entry that it means."""

    label: str
    anchor: str
    entry: EntryTarget


@dataclass(frozen=True)
class MentionedEntries:
    """The links in the running text of a release, and its entries in the printed index, as they depend on the archive."""

    def collect(self, archive: SiteArchive, docname: str) -> tuple[MentionedEntry, ...]:
        """Give what the release on *docname* mentions; nothing where there is no release."""
        return mentioned_entries(archive, docname) if docname in archive.releases else ()


def mentioned_entries(archive: Archive, page: str) -> tuple[MentionedEntry, ...]:
    """Give the projects, people and directorates that a release mentions; others' directorates if they have a record."""
    anchors = archive.entries.anchors[page]
    mentioned = (
        MentionedEntry(label, anchors[key], EntryTarget.of(entry)) for label, key, entry in _mentions(archive, page)
    )
    return tuple(dict.fromkeys(mentioned))


def _mentions(archive: Archive, page: str) -> Iterator[tuple[str, str, Entry]]:
    """Give each mention: the name in the text, the label of its permalink, and the entry."""
    release, identity = archive.releases[page], archive.identity
    for project, id_ in zip(release.projects, identity.project_ids[page], strict=True):
        yield project.label, project.label, archive.projects[id_]
    for person, id_ in zip(release.people, identity.person_ids[page], strict=True):
        yield person.name, person.name, archive.people[id_]
    for own in release.directorates:
        entry = archive.directorates[own.directorate]
        yield entry.name, own.directorate, entry
    for external, record in zip(release.external, identity.external_ids[page], strict=True):
        if record:
            yield external.name, external.name, archive.directorates[record]
