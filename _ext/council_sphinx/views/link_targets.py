"""What the links of views lead to, in their records: a release by its title, a record by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.entries import Entry, Mention
from council.model.partial_dates import PartialDate
from council.model.releases import Session


@dataclass(frozen=True, slots=True)
class ReleaseTarget:
    """A release: its page, and what is told of it; *lead* is the sentence below a title that is but a session's name."""

    page: str
    title: str
    date: PartialDate | None
    session: Session | None
    lead: str = ""

    @classmethod
    def on(cls, page: str, archive: Archive) -> ReleaseTarget:
        """Give the target for the release on *page*."""
        release = archive.releases[page]
        return cls(page, release.display_title, release.date, release.session, release.lead)


@dataclass(frozen=True, slots=True)
class MentionTarget:
    """A mention, and the title of the release that makes it."""

    mention: Mention
    title: str

    @classmethod
    def of(cls, mention: Mention, archive: Archive) -> MentionTarget:
        """Give the target for *mention*."""
        return cls(mention, archive.releases[mention.page].display_title)


@dataclass(frozen=True, slots=True)
class EntryTarget:
    """A project, a directorate or a person: its name, and its page where it has a record."""

    name: str
    page: str | None

    @classmethod
    def of(cls, entry: Entry) -> EntryTarget:
        """Give the target for *entry*."""
        return cls(entry.name, entry.page)


def known_targets(entries: Mapping[str, Entry], ids: Iterable[str]) -> tuple[EntryTarget, ...]:
    """Give the targets for those of *ids* that are among *entries*."""
    return tuple(EntryTarget.of(entries[id_]) for id_ in ids if id_ in entries)
