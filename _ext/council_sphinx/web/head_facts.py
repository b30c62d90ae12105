"""What the head of a page tells of it: a record for each type of page, collected from the archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from council.exports.session_events import session_keys
from council.model.authorities import OWN, Kind
from council.model.entries import Entry
from council.model.partial_dates import PartialDate
from council.model.releases import Session

from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.views.link_targets import EntryTarget, known_targets

SHOWN_ELSEWHERE = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""The formats of pictures that other sites show, by ending: no drawing, and no format that few know."""
LEAST_SIDE = 200
"""Pixels; other sites show no smaller picture."""


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The picture that stands for a page, and what it shows in words."""

    file: PictureFile
    alt: str


@dataclass(frozen=True, slots=True)
class Office:
    """Somebody's time at the head of a directorate; an end that is not told is ``None``."""

    holder: EntryTarget
    start: PartialDate | None
    end: PartialDate | None


@dataclass(frozen=True, slots=True)
class ReleaseHead:
    """A release: what catalogues ask of it, and whether it has a PDF by itself."""

    title: str
    date: PartialDate | None
    authors: tuple[str, ...]
    description: str
    keywords: tuple[str, ...]
    place: str
    session: Session | None
    session_keys: tuple[str, ...]
    source_url: str
    projects: tuple[EntryTarget, ...]
    people: tuple[EntryTarget, ...]
    picture: LeadPicture | None
    printed: bool


@dataclass(frozen=True, slots=True)
class RecordHead:
    """A record: its names, what it belongs to, and how often it is named."""

    kind: Kind
    title: str
    aliases: tuple[str, ...]
    website: str
    start: PartialDate | None
    end: PartialDate | None
    is_own: bool
    whole: EntryTarget | None
    directorates: tuple[EntryTarget, ...]
    offices: tuple[Office, ...]
    role: str
    releases: int
    years: tuple[int, ...]
    has_history: bool
    picture: LeadPicture | None


@dataclass(frozen=True, slots=True)
class HomeHead:
    """The home page: the institution's other names, and its directorates."""

    names: tuple[str, ...]
    directorates: tuple[EntryTarget, ...]
    picture: LeadPicture | None


@dataclass(frozen=True, slots=True)
class OtherHead:
    """Any other page."""

    picture: LeadPicture | None


Head = ReleaseHead | RecordHead | HomeHead | OtherHead


@dataclass(frozen=True)
class PageHead:
    """The head of a page; *is_home* tells the first page of all."""

    is_home: bool = False

    def collect(self, archive: SiteArchive, docname: str) -> Head:
        """Give what is told of *docname*."""
        if docname in archive.releases:
            return _of_release(archive, docname)
        entry = archive.entries.by_page.get(docname)
        if entry:
            return _of_record(archive, entry, docname)
        picture = lead_picture(archive, docname)
        if self.is_home:
            own = [entry for entry in archive.directorates.values() if entry.record and _is_own(entry)]
            institution = archive.profile.institution
            return HomeHead(tuple(institution.names), tuple(map(EntryTarget.of, own)), picture)
        return OtherHead(picture)


def lead_picture(archive: SiteArchive, page: str) -> LeadPicture | None:
    """Give the first picture of a page, portraits apart, if other sites show such."""
    release = archive.releases.get(page)
    if release:
        told = release.lead_picture
        file, alt = archive.lead_picture(page), (told and told.alt) or release.display_title
    else:
        file, alt = next(iter(archive.pictures.get(page, {}).values()), None), ""
    if file is None or PurePosixPath(file.path).suffix.lower() not in SHOWN_ELSEWHERE:
        return None
    return LeadPicture(file, alt) if min(file.width, file.height) >= LEAST_SIDE else None


def _of_release(archive: SiteArchive, page: str) -> ReleaseHead:
    release, identity = archive.releases[page], archive.identity
    return ReleaseHead(
        title=release.display_title,
        date=release.date,
        authors=release.authors,
        description=release.description,
        keywords=release.keywords,
        place=release.place,
        session=release.session,
        session_keys=session_keys(release),
        source_url=release.source_url,
        projects=known_targets(archive.projects, dict.fromkeys(identity.project_ids[page])),
        people=known_targets(archive.people, dict.fromkeys(identity.person_ids[page])),
        picture=lead_picture(archive, page),
        printed=page in archive.printed,
    )


def _of_record(archive: SiteArchive, entry: Entry, page: str) -> RecordHead:
    record = entry.record
    assert record is not None
    whole = archive.entries.of_kind(entry.kind).get(record.parent) if record.parent else None
    ids = entry.directorates if entry.kind != "directorate" else ()
    return RecordHead(
        kind=entry.kind,
        title=entry.name,
        aliases=record.aliases,
        website=record.website,
        start=record.valid.start,
        end=record.valid.end,
        is_own=_is_own(entry),
        whole=EntryTarget.of(whole) if whole else None,
        directorates=known_targets(archive.directorates, ids),
        offices=_offices(archive, entry),
        role=next((mention.role for mention in reversed(entry.mentions) if mention.role), ""),
        releases=len({mention.page for mention in entry.mentions}),
        years=tuple(entry.years),
        has_history=record.has_history,
        picture=lead_picture(archive, page),
    )


def _is_own(entry: Entry) -> bool:
    """Whether *entry* is a directorate of the institution itself."""
    return entry.kind == "directorate" and (entry.record is None or entry.record.category == OWN)


def _offices(archive: SiteArchive, entry: Entry) -> tuple[Office, ...]:
    """Give who led a directorate, or the directorates that a person led."""
    if entry.kind == "directorate":
        tenures = archive.tenures.by_directorate.get(entry.id, ())
        held = [(archive.people.get(tenure.person), tenure) for tenure in tenures]
    elif entry.kind == "person":
        tenures = archive.tenures.by_person.get(entry.id, ())
        held = [(archive.directorates.get(tenure.directorate), tenure) for tenure in tenures]
    else:
        held = []
    return tuple(Office(EntryTarget.of(other), tenure.start, tenure.end) for other, tenure in held if other)
