"""The entries of an archive: under each id its record, if it has one, and all mentions gathered from the releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from council.archive.identity import Identity
from council.archive.permalinks import release_anchors
from council.model.authorities import Kind, Records
from council.model.entries import Entry, Mention
from council.model.releases import Release
from council.profile.lexicon import Lexicon


class Entries:
    """The projects, people and directorates that *releases* mention or *records* describe.

    Mentions stand in the order of *releases*, entries in that of their ids; *identity* tells who is meant.
    """

    def __init__(self, releases: Mapping[str, Release], records: Records, identity: Identity, lexicon: Lexicon) -> None:
        self._releases = releases
        self._records = records
        self._identity = identity
        self._lexicon = lexicon

    @cached_property
    def projects(self) -> dict[str, Entry]:
        """Every project by id, records and candidates."""
        return self._gather("project", self._project_mentions())

    @cached_property
    def people(self) -> dict[str, Entry]:
        """Every person by id."""
        return self._gather("person", self._person_mentions())

    @cached_property
    def directorates(self) -> dict[str, Entry]:
        """Every directorate by id: the institute's own, and others that have a record."""
        return self._gather("directorate", self._directorate_mentions())

    def of_kind(self, kind: Kind) -> dict[str, Entry]:
        """Give the entries of one kind by id."""
        return {"project": self.projects, "person": self.people, "directorate": self.directorates}[kind]

    @cached_property
    def by_page(self) -> dict[str, Entry]:
        """The entry whose record stands on a page."""
        entries = [*self.projects.values(), *self.directorates.values(), *self.people.values()]
        return {entry.page: entry for entry in entries if entry.page}

    @cached_property
    def candidates(self) -> list[Entry]:
        """The projects that no record claims, by name."""
        return sorted((entry for entry in self.projects.values() if entry.record is None), key=lambda entry: entry.name)

    @cached_property
    def anchors(self) -> dict[str, dict[str, str]]:
        """For each page, the permalink of every label, name and directorate that its release mentions."""
        return {page: release_anchors(release, self._lexicon.anchors) for page, release in self._releases.items()}

    def _gather(self, kind: Kind, mentions: Iterable[tuple[str, Mention]]) -> dict[str, Entry]:
        by_id: dict[str, list[Mention]] = {id_: [] for id_ in self._records[kind]}
        for id_, mention in mentions:
            by_id.setdefault(id_, []).append(mention)
        return {id_: self._entry(kind, id_, by_id[id_]) for id_ in sorted(by_id)}

    def _entry(self, kind: Kind, id_: str, mentions: list[Mention]) -> Entry:
        record = self._records[kind].get(id_)
        labels = tuple(dict.fromkeys(mention.label for mention in mentions))
        name = record.name if record else max(labels, key=len)
        return Entry(id_, kind, name, record, tuple(mentions), labels)

    def _project_mentions(self) -> Iterator[tuple[str, Mention]]:
        for page, release in self._releases.items():
            for project, id_ in zip(release.projects, self._identity.project_ids[page], strict=True):
                told = self._mention(page, release, project.label, project.quotation, project.directorate)
                yield id_, replace(told, form=project.form, parent=project.parent, section=project.section)

    def _person_mentions(self) -> Iterator[tuple[str, Mention]]:
        for page, release in self._releases.items():
            for person, id_ in zip(release.people, self._identity.person_ids[page], strict=True):
                told = self._mention(page, release, person.name, person.quotation, person.directorate)
                yield id_, replace(told, role=person.role, standing=person.standing)

    def _directorate_mentions(self) -> Iterator[tuple[str, Mention]]:
        for page, release in self._releases.items():
            for own in release.directorates:
                record = self._records["directorate"].get(own.directorate)
                told = self._mention(page, release, own.directorate)
                label = record.name if record else own.directorate
                yield own.directorate, replace(told, label=label, reports=own.reports)
            for external, id_ in zip(release.external, self._identity.external_ids[page], strict=True):
                if id_:
                    yield id_, self._mention(page, release, external.name)

    def _mention(
        self, page: str, release: Release, label: str, quotation: str = "", directorate: str | None = None
    ) -> Mention:
        """Give what all mentions have: where *release* has *label*, when, and what it says there."""
        anchor = self.anchors[page][label]
        return Mention(page, release.date, release.session, label, anchor, quotation=quotation, directorate=directorate)
