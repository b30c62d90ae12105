"""Who is meant: the project, person or directorate behind each mention of a release."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from council.authority.anatomy import anatomy, is_part, part_of
from council.authority.identities import candidate_ids, people_ids
from council.authority.matching import Matcher
from council.authority.name_groups import Groups
from council.authority.name_index import NameIndex
from council.model.authorities import KINDS, Kind, Records
from council.model.releases import ProjectMention, Release
from council.profile.profile import Profile


class Identity:
    """The ids that the mentions of *releases* have, in the order in which each release makes them.

    *releases* are by page; of names that no record claims, the first to appear gives the id.
    """

    def __init__(self, releases: Mapping[str, Release], records: Records, profile: Profile) -> None:
        self._releases = releases
        self._records = records
        self._profile = profile

    @cached_property
    def matchers(self) -> dict[Kind, Matcher]:
        """The matcher of each kind of record."""
        return {kind: Matcher(self._records[kind], self._profile) for kind in KINDS}

    @cached_property
    def project_ids(self) -> dict[str, tuple[str, ...]]:
        """The project that each project mention of a page means: a record's id, else a candidate's."""
        candidates = candidate_ids(self._candidates.lists(), set(self._records["project"]))
        return {
            page: tuple(
                id_ or candidates[self._full_name(mention)]
                for mention, id_ in zip(release.projects, self._claimed[page], strict=True)
            )
            for page, release in self._releases.items()
        }

    @cached_property
    def project_readings(self) -> dict[str, list[str]]:
        """The names that may mean several projects, or another, and are taken for none: each with what it may mean."""
        matcher, records = self.matchers["project"], self._records["project"]
        of_records = {name: matcher.readings(name) for name in self._candidates.names}
        doubts = {name: [records[id_].name for id_ in ids] for name, ids in of_records.items() if ids}
        return self._candidates.doubts() | doubts

    @cached_property
    def _claimed(self) -> dict[str, list[str | None]]:
        return {page: self._claimed_projects(release) for page, release in self._releases.items()}

    @cached_property
    def _candidates(self) -> Groups:
        """The names that no record claims, those of one project together."""
        names = (
            self._full_name(mention)
            for page, release in self._releases.items()
            for mention, id_ in zip(release.projects, self._claimed[page], strict=True)
            if id_ is None
        )
        return Groups(NameIndex(names, self._profile))

    @cached_property
    def _labels(self) -> NameIndex:
        """All names of projects, as the releases write them."""
        return NameIndex(
            (mention.label for release in self._releases.values() for mention in release.projects), self._profile
        )

    def _full_name(self, mention: ProjectMention) -> str:
        """Give what a mention is compared by: a part that is named alone, with the item that it stands in.

        ``Planes de Barrio`` › ``Las Moras`` is a plan where the plan of that name is known besides.
        """
        label, whole = mention.label, mention.parent
        if not whole:
            return label
        full = part_of(whole, label, self._profile)
        if is_part(label, self._profile):
            return full
        of_several = anatomy(whole, self._profile).plural and not anatomy(label, self._profile).kinds
        return full if of_several and self._labels.knows(full) else label

    @cached_property
    def person_ids(self) -> dict[str, tuple[str, ...]]:
        """The person that each person mention of a page means: a record's id, else one made of the name."""
        names = (mention.name for release in self._releases.values() for mention in release.people)
        ids = people_ids(names, self._records["person"])
        return {
            page: tuple(ids[mention.name] for mention in release.people) for page, release in self._releases.items()
        }

    @cached_property
    def external_ids(self) -> dict[str, tuple[str | None, ...]]:
        """The record of each directorate of others that a page names, ``None`` for one without."""
        return {
            page: tuple(self._record_id("directorate", mention.name) for mention in release.external)
            for page, release in self._releases.items()
        }

    def _claimed_projects(self, release: Release) -> list[str | None]:
        """Give the record that claims each project mention; an item within another may be a part of it."""
        by_label: dict[str, str | None] = {}
        ids = []
        for mention in release.projects:
            parent = by_label.get(mention.parent) if mention.parent else None
            id_ = self._record_id("project", mention.label, parent)
            by_label[mention.label] = id_ or self._record_id("project", self._full_name(mention))
            ids.append(by_label[mention.label])
        return ids

    def _record_id(self, kind: Kind, name: str, parent: str | None = None) -> str | None:
        return self.matchers[kind].find(name, parent)
