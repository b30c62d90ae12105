"""Who is meant: the project, person or directorate behind each mention of a release."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from council.authority.anatomy import anatomy, is_part, part_of
from council.authority.identities import people_ids, project_ids
from council.authority.matching import Matcher
from council.authority.name_groups import Groups
from council.authority.name_index import NameIndex
from council.model.authorities import KINDS, Kind, Records, ids_given
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
        groups = [*self._groups.lists(), *([name] for name in self._contested)]
        ids = project_ids(groups, self._known_projects, ids_given(self._records["project"]))
        return {
            page: tuple(
                id_ or ids[self._full_name(mention)]
                for mention, id_ in zip(release.projects, self._claimed[page], strict=True)
            )
            for page, release in self._releases.items()
        }

    @cached_property
    def project_readings(self) -> dict[str, list[str]]:
        """The names that may mean several projects, or another, and are taken for none: each with what it may mean."""
        matcher, records = self.matchers["project"], self._records["project"]
        claimed = {name: [records[id_].name for id_ in matcher.readings(name)] for name in self._contested}
        doubts = self._groups.doubts() | claimed
        return {name: others for name, others in doubts.items() if name not in self._known_projects}

    @cached_property
    def _claimed(self) -> dict[str, list[str | None]]:
        return {page: self._claimed_projects(release) for page, release in self._releases.items()}

    @cached_property
    def _known_projects(self) -> dict[str, str]:
        """The names of projects that one record claims, with its id: its own, and those that mean it."""
        matcher = self.matchers["project"]
        names = (name for record in self._records["project"].values() for name in record.names)
        known = {name: id_ for name in names if (id_ := matcher.find(name))}
        for page, release in self._releases.items():
            for mention, id_ in zip(release.projects, self._claimed[page], strict=True):
                if id_:
                    known.setdefault(self._full_name(mention), id_)
        return known

    @cached_property
    def _contested(self) -> list[str]:
        """The names that several records claim: they are none of these, nor anything that is near."""
        matcher = self.matchers["project"]
        names = (self._full_name(mention) for release in self._releases.values() for mention in release.projects)
        unclaimed = (name for name in dict.fromkeys(names) if name not in self._known_projects)
        return [name for name in unclaimed if len(matcher.readings(name)) > 1]

    @cached_property
    def _groups(self) -> Groups:
        """The other names of projects, those of one project together."""
        mentions = (mention for release in self._releases.values() for mention in release.projects)
        names = dict.fromkeys([*map(self._full_name, mentions), *self._known_projects])
        contested = frozenset(self._contested)
        return Groups(NameIndex((name for name in names if name not in contested), self._profile))

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
