"""Releases and sessions as linked data, and the passages of releases that name what the archive knows."""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.archive import Archive
from council.exports.linked_names import Name, Names, session_fragment
from council.exports.linked_values import addresses, dates, texts
from council.exports.rdf_text import Resource, Value
from council.exports.session_events import session_events


def sessions(archive: Archive, names: Names) -> Iterator[Resource]:
    """Give each session of the council."""
    language, has_council = archive.profile.lexicon.language, bool(archive.profile.institution.council.names)
    for key, pages in session_events(archive).items():
        release = archive.releases[pages[0]]
        values = (
            *texts("dcterms:identifier", [key]),
            *texts("dcterms:title", [release.title], language),
            *dates("schema:startDate", release.session and f"{release.session.year:04}"),
            *([("prov:wasAssociatedWith", names.council)] if has_council else []),
        )
        yield Resource(names.part(session_fragment(key)), ("dcmitype:Event", "prov:Activity"), values)


def releases(archive: Archive, names: Names) -> Iterator[Resource]:
    """Give each release, and its passages."""
    reported: dict[str, list[Name]] = {}
    for key, pages in session_events(archive).items():
        for page in pages:
            reported.setdefault(page, []).append(names.part(session_fragment(key)))
    for page in archive.releases:
        yield _release(archive, names, page, reported.get(page, []))
        yield from _passages(archive, names, page)


def _release(archive: Archive, names: Names, page: str, reported: list[Name]) -> Resource:
    release, language = archive.releases[page], archive.profile.lexicon.language
    reporting = (
        names.entry(archive.directorates[mention.directorate]) for mention in release.directorates if mention.reports
    )
    values = (
        *texts("dcterms:identifier", [release.slug]),
        *texts("dcterms:title", [release.title], language),
        *texts("dcterms:alternative", [release.alternative_title], language),
        *dates("dcterms:date", release.date),
        *texts("dcterms:description", [release.description], language),
        *texts("dc:creator", release.authors),
        *texts("dc:coverage", [release.place]),
        *texts("dc:subject", release.keywords, language),
        ("dcterms:publisher", names.institution),
        *addresses("dcterms:source", release.source_url),
        ("dcterms:isPartOf", names.archive),
        *(("dcterms:subject", subject) for subject in dict.fromkeys([*reported, *reporting])),
    )
    return Resource(names.page(page), ("foaf:Document", "prov:Entity"), values)


def _passages(archive: Archive, names: Names, page: str) -> Iterator[Resource]:
    """Give what stands at each permalink of a release: its lines, and whom or what it names."""
    anchors = archive.entries.anchors[page]
    passages: dict[str, tuple[dict[int, None], dict[Name, None]]] = {}
    for label, line, name in _mentions(archive, names, page):
        lines, named = passages.setdefault(anchors[label], ({}, {}))
        lines[line] = named[name] = None
    for anchor, (lines, named) in passages.items():
        values: tuple[Value, ...] = (
            ("dcterms:isPartOf", names.page(page)),
            *(("bibo:locator", line) for line in lines),
            *(("dcterms:references", name) for name in named),
        )
        yield Resource(names.place(page, anchor), ("bibo:Excerpt",), values)


def _mentions(archive: Archive, names: Names, page: str) -> Iterator[tuple[str, int, Name]]:
    """Give the label, the line and the name of what each mention of a release means."""
    identity, release = archive.identity, archive.releases[page]
    for own in release.directorates:
        yield own.directorate, own.line, names.entry(archive.directorates[own.directorate])
    for external, id_ in zip(release.external, identity.external_ids[page], strict=True):
        if id_:
            yield external.name, external.line, names.entry(archive.directorates[id_])
    for person, id_ in zip(release.people, identity.person_ids[page], strict=True):
        yield person.name, person.line, names.entry(archive.people[id_])
    for project, id_ in zip(release.projects, identity.project_ids[page], strict=True):
        yield project.label, project.line, names.entry(archive.projects[id_])
