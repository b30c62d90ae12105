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

from council.archive.archive import Archive
from council.exports.exported_file import ExportedFile
from council.exports.linked_names import JSON_LD_FILE, TURTLE_FILE, Names
from council.exports.output import Output
from council.exports.site import Site

FILES = (
    ExportedFile(TURTLE_FILE, "All records as linked data (SKOS, PROV, ORG)."),
    ExportedFile(JSON_LD_FILE, "The same in JSON-LD."),
)


def write_linked_data(archive: Archive, site: Site, output: Output) -> None:
    """Write both files."""
    # as late as this: rdflib takes a tenth of a second to load, and most builds write no data
    from council.exports.linked_archive import resources
    from council.exports.rdf_text import json_ld, json_ld_document, turtle, turtle_document

    names = Names(site)
    parts = [(turtle(resource), json_ld(resource)) for resource in resources(archive, site, names)]
    output.write(TURTLE_FILE, turtle_document(names.base, (part for part, _node in parts)))
    output.write(JSON_LD_FILE, json_ld_document(names.base, (node for _part, node in parts)))
