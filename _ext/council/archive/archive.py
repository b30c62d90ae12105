"""All records together: what views and exports are computed from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from council.archive.chronology import Chronology
from council.archive.continuity import Continuity
from council.archive.double_slugs import told_apart
from council.archive.figure_series import Figures
from council.archive.gathering import Entries
from council.archive.identity import Identity
from council.archive.relations import Relations
from council.archive.tenure_building import Tenures
from council.model.authorities import KINDS, Records
from council.model.entries import Entry
from council.model.releases import Release
from council.profile.profile import Profile


class Archive:
    """The releases of an archive in order of date, the records that they mention, and what follows from both.

    *releases* maps a page (``sessions/2020-11-30-octava-sesion-consejo``) to its record.
    """

    def __init__(self, releases: Mapping[str, Release], profile: Profile, records: Records | None = None) -> None:
        self.profile = profile
        self.records: Records = records or {kind: {} for kind in KINDS}
        self.chronology = Chronology(told_apart(releases))
        self.releases = self.chronology.releases
        self.identity = Identity(self.releases, self.records, profile)
        self.entries = Entries(self.releases, self.records, self.identity, profile.lexicon)

    @cached_property
    def relations(self) -> Relations:
        """How its releases and projects hang together."""
        return Relations(self.chronology, self.identity.project_ids, self.records["project"])

    @cached_property
    def continuity(self) -> Continuity:
        """Which projects go on from session to session."""
        return Continuity(self.chronology, self.identity.project_ids)

    @cached_property
    def tenures(self) -> Tenures:
        """Who headed which directorate when."""
        return Tenures(self.people, self.records["directorate"], self.profile)

    @cached_property
    def figures(self) -> Figures:
        """What its releases say in numbers."""
        return Figures(self.releases, self.identity.project_ids, self.profile.lexicon)

    @property
    def projects(self) -> dict[str, Entry]:
        """Every project by id, records and candidates."""
        return self.entries.projects

    @property
    def people(self) -> dict[str, Entry]:
        """Every person by id."""
        return self.entries.people

    @property
    def directorates(self) -> dict[str, Entry]:
        """Every directorate by id: the institute's own, and others that have a record."""
        return self.entries.directorates
