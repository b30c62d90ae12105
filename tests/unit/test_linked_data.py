"""Linked data: Turtle and JSON-LD are one graph for independent readers, and tell what the archive knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from council.archive.archive import Archive
from council.exports.linked_data import write_linked_data
from council.exports.site import Site
from council.model.authorities import FOLDERS, KINDS
from pyld import jsonld
from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DC, DCTERMS, FOAF, ORG, PROV, SKOS
from rdflib.term import Node
from standards import SITES, Office, Role, hostile_archive, offices_of, roles_of, shipped_archive, told, written

ARCHIVES = {"shipped": shipped_archive, "hostile": hostile_archive}
BIBO, SCHEMA = Namespace("http://purl.org/ontology/bibo/"), Namespace("https://schema.org/")


@dataclass(frozen=True)
class Read:
    """An archive, its site, and the graph that its Turtle is; *base* is the root of the site for who reads it."""

    archive: Archive
    site: Site
    root: Path
    base: str
    graph: Graph

    def path(self, name: Node | None) -> str:
        """Give a name as an address from the root of the site."""
        assert str(name).startswith(self.base), name
        return str(name).removeprefix(self.base)

    def id(self, name: Node | None) -> str:
        return str(self.graph.value(name, DCTERMS.identifier)) if name else ""

    def text(self, subject: Node, predicate: Node) -> str:
        value = self.graph.value(subject, predicate)
        return "" if value is None else str(value)


@pytest.fixture(scope="module", params=[(name, site) for name in ARCHIVES for site in SITES],
                ids=lambda pair: f"{pair[0]} {'at an address' if pair[1].base_url else 'on a disk'}")  # fmt: skip
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    name, site = request.param
    archive = ARCHIVES[name]()
    root = written(archive, site, write_linked_data, tmp_path_factory.mktemp("linked"))
    base = "https://archivo.example/a%C3%B1os/" if site.base_url else "https://copia.example/sitio/"
    graph = Graph().parse(root / "data" / "records.ttl", format="turtle", publicID=f"{base}data/records.ttl")
    return Read(archive, site, root, base, graph)


def test_json_ld_is_the_same_graph(read: Read) -> None:
    file = read.root / "data" / "records.jsonld"
    address = f"{read.base}data/records.jsonld"
    by_rdflib = Graph().parse(file, format="json-ld", publicID=address)
    data = json.loads(file.read_text(encoding="utf-8"))
    quads = jsonld.to_rdf(data, {"base": address, "format": "application/n-quads"})
    by_pyld = Graph().parse(data=quads, format="nt")
    assert len(read.graph) > 500
    assert isomorphic(read.graph, by_rdflib)
    assert isomorphic(read.graph, by_pyld)


def test_records_come_back(read: Read) -> None:
    for kind in KINDS:
        scheme = URIRef(f"{read.base}#{FOLDERS[kind]}")
        concepts = set(read.graph.subjects(SKOS.inScheme, scheme))
        assert {read.path(concept) for concept in concepts} == {
            f"{FOLDERS[kind]}/{id_}.html#this" for id_ in read.archive.records[kind]
        }
        for concept in concepts:
            record = read.archive.records[kind][read.id(concept)]
            assert (concept, RDF.type, SKOS.Concept) in read.graph
            assert read.text(concept, SKOS.prefLabel) == told(record.name)
            others = {str(label) for label in read.graph.objects(concept, SKOS.altLabel)}
            assert others == {told(name) for name in record.aliases if name != record.name}
            assert read.text(concept, SCHEMA.startDate) == str(record.valid.start or "")
            assert read.text(concept, SCHEMA.endDate) == str(record.valid.end or "")
            assert read.id(read.graph.value(concept, SKOS.broader)) == (record.parent or "")


def test_candidates_have_no_lasting_name(read: Read) -> None:
    people = {read.id(person): person for person in read.graph.subjects(RDF.type, FOAF.Person)}
    assert {id_: read.text(person, FOAF.name) for id_, person in people.items()} == {
        id_: told(person.name) for id_, person in read.archive.people.items()
    }
    for id_, person in people.items():
        assert isinstance(person, BNode) == (id_ not in read.archive.records["person"])


def test_roles_come_back_from_linked_data(read: Read) -> None:
    roles = [
        Role(
            read.id(read.graph.value(membership, ORG.member)), read.text(evidence, SCHEMA.roleName),
            read.id(read.graph.value(membership, ORG.organization)), read.text(evidence, DCTERMS.date),
            read.path(read.graph.value(evidence, PROV.entity)), int(read.text(evidence, BIBO.locator)),
        )
        for membership, evidence in read.graph.subject_objects(PROV.qualifiedDerivation)
        if read.text(evidence, SCHEMA.roleName)
    ]  # fmt: skip
    assert sorted(roles) == roles_of(read.archive, read.site)


def test_offices_come_back_from_linked_data(read: Read) -> None:
    offices = [
        Office(
            read.id(read.graph.value(membership, ORG.member)), read.id(read.graph.value(membership, ORG.organization)),
            read.text(membership, SCHEMA.startDate), read.text(membership, SCHEMA.endDate),
        )
        for membership in read.graph.subjects(ORG.role, ORG.Head)
    ]  # fmt: skip
    assert sorted(offices) == offices_of(read.archive)


def test_releases_and_what_they_name_come_back(read: Read) -> None:
    titles = {read.path(page): read.text(page, DCTERMS.title) for page in read.graph.subjects(RDF.type, FOAF.Document)}
    assert titles == {read.site.link_of(page): told(release.title) for page, release in read.archive.releases.items()}
    for page, release in read.archive.releases.items():
        name = URIRef(read.base + read.site.link_of(page))
        assert read.text(name, DCTERMS.date) == str(release.date or "")
        assert {str(author) for author in read.graph.objects(name, DC.creator)} == set(map(told, release.authors))
        lines: dict[str, set[int]] = {}
        named: dict[str, set[str]] = {}
        for passage in read.graph.subjects(DCTERMS.isPartOf, name):
            anchor = read.path(passage).partition("#")[2]
            lines[anchor] = {int(str(line)) for line in read.graph.objects(passage, BIBO.locator)}
            named[anchor] = {read.id(thing) for thing in read.graph.objects(passage, DCTERMS.references)}
        expected = expected_passages(read.archive, page)
        assert lines == {anchor: {line for line, _id in pairs} for anchor, pairs in expected.items()}
        assert named == {anchor: {id_ for _line, id_ in pairs} for anchor, pairs in expected.items()}


def expected_passages(archive: Archive, page: str) -> dict[str, list[tuple[int, str]]]:
    """Give the lines and ids of what a release names, by permalink."""
    release, identity, anchors = archive.releases[page], archive.identity, archive.entries.anchors[page]
    mentions = [
        *((one.directorate, one.line, one.directorate) for one in release.directorates),
        *((one.name, one.line, id_) for one, id_ in zip(release.external, identity.external_ids[page], strict=True)),
        *((one.name, one.line, id_) for one, id_ in zip(release.people, identity.person_ids[page], strict=True)),
        *((one.label, one.line, id_) for one, id_ in zip(release.projects, identity.project_ids[page], strict=True)),
    ]
    expected: dict[str, list[tuple[int, str]]] = {}
    for label, line, id_ in mentions:
        if id_:
            expected.setdefault(anchors[label], []).append((line, id_))
    return expected


def test_sessions_come_back(read: Read) -> None:
    reported = {
        (read.path(page), read.id(event))
        for page, event in read.graph.subject_objects(DCTERMS.subject)
        if (event, RDF.type, PROV.Activity) in read.graph
    }
    assert reported == {
        (read.site.link_of(page), key)
        for page, release in read.archive.releases.items()
        if release.session
        for key in release.session.keys or (release.slug,)
    }
