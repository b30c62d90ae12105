"""All that linked data tells of an archive: itself and who publishes it, its records, memberships, sessions, releases."""

from __future__ import annotations

from collections.abc import Iterator

from council.archive.archive import Archive
from council.exports.linked_names import Names
from council.exports.linked_records import memberships, records
from council.exports.linked_releases import releases, sessions
from council.exports.linked_values import addresses, texts
from council.exports.rdf_text import Resource
from council.exports.site import Site


def resources(archive: Archive, site: Site, names: Names) -> Iterator[Resource]:
    """Give what is told of each thing, in a fixed order."""
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
