"""What an archive knows under one id: a record, if there is one, and every mention in the releases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from council.model.authorities import Authority, Kind
from council.model.partial_dates import PartialDate
from council.model.releases import Session, Standing


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a project, a directorate or a person: where it stands and what it says.

    *anchor* is the permalink on the release's page; *section* the heading that it stands under there.
    """

    page: str
    date: PartialDate | None
    session: Session | None
    label: str
    anchor: str
    quotation: str = ""
    form: str = "prose"
    directorate: str | None = None
    role: str | None = None
    standing: Standing | None = None
    parent: str | None = None
    reports: bool = False
    section: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the archive knows under one id: its record, if it has one, and its mentions by date."""

    id: str
    kind: Kind
    name: str
    record: Authority | None
    mentions: tuple[Mention, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def page(self) -> str | None:
        """The page of the record."""
        return self.record.page if self.record else None

    @property
    def years(self) -> list[int]:
        """The years in which it is mentioned."""
        return sorted({mention.date.year for mention in self.mentions if mention.date})

    @property
    def directorates(self) -> tuple[str, ...]:
        """Its directorates: those of the record, else those that the releases give, the most frequent first."""
        if self.record and self.record.directorates:
            return self.record.directorates
        counted = Counter(mention.directorate for mention in self.mentions if mention.directorate)
        return tuple(id_ for id_, _count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
