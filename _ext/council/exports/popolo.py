"""``data/popolo.json``: people, organizations, posts, memberships and sessions, as Popolo has them for civic data.

Ids are those of the archive's other data; the institution, its council and the posts, which no record has, are known by
names with signs that no id of a record holds.  All people are there, candidates too.  A post is that of the head of a
directorate (the Organization Ontology calls its role so).  Each source links to where a release says something: its
``note`` is the role as written there, and it has the ``date`` of the release and the ``line`` of the source file, which
are additions to the specification.  ``end_date`` is the date of a release by which a membership is over, where no other
is known.  A session is dated by its year, which is all that a release tells for certain.  Where the site has no address,
links are relative to the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from council.archive.archive import Archive
from council.exports.exported_file import ExportedFile
from council.exports.memberships import Membership, memberships_of
from council.exports.output import Output
from council.exports.session_events import session_events
from council.exports.site import Site
from council.exports.standard_values import HEAD, iso_date, reference, web_address
from council.exports.statements import Statement, Statements
from council.language.xml_text import xml_text
from council.model.authorities import OWN
from council.model.entries import Entry

FILE = "data/popolo.json"
FILES = (ExportedFile(FILE, "People, organizations, memberships and sessions (Popolo)."),)
INSTITUTION, COUNCIL = "_institution", "_council"

Fields = dict[str, Any]


def write_popolo(archive: Archive, site: Site, output: Output) -> None:
    """Write the file: one person, organization … a line."""
    statements = Statements(archive)
    parts: dict[str, Iterable[Fields]] = {
        "persons": (_person(site, person, statements.people[person.id]) for person in archive.people.values()),
        "organizations": _organizations(archive, site),
        "posts": (_post(directorate) for directorate in archive.tenures.by_directorate),
        "memberships": (
            _membership(archive, site, membership)
            for person in archive.people.values()
            for membership in memberships_of(archive, statements, person)
        ),
        "events": _events(archive, site),
    }
    output.write(FILE, "{\n" + ",\n".join(_list(name, rows) for name, rows in parts.items()) + "\n}\n")


def _list(name: str, rows: Iterable[Fields]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f'"{name}": [\n{lines}\n]'


def _filled(**fields: Any) -> Fields:
    """Give the fields that hold something."""
    return {name: xml_text(value) if isinstance(value, str) else value for name, value in fields.items() if value}


def _entry(site: Site, entry: Entry) -> Fields:
    """Give what people and directorates have: the names, as the record and the releases write them, and the pages."""
    record = entry.record
    names = dict.fromkeys([*(record.aliases if record else ()), *entry.labels])
    pages = [reference(site, FILE, record.page), web_address(record.website)] if record else []
    return _filled(
        id=entry.id,
        name=entry.name,
        other_names=[_filled(name=name) for name in names if name != entry.name],
        links=[_filled(url=page) for page in pages if page],
    )


def _person(site: Site, person: Entry, statements: Iterable[Statement]) -> Fields:
    return _entry(site, person) | _filled(sources=_sources(site, statements))


def _organizations(archive: Archive, site: Site) -> Iterator[Fields]:
    institution = archive.profile.institution
    yield _filled(
        id=INSTITUTION,
        name=institution.name,
        other_names=[_filled(name=name) for name in institution.names if name != institution.name],
        links=[_filled(url=url) for url in [web_address(site.publication.website)] if url],
    )
    if institution.council.names:
        name, *others = institution.council.names
        yield _filled(
            id=COUNCIL, name=name, other_names=[_filled(name=other) for other in others], parent_id=INSTITUTION
        )
    for directorate in archive.directorates.values():
        yield _entry(site, directorate) | _body(directorate)


def _body(directorate: Entry) -> Fields:
    record = directorate.record
    if record is None:
        return {}
    return _filled(
        classification=record.category,
        parent_id=record.parent or (INSTITUTION if record.category == OWN else None),
        founding_date=iso_date(record.valid.start) if record.valid.start else None,
        dissolution_date=iso_date(record.valid.end) if record.valid.end else None,
    )


def _post(directorate: str) -> Fields:
    return _filled(id=_head_of(directorate), role=HEAD, organization_id=directorate)


def _head_of(directorate: str) -> str:
    return f"{directorate}/head"


def _membership(archive: Archive, site: Site, membership: Membership) -> Fields:
    tenure, sources = membership.tenure, _sources(site, membership.statements)
    told_by = membership.person if not sources else ""
    record = archive.people[told_by].record if told_by else None
    if tenure and tenure.recorded:
        record = archive.directorates[tenure.directorate].record
    if record:
        sources.insert(0, _filled(url=reference(site, FILE, record.page)))
    return _filled(
        person_id=membership.person,
        organization_id=membership.directorate,
        post_id=_head_of(tenure.directorate) if tenure else None,
        role=membership.role,
        start_date=iso_date(membership.start) if membership.start else None,
        end_date=iso_date(membership.end) if membership.end else None,
        sources=sources,
    )


def _sources(site: Site, statements: Iterable[Statement]) -> list[Fields]:
    return [
        _filled(
            url=reference(site, FILE, statement.mention.page, statement.mention.anchor),
            note=statement.mention.role,
            date=iso_date(statement.mention.date) if statement.mention.date else None,
            line=statement.line,
        )
        for statement in statements
    ]


def _events(archive: Archive, site: Site) -> Iterator[Fields]:
    for key, pages in session_events(archive).items():
        release = archive.releases[pages[0]]
        assert release.session  # it reports one
        sources = (
            _filled(
                url=reference(site, FILE, page), date=iso_date(date) if (date := archive.releases[page].date) else None
            )
            for page in pages
        )
        yield _filled(
            id=key,
            name=release.title,
            start_date=f"{release.session.year:04}",
            organization_id=COUNCIL if archive.profile.institution.council.names else None,
            sources=list(sources),
        )
