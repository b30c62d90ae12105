"""The record of what a package holds and what was done to it: PREMIS 3, of the Library of Congress.

Each release is a file that was taken in on its date, with its checksum; the site was made of all of them by the
programs that are named, and held against its manifest.  The checksums of all other files are in the bag's manifest.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from council.archive.archive import Archive
from council.language.xml_text import xml_text
from council.model.source_files import ENDING
from council.preservation.bag_format import PAYLOAD
from council.preservation.bag_writing import Stored, StoredFile
from council.preservation.package_contents import BOOK, SITE, SOURCES
from council.preservation.software_versions import software_versions

NAMESPACE = "http://www.loc.gov/premis/v3"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_EVENT_TYPES = "http://id.loc.gov/vocabulary/preservation/eventType"
_UNKNOWN = "XXXX"
"""A year that nobody knows (EDTF)."""
_FORMATS = {ENDING: "text/markdown", ".pdf": "application/pdf"}

_Element = Any
"""An element of lxml, which has no types."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which archive a package is of, the *name* of the package, and the *date* of its making, where any is known."""

    archive: Archive
    name: str
    date: datetime.date | None


def premis_record(provenance: Provenance, stored: Stored) -> bytes:
    """Give the record of a package as XML."""
    schema = f"{NAMESPACE} http://www.loc.gov/standards/premis/premis.xsd"
    root = etree.Element(
        _name("premis"),
        {"version": "3.0", f"{{{_INSTANCE}}}schemaLocation": schema},
        nsmap={None: NAMESPACE, "xsi": _INSTANCE},
    )
    releases = _releases(provenance.archive, stored)
    books = [path for path in stored if path.startswith(f"{BOOK}/")]
    root.extend(_objects(provenance, stored, [*releases.values(), *books]))
    root.extend(_events(provenance, releases, books))
    root.extend(_agents(provenance.archive))
    root.extend(_rights(provenance))
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _releases(archive: Archive, stored: Stored) -> dict[str, str]:
    """Give the path in the payload of each release, by its page, in order of date."""
    paths = {page: f"{SOURCES}/{page}{ENDING}" for page in archive.chronology.pages}
    return {page: path for page, path in paths.items() if path in stored}


def _objects(provenance: Provenance, stored: Stored, files: Iterable[str]) -> Iterator[_Element]:
    whole = _object("intellectualEntity", provenance.name)
    _add(whole, "originalName", provenance.archive.profile.institution.archive_title)
    yield whole
    for part in (SOURCES, SITE):
        representation = _object("representation", f"{PAYLOAD}/{part}")
        representation.append(_included_in(provenance.name))
        yield representation
    for path in files:
        yield _file(path, stored[path], provenance.name)


def _file(path: str, stored: StoredFile, whole: str) -> _Element:
    file = _object("file", f"{PAYLOAD}/{path}")
    characteristics = _add(file, "objectCharacteristics")
    fixity = _add(characteristics, "fixity")
    _add(fixity, "messageDigestAlgorithm", "SHA-256")
    _add(fixity, "messageDigest", stored.sha256)
    _add(characteristics, "size", str(stored.size))
    designation = _add(_add(characteristics, "format"), "formatDesignation")
    _add(designation, "formatName", _FORMATS[PurePosixPath(path).suffix])
    file.append(_included_in(whole))
    return file


def _included_in(whole: str) -> _Element:
    relationship = _element("relationship")
    _add(relationship, "relationshipType", "structural")
    _add(relationship, "relationshipSubType", "is included in")
    _identify(relationship, "relatedObjectIdentifier", whole)
    return relationship


def _events(provenance: Provenance, releases: Mapping[str, str], books: Iterable[str]) -> Iterator[_Element]:
    archive, institution = provenance.archive, provenance.archive.profile.institution.name
    for page, path in releases.items():
        release = archive.releases[page]
        yield _event("ingestion", page, release.date or _UNKNOWN, release.title, [institution], [path])
    date = provenance.date.isoformat() if provenance.date else _UNKNOWN
    programs = list(software_versions())
    yield _event("creation", SITE, date, "", programs, [SITE, *books])
    yield _event("validation", SITE, date, "SHA-256", programs[:1], [SITE], outcome="success")
    yield _event("information package creation", provenance.name, date, "BagIt 1.0", programs[:1], [])


def _event(
    type_: str, of: str, date: str, detail: str, agents: Iterable[str], paths: Iterable[str], *, outcome: str = ""
) -> _Element:
    event = _element("event")
    _identify(event, "eventIdentifier", f"{type_}: {of}")
    _add(event, "eventType", type_).set("authorityURI", _EVENT_TYPES)
    _add(event, "eventDateTime", date)
    if detail:
        _add(_add(event, "eventDetailInformation"), "eventDetail", detail)
    if outcome:
        _add(_add(event, "eventOutcomeInformation"), "eventOutcome", outcome)
    for agent in agents:
        _identify(event, "linkingAgentIdentifier", agent)
    for path in paths:
        _identify(event, "linkingObjectIdentifier", f"{PAYLOAD}/{path}")
    return event


def _agents(archive: Archive) -> Iterator[_Element]:
    yield _agent(archive.profile.institution.name, "organization")
    for program, version in software_versions().items():
        agent = _agent(program, "software")
        _add(agent, "agentVersion", version)
        yield agent


def _agent(name: str, type_: str) -> _Element:
    agent = _element("agent")
    _identify(agent, "agentIdentifier", name)
    _add(agent, "agentName", name)
    _add(agent, "agentType", type_)
    return agent


def _rights(provenance: Provenance) -> Iterator[_Element]:
    """Give the licence, where there is one."""
    publication = provenance.archive.profile.institution.publication
    if not publication.licence:
        return
    rights = _element("rights")
    statement = _add(rights, "rightsStatement")
    _identify(statement, "rightsStatementIdentifier", publication.licence)
    _add(statement, "rightsBasis", "license")
    terms = _add(statement, "licenseInformation")
    if publication.licence_url:
        _identify(terms, "licenseDocumentationIdentifier", publication.licence_url, type_="URI")
    _add(terms, "licenseTerms", publication.licence)
    _identify(statement, "linkingObjectIdentifier", provenance.name)
    yield rights


def _object(category: str, identifier: str) -> _Element:
    element = _element("object")
    element.set(f"{{{_INSTANCE}}}type", category)
    _identify(element, "objectIdentifier", identifier)
    return element


def _identify(parent: _Element, kind: str, value: str, *, type_: str = "local") -> None:
    identifier = _add(parent, kind)
    _add(identifier, f"{kind}Type", type_)
    _add(identifier, f"{kind}Value", value)


def _add(parent: _Element, tag: str, text: str = "") -> _Element:
    element = _element(tag)
    element.text = xml_text(text) or None
    parent.append(element)
    return element


def _element(tag: str) -> _Element:
    return etree.Element(_name(tag), nsmap={None: NAMESPACE, "xsi": _INSTANCE})


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"
