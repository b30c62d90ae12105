"""``data/records.ttl`` and ``data/records.jsonld``: all records as linked data, the same graph in both.

=================== ==============================================================================================
the archive         ``dcmitype:Collection``: title, publisher, licence
releases            ``foaf:Document``: title, date, authors (``dc:creator``), sessions and directorates that report in it
                    (``dcterms:subject``)
passages            ``bibo:Excerpt``: a permalink, the release that it is a part of, the lines (``bibo:locator``) in its
                    source file, and whom or what it names (``dcterms:references``)
sessions            ``dcmitype:Event``: key (``dcterms:identifier``), council (``prov:wasAssociatedWith``), year
records             ``skos:Concept`` in a scheme for each kind, and ``foaf:Project``, ``foaf:Person`` or
                    ``org:Organization`` as well: names, id, parts, what they follow, when they were valid, directorates
candidates          the same without concept, as blank nodes
memberships         ``org:Membership``: person, directorate, role as written (``schema:roleName``), the head of a directorate
                    (``org:role org:Head``), bounds; each passage that says so, with its line and what it calls the role
                    (``prov:qualifiedDerivation``), and the record that does (``prov:wasDerivedFrom``)
=================== ==============================================================================================

How they are called is told in :mod:`council.exports.linked_names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.archive import Archive
from council.exports.exported_file import ExportedFile
from council.exports.linked_names import JSON_LD_FILE, TURTLE_FILE, Names
from council.exports.linked_records import memberships, records
from council.exports.linked_releases import releases, sessions
from council.exports.linked_values import addresses, texts
from council.exports.output import Output
from council.exports.rdf_text import Resource, json_ld, json_ld_document, turtle, turtle_document
from council.exports.site import Site

FILES = (
    ExportedFile(TURTLE_FILE, "All records as linked data (SKOS, PROV, ORG)."),
    ExportedFile(JSON_LD_FILE, "The same in JSON-LD."),
)


def write_linked_data(archive: Archive, site: Site, output: Output) -> None:
    """Write both files."""
    names = Names(site)
    parts = [(turtle(resource), json_ld(resource)) for resource in _resources(archive, site, names)]
    output.write(TURTLE_FILE, turtle_document(names.base, (part for part, _node in parts)))
    output.write(JSON_LD_FILE, json_ld_document(names.base, (node for _part, node in parts)))


def _resources(archive: Archive, site: Site, names: Names) -> Iterator[Resource]:
    yield from _publication(archive, site, names)
    yield from records(archive, names)
    yield from memberships(archive, names)
    yield from sessions(archive, names)
    yield from releases(archive, names)


def _publication(archive: Archive, site: Site, names: Names) -> Iterator[Resource]:
    """Give the archive itself, the institution and its council."""
    language, institution, terms = archive.profile.lexicon.language, archive.profile.institution, site.publication
    about = (
        *texts("dcterms:title", [site.title], language),
        ("dcterms:publisher", names.institution),
        *addresses("dcterms:license", terms.licence_url),
        *texts("dcterms:rights", [terms.licence]),
    )
    yield Resource(names.archive, ("dcmitype:Collection",), about)
    body = (
        *texts("skos:prefLabel", [institution.name], language),
        *texts("skos:altLabel", (name for name in institution.names if name != institution.name), language),
        *addresses("foaf:homepage", terms.website),
    )
    yield Resource(names.institution, ("org:FormalOrganization",), body)
    if institution.council.names:
        name, *others = institution.council.names
        council = (
            *texts("skos:prefLabel", [name], language),
            *texts("skos:altLabel", others, language),
            ("org:unitOf", names.institution),
        )
        yield Resource(names.council, ("org:OrganizationalUnit",), council)
