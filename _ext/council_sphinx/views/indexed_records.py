"""What an index tells of a record: how often releases name it, from when to when, its directorates, what sort it is."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.archive import Archive
from council.archive.catalogue import noun_of
from council.authority.unit_names import unit_core
from council.model.authorities import OWN, Authority
from council.model.entries import Entry
from council.model.partial_dates import PartialDate

from council_sphinx.core.interface_strings import collation_key


@dataclass(frozen=True, slots=True)
class IndexedRecord:
    """A record.

    *sorted_by* is what of its name tells it from others: that of a directorate without its noun.  *directorates* are
    pairs of an id and a name; *category* is that of a project, *role* the last one of a person, *own* tells a unit of
    the institution.
    """

    page: str
    name: str
    sorted_by: str
    aliases: tuple[str, ...] = ()
    releases: int = 0
    first: PartialDate | None = None
    last: PartialDate | None = None
    years: tuple[int, ...] = ()
    directorates: tuple[tuple[str, str], ...] = ()
    category: str = ""
    role: str = ""
    own: bool = False

    @property
    def order(self) -> tuple[str, str]:
        """What records are sorted by."""
        return collation_key(self.sorted_by), self.page


def indexed_record(archive: Archive, entry: Entry, record: Authority) -> IndexedRecord:
    """Give what is told of *entry*, which has *record*."""
    is_directorate = entry.kind == "directorate"
    ids = () if is_directorate else entry.directorates
    dates = [mention.date for mention in entry.mentions if mention.date]
    lexicon = archive.profile.lexicon
    return IndexedRecord(
        page=record.page,
        name=entry.name,
        sorted_by=unit_core(entry.name, lexicon) if is_directorate else entry.name,
        aliases=record.aliases,
        releases=len({mention.page for mention in entry.mentions}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        years=tuple(entry.years),
        directorates=tuple((id_, archive.directorates[id_].name) for id_ in ids if id_ in archive.directorates),
        category=_category(archive, entry, record),
        role=next((mention.role for mention in reversed(entry.mentions) if mention.role), ""),
        own=is_directorate and record.category == OWN,
    )


def _category(archive: Archive, entry: Entry, record: Authority) -> str:
    """Give the sort of initiative that the record of a project says, else the noun of its name."""
    lexicon = archive.profile.lexicon
    if entry.kind != "project":
        return ""
    return record.category or lexicon.categories.get(noun_of(entry.name, lexicon), "")
