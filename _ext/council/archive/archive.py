"""All records together: the look-ups that views and exports are computed from.  No Sphinx in here."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from council.archive.permalinks import release_anchors
from council.authority.identities import candidate_ids, people_ids
from council.authority.matching import Matcher
from council.model.authorities import KINDS, Kind, Records
from council.model.entries import Entry, Mention
from council.model.releases import PersonMention, ProjectMention, Release

_UNDATED = datetime.date.max
NEAR = 6
"""Of the releases that name a project, so many nearest in time count as related; a new one changes no more pages."""


@dataclass(slots=True)
class _Gathering:
    mentions: list[Mention] = field(default_factory=list)
    labels: dict[str, None] = field(default_factory=dict)


class Archive:
    """The releases of an archive in order of date and the records that they mention.

    *releases* maps a page (``sessions/2020-11-30-octava-sesion-consejo``) to its record;
    *missing_pictures* tells which files a page waits for, *printed* which pages have a PDF by themselves.
    """

    def __init__(
        self,
        releases: Mapping[str, Release],
        records: Records | None = None,
        missing_pictures: Mapping[str, list[str]] | None = None,
        printed: Set[str] = frozenset(),
    ) -> None:
        self.releases = dict(
            sorted(releases.items(), key=lambda pair: (pair[1].date or _UNDATED, pair[1].slug, pair[0]))
        )
        self.records: Records = records or {kind: {} for kind in KINDS}
        self.pages = list(self.releases)
        self.missing_pictures = missing_pictures or {}
        self.printed = printed
        self._anchors: dict[str, dict[str, str]] = {}

    @cached_property
    def years(self) -> dict[int | None, list[str]]:
        """The pages of each year, in order of date; those without a date under ``None``."""
        years: dict[int | None, list[str]] = {}
        for page, release in self.releases.items():
            years.setdefault(release.year, []).append(page)
        return years

    @cached_property
    def positions(self) -> dict[str, int]:
        """The place of each page in the order of time."""
        return {page: position for position, page in enumerate(self.pages)}

    @cached_property
    def sessions(self) -> list[str]:
        """The pages of releases that report a session of the council."""
        return [page for page in self.pages if self.releases[page].session]

    def neighbours(self, page: str) -> tuple[str | None, str | None]:
        """Give the pages of the releases before and after the one on *page*."""
        position = self.positions[page]
        before = self.pages[position - 1] if position else None
        after = self.pages[position + 1] if position + 1 < len(self.pages) else None
        return before, after

    def latest(self, count: int, sessions_only: bool = False) -> list[str]:
        """Give the pages of the newest releases, newest first; only dated ones."""
        dated = (page for page in reversed(self.pages) if self.releases[page].date)
        chosen = (page for page in dated if self.releases[page].session or not sessions_only)
        return [page for page, _ in zip(chosen, range(count), strict=False)]

    # -- who is meant ---------------------------------------------------------------------------------

    @cached_property
    def matchers(self) -> dict[Kind, Matcher]:
        """The matcher of each kind of record."""
        return {kind: Matcher(self.records[kind]) for kind in KINDS}

    @cached_property
    def project_ids(self) -> dict[str, tuple[str, ...]]:
        """The project that each project mention of a page means: a record's id, else a candidate's."""
        found: dict[str, list[str | None]] = {}
        unclaimed: list[str] = []
        for page, release in self.releases.items():
            by_label: dict[str, str | None] = {}
            ids: list[str | None] = []
            for mention in release.projects:
                parent = by_label.get(mention.parent) if mention.parent else None
                match = self.matchers["project"].find(mention.label, parent)
                ids.append(match.record if match else None)
                by_label[mention.label] = ids[-1]
                if match is None:
                    unclaimed.append(mention.label)
            found[page] = ids
        candidates = candidate_ids(unclaimed, set(self.records["project"]))
        return {
            page: tuple(
                id_ or candidates[mention.label] for id_, mention in zip(ids, self.releases[page].projects, strict=True)
            )
            for page, ids in found.items()
        }

    @cached_property
    def person_ids(self) -> dict[str, tuple[str, ...]]:
        """The person that each person mention of a page means: a record's id, else one made of the name."""
        names = (mention.name for release in self.releases.values() for mention in release.people)
        ids = people_ids(names, self.records["person"])
        return {page: tuple(ids[mention.name] for mention in release.people) for page, release in self.releases.items()}

    @cached_property
    def external_ids(self) -> dict[str, tuple[str | None, ...]]:
        """The record of each directorate of others that a page names, ``None`` for one without."""
        find = self.matchers["directorate"].find

        def record_of(name: str) -> str | None:
            match = find(name)
            return match.record if match else None

        return {
            page: tuple(record_of(mention.name) for mention in release.external)
            for page, release in self.releases.items()
        }

    # -- entries --------------------------------------------------------------------------------------

    @cached_property
    def projects(self) -> dict[str, Entry]:
        """Every project by id, records and candidates, in order of id."""
        gathered: dict[str, _Gathering] = {}
        for page, release in self.releases.items():
            anchors = self.anchors(page)
            for mention, id_ in zip(release.projects, self.project_ids[page], strict=True):
                self._gather(gathered, id_, _project_mention(page, release, mention, anchors[mention.label]))
        return self._entries("project", gathered)

    @cached_property
    def people(self) -> dict[str, Entry]:
        """Every person by id, in order of id."""
        gathered: dict[str, _Gathering] = {}
        for page, release in self.releases.items():
            anchors = self.anchors(page)
            for mention, id_ in zip(release.people, self.person_ids[page], strict=True):
                self._gather(gathered, id_, _person_mention(page, release, mention, anchors[mention.name]))
        return self._entries("person", gathered)

    @cached_property
    def directorates(self) -> dict[str, Entry]:
        """Every directorate by id: the institute's own, and others that have a record."""
        gathered: dict[str, _Gathering] = {}
        for page, release in self.releases.items():
            anchors = self.anchors(page)
            for own in release.directorates:
                record = self.records["directorate"].get(own.directorate)
                label = record.name if record else own.directorate
                self._gather(
                    gathered,
                    own.directorate,
                    Mention(page, release.date, release.session, label, anchors[own.directorate], reports=own.reports),
                )
            for external, id_ in zip(release.external, self.external_ids[page], strict=True):
                if id_:
                    name = external.name
                    self._gather(gathered, id_, Mention(page, release.date, release.session, name, anchors[name]))
        return self._entries("directorate", gathered)

    @staticmethod
    def _gather(gathered: dict[str, _Gathering], id_: str, mention: Mention) -> None:
        one = gathered.setdefault(id_, _Gathering())
        one.mentions.append(mention)
        one.labels[mention.label] = None

    def _entries(self, kind: Kind, gathered: dict[str, _Gathering]) -> dict[str, Entry]:
        entries = {}
        for id_ in sorted({*gathered, *self.records[kind]}):
            record, found = self.records[kind].get(id_), gathered.get(id_, _Gathering())
            name = record.name if record else max(found.labels, key=len)
            entries[id_] = Entry(id_, kind, name, record, tuple(found.mentions), tuple(found.labels))
        return entries

    def entries(self, kind: Kind) -> dict[str, Entry]:
        """Give the entries of one kind."""
        return {"project": self.projects, "person": self.people, "directorate": self.directorates}[kind]

    @cached_property
    def candidates(self) -> list[Entry]:
        """The projects that no record claims, by name."""
        return sorted((entry for entry in self.projects.values() if entry.record is None), key=lambda entry: entry.name)

    def anchors(self, page: str) -> dict[str, str]:
        """Give the permalink of each label, name and directorate that the release on *page* mentions."""
        if page not in self._anchors:
            self._anchors[page] = release_anchors(self.releases[page])
        return self._anchors[page]

    # -- what follows from it -------------------------------------------------------------------------

    def parts(self, project: str) -> list[str]:
        """Give the records that have *project* as their parent."""
        return [record.id for record in self.records["project"].values() if record.parent == project]

    def previous_session(self, page: str) -> str | None:
        """Give the page of the last session before the one on *page*."""
        before = bisect_left(self.sessions, self.positions[page], key=self.positions.__getitem__)
        return self.sessions[before - 1] if before else None

    def new_projects(self, page: str) -> list[str]:
        """Give the projects that the session on *page* names and the session before it did not."""
        before = self.previous_session(page)
        if before is None:
            return []
        known = set(self.project_ids[before])
        return [id_ for id_ in dict.fromkeys(self.project_ids[page]) if id_ not in known]

    @cached_property
    def _pages_of(self) -> dict[str, list[str]]:
        return {
            id_: list(dict.fromkeys(mention.page for mention in entry.mentions)) for id_, entry in self.projects.items()
        }

    def related(self, page: str, count: int = 5) -> list[str]:
        """Give the releases that share the most telling projects with the one on *page*.

        A project weighs the less the more releases name it; of those that name many, only the nearest in time count.
        """
        weights: Counter[str] = Counter()
        here = self.positions[page]
        for id_ in dict.fromkeys(self.project_ids[page]):
            pages = self._pages_of[id_]
            at = bisect_left(pages, here, key=self.positions.__getitem__)
            around = pages[max(at - NEAR, 0) : at + NEAR]
            for other in sorted(around, key=lambda other: abs(self.positions[other] - here))[:NEAR]:
                if other != page:
                    weights[other] += 1000 // len(pages)
        ranked = sorted(weights.items(), key=lambda pair: (-pair[1], abs(self.positions[pair[0]] - here), pair[0]))
        return [other for other, _weight in ranked[:count]]


def _project_mention(page: str, release: Release, mention: ProjectMention, anchor: str) -> Mention:
    return Mention(
        page=page,
        date=release.date,
        session=release.session,
        label=mention.label,
        anchor=anchor,
        quotation=mention.quotation,
        form=mention.form,
        directorate=mention.directorate,
        parent=mention.parent,
    )


def _person_mention(page: str, release: Release, mention: PersonMention, anchor: str) -> Mention:
    return Mention(
        page=page,
        date=release.date,
        session=release.session,
        label=mention.name,
        anchor=anchor,
        quotation=mention.quotation,
        directorate=mention.directorate,
        role=mention.role,
    )
