"""``data/archive.json``: all records, for other programs; its schema stands in ``archive.schema.json``."""

from __future__ import annotations

import json
from typing import Any

from council.archive.archive import Archive
from council.archive.leadership import tenures
from council.model.authorities import Span
from council.model.entries import Entry


def archive_json(archive: Archive) -> str:
    """Give the archive as JSON text, keys and order fixed, one release or record a line."""
    parts = {
        "releases": [_release(archive, page) for page in archive.chronology.pages],
        "projects": [_project(archive, entry) for entry in archive.projects.values()],
        "directorates": [_directorate(archive, entry) for entry in archive.directorates.values()],
        "people": [_person(entry) for entry in archive.people.values()],
    }
    return "{\n" + ",\n".join(_list(name, rows) for name, rows in parts.items()) + "\n}\n"


def _list(name: str, rows: list[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"{json.dumps(name)}: [\n{lines}\n]"


def _release(archive: Archive, page: str) -> dict[str, Any]:
    release = archive.releases[page]
    session = release.session
    return {
        "slug": release.slug,
        "page": page,
        "title": release.title,
        "date": release.date.isoformat() if release.date else None,
        "dateline": release.dateline.isoformat() if release.dateline else None,
        "place": release.place,
        "session": session
        and {"year": session.year, "numbers": list(session.numbers), "extraordinary": session.extraordinary},
        "authors": list(release.authors),
        "description": release.description,
        "keywords": list(release.keywords),
        "source_url": release.source_url,
        "directorates": [{"id": one.directorate, "reports": one.reports} for one in release.directorates],
        "external": [mention.name for mention in release.external],
        "projects": [
            {
                "label": mention.label,
                "project": id_,
                "directorate": mention.directorate,
                "form": mention.form,
                "line": mention.line,
                "parent": mention.parent,
            }
            for mention, id_ in zip(release.projects, archive.identity.project_ids[page], strict=True)
        ],
        "people": [
            {"name": mention.name, "person": id_, "role": mention.role, "directorate": mention.directorate}
            for mention, id_ in zip(release.people, archive.identity.person_ids[page], strict=True)
        ],
        "images": [
            {"src": picture.source, "alt": picture.alt, "centered": picture.centered} for picture in release.pictures
        ],
        "sha256": release.sha256,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    record = entry.record
    slugs = dict.fromkeys(mention.page.rpartition("/")[2] for mention in entry.mentions)
    return {
        "id": entry.id,
        "name": entry.name,
        "aliases": list(record.aliases) if record else list(entry.labels),
        "kind": record.category if record else None,
        "record": record is not None,
        "page": entry.page,
        "valid": _span(record.valid) if record else None,
        "website": (record.website or None) if record else None,
        "releases": list(slugs),
    }


def _project(archive: Archive, entry: Entry) -> dict[str, Any]:
    record = entry.record
    return {
        **_entry(entry),
        "parent": record.parent if record else None,
        "preceded_by": list(record.preceded_by) if record else [],
        "directorates": list(entry.directorates),
    }


def _directorate(archive: Archive, entry: Entry) -> dict[str, Any]:
    led_by = [
        {
            "person": tenure.person,
            "from": tenure.start.isoformat() if tenure.start else None,
            "to": tenure.end.isoformat() if tenure.end else None,
        }
        for tenure in tenures(archive, entry.id)
    ]
    return {**_entry(entry), "led_by": led_by}


def _person(entry: Entry) -> dict[str, Any]:
    roles = [
        {
            "role": mention.role,
            "date": mention.date.isoformat() if mention.date else None,
            "directorate": mention.directorate,
        }
        for mention in entry.mentions
        if mention.role
    ]
    return {**_entry(entry), "directorates": list(entry.record.directorates) if entry.record else [], "roles": roles}


def _span(span: Span) -> dict[str, str | None]:
    return {
        "from": span.start.isoformat() if span.start else None,
        "to": span.end.isoformat() if span.end else None,
    }
