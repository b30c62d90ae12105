"""What a reference means: a record by id, name or alias, a session by its key."""

from __future__ import annotations

from collections.abc import Mapping

from council.archive.archive import Archive
from council.model.authorities import Authority, Kind


def find(archive: Archive, type_: str, target: str) -> tuple[str, str] | None:
    """Give the page and the name of what a role of *type_* means by *target*."""
    if type_ == "session":
        page = sessions(archive).get(target)
        return (page, target) if page else None
    kind: Kind = type_  # type: ignore[assignment]
    records = archive.records[kind]
    if target not in records and (id_ := archive.identity.matchers[kind].find(target)):
        return records[id_].page, target
    record = records.get(target) or _formerly(target, records)
    return (record.page, record.name) if record else None


def _formerly(id_: str, records: Mapping[str, Authority]) -> Authority | None:
    """Give the record whose id was *id_*."""
    return next((record for record in records.values() if id_ in record.previous_ids), None)


def sessions(archive: Archive) -> dict[str, str]:
    """Give the page of each session by its key (``2020-8``); the first release that reports it."""
    found: dict[str, str] = {}
    for page in archive.chronology.sessions:
        session = archive.releases[page].session
        for key in session.keys if session else ():
            found.setdefault(key, page)
    return found


def nearest(archive: Archive, type_: str, target: str) -> list[str]:
    """Give the names that are nearest to a *target* that is not there."""
    if type_ == "session":
        year = target.partition("-")[0]
        return [key for key in sorted(sessions(archive)) if key.startswith(year)][:6]
    kind: Kind = type_  # type: ignore[assignment]
    records = archive.records[kind]
    return [records[id_].name for id_ in archive.identity.matchers[kind].nearest(target)]
