"""Records, candidates and the memberships of people as linked data."""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.archive import Archive
from council.exports.linked_names import Name, Names
from council.exports.linked_values import addresses, dates, texts
from council.exports.memberships import Membership, memberships_of
from council.exports.rdf_text import Resource, Value
from council.exports.standard_values import HEAD
from council.exports.statements import Statement, Statements
from council.model.authorities import FOLDERS, KINDS, OWN, Authority, Kind
from council.model.entries import Entry

_TYPES: dict[Kind, tuple[str, ...]] = {
    "project": ("foaf:Project", "prov:Activity"),
    "directorate": ("org:Organization",),
    "person": ("foaf:Person",),
}
_BELONGS = {"project": "prov:wasAssociatedWith", "person": "org:memberOf"}
"""How a project or a person belongs to a directorate."""


def records(archive: Archive, names: Names) -> Iterator[Resource]:
    """Give the scheme of each kind of record, and all records and candidates."""
    for kind in KINDS:
        yield Resource(names.part(FOLDERS[kind]), ("skos:ConceptScheme",), (("dcterms:isPartOf", names.archive),))
        for entry in archive.entries.of_kind(kind).values():
            yield _entry(archive, names, entry)


def _entry(archive: Archive, names: Names, entry: Entry) -> Resource:
    language, record, types = archive.profile.lexicon.language, entry.record, _TYPES[entry.kind]
    belongs = _BELONGS.get(entry.kind)
    directorates = [archive.directorates[id_] for id_ in entry.directorates] if belongs else []
    values = (
        *texts("dcterms:identifier", [entry.id]),
        *texts("foaf:name", [entry.name], language),
        *(_record(archive, names, record) if record else []),
        *texts("skos:hiddenLabel", _written(entry), language),
        *((belongs, names.entry(directorate)) for directorate in directorates if belongs),
    )
    return Resource(names.entry(entry), ("skos:Concept", *types) if record else types, values)


def _written(entry: Entry) -> list[str]:
    """Give the names that releases write and the record does not have."""
    known = entry.record.names if entry.record else (entry.name,)
    return [label for label in entry.labels if label not in known]


def _record(archive: Archive, names: Names, record: Authority) -> Iterator[Value]:
    """Give what the archivist says."""
    language, same_kind = archive.profile.lexicon.language, archive.entries.of_kind(record.kind)
    yield "skos:inScheme", names.part(FOLDERS[record.kind])
    yield "foaf:isPrimaryTopicOf", names.page(record.page)
    yield from texts("skos:prefLabel", [record.name], language)
    yield from texts("skos:altLabel", (name for name in record.aliases if name != record.name), language)
    yield from texts("dcterms:type", [record.category])
    if record.parent:
        yield "skos:broader", names.entry(same_kind[record.parent])
    if record.kind == "directorate" and record.category == OWN:
        yield "org:unitOf", names.institution
    for id_ in record.preceded_by:
        yield "dcterms:replaces", names.entry(same_kind[id_])
    yield from dates("schema:startDate", record.valid.start)
    yield from dates("schema:endDate", record.valid.end)
    yield from addresses("foaf:page", record.website)
    yield from texts("skos:editorialNote", [record.note], language)


def memberships(archive: Archive, names: Names) -> Iterator[Resource]:
    """Give the memberships of all people, each with its evidence; blank nodes, numbered in the order of the people."""
    statements = Statements(archive)
    number = 0
    for person in archive.people.values():
        for membership in memberships_of(archive, statements, person):
            number += 1
            evidence = [f"_:evidence-{number}-{place}" for place, _shown in enumerate(membership.statements, 1)]
            values = (
                *_membership(archive, names, membership),
                *(("prov:qualifiedDerivation", node) for node in evidence),
            )
            yield Resource(f"_:membership-{number}", ("org:Membership",), values)
            for node, shown in zip(evidence, membership.statements, strict=True):
                yield _evidence(archive, names, node, shown)


def _membership(archive: Archive, names: Names, membership: Membership) -> Iterator[Value]:
    person, tenure = archive.people[membership.person], membership.tenure
    directorate = archive.directorates[membership.directorate] if membership.directorate else None
    yield "org:member", names.entry(person)
    if directorate:
        yield "org:organization", names.entry(directorate)
    if tenure:
        yield "org:role", HEAD
    yield from texts("schema:roleName", [membership.role], archive.profile.lexicon.language)
    yield from dates("schema:startDate", membership.start)
    yield from dates("schema:endDate", membership.end)
    recorded = directorate if tenure and tenure.recorded else None
    telling = recorded or (None if membership.statements else person)
    if telling and telling.page:
        yield "prov:wasDerivedFrom", names.page(telling.page)


def _evidence(archive: Archive, names: Names, node: Name, shown: Statement) -> Resource:
    values: tuple[Value, ...] = (
        ("prov:entity", names.place(shown.mention.page, shown.mention.anchor)),
        ("bibo:locator", shown.line),
        *dates("dcterms:date", shown.mention.date),
        *texts("schema:roleName", [shown.mention.role], archive.profile.lexicon.language),
    )
    return Resource(node, ("prov:Derivation",), values)
