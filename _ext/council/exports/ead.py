"""``data/ead.xml``: the archive as a finding aid in EAD3: the fonds, a series a year, an item a release.

Access points (``controlaccess``) are authority records, known by the addresses of their pages, and the keywords of the
releases; candidates without a record control nothing.  Where the site has no address, links are relative to the file.
Titles of series are years, ``XXXX`` for releases without a date.  The date of the description is that of the newest
release: it knows no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from council.archive.archive import Archive
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.site import Site
from council.exports.standard_values import NO_DATE, iso_date, reference, uri, web_address
from council.exports.xml_elements import Element, Vocabulary, xml_bytes
from council.language.naming import slug_of
from council.model.authorities import Authority, Kind
from council.model.releases import Release
from council.model.software import SOFTWARE

FILE = "data/ead.xml"
FILES = (ExportedFile(FILE, "The archive as a finding aid (EAD3)."),)
_LANGUAGE_CODES = {2: "iso639-1", 3: "iso639-3"}
"""The standard that a language's code is of, by its length."""
_POINTS: dict[Kind, str] = {"person": "persname", "directorate": "corpname", "project": "subject"}

_ead = Vocabulary("http://ead3.archivists.org/schema/")


def write_ead(archive: Archive, site: Site, output: Output) -> None:
    """Write the file."""
    root = _ead("ead", _control(archive, site), _fonds(archive, site))
    output.write(FILE, xml_bytes(root))


def _control(archive: Archive, site: Site) -> Element:
    """Give who describes, on which terms."""
    language = _language(archive)
    statement = _ead("titlestmt", _ead("titleproper", site.title))
    publication = _ead("publicationstmt", _ead("publisher", site.publisher))
    event = _ead(
        "maintenanceevent",
        _ead("eventtype", value="derived"),
        _ead("eventdatetime", _dates(archive.releases.values())[-1]),
        _ead("agenttype", value="machine"),
        _ead("agent", SOFTWARE),
    )
    return _ead(
        "control",
        _ead("recordid", site.file_address(FILE), instanceurl=uri(site.file_address(FILE)) if site.base_url else ""),
        _ead("filedesc", statement, publication),
        _ead("maintenancestatus", value="derived"),
        _ead("maintenanceagency", _ead("agencyname", site.publisher)),
        _ead.filled("rightsdeclaration", _licence(site, "citation")),
        _ead("maintenancehistory", event),
        langencoding=_LANGUAGE_CODES.get(len(language), "otherlangencoding"),
        dateencoding="iso8601",
    )


def _licence(site: Site, name: str) -> Element | None:
    """Give the licence as an element *name*, where there is one."""
    licence, address = site.publication.licence, web_address(site.publication.licence_url)
    return _ead(name, licence or address, href=address) if licence or address else None


def _fonds(archive: Archive, site: Site) -> Element:
    language = _language(archive)
    extent = _ead(
        "physdescstructured",
        _ead("quantity", str(len(archive.releases))),
        _ead("unittype", "text/html"),
        coverage="whole",
        physdescstructuredtype="materialtype",
    )
    description = _ead(
        "did",
        _ead("repository", _name("corpname", site.publisher)),
        _ead("unittitle", site.title),
        _ead("unitid", slug_of(site.title)),
        _period(_dates(archive.releases.values())),
        extent,
        _ead("origination", _name("corpname", archive.profile.institution.name)),
        _ead("langmaterial", _ead("language", language, langcode=language)),
    )
    series = (_series(archive, site, year, pages) for year, pages in archive.chronology.years.items())
    terms = _ead.filled("p", _licence(site, "ref"))
    return _ead(
        "archdesc",
        description,
        _ead.filled("userestrict", terms),
        _ead.filled("dsc", *series, dsctype="combined"),
        level="fonds",
    )


def _series(archive: Archive, site: Site, year: int | None, pages: list[str]) -> Element:
    title = str(year) if year else NO_DATE
    dates = _dates(archive.releases[page] for page in pages)
    description = _ead("did", _ead("unittitle", title), _ead("unitid", title), _period(dates))
    return _ead("c", description, *(_item(archive, site, page) for page in pages), level="series")


def _item(archive: Archive, site: Site, page: str) -> Element:
    release = archive.releases[page]
    authors = _ead.filled("origination", *(_name("persname", author) for author in release.authors))
    description = _ead(
        "did",
        _ead("unittitle", release.title),
        _ead("unitid", release.slug),
        *(_ead("unitid", key, localtype="session") for key in (release.session.keys if release.session else ())),
        _period([iso_date(release.date)]) if release.date else None,
        authors,
        _ead("abstract", release.description) if release.description else None,
        _ead("dao", daotype="borndigital", href=reference(site, FILE, page)),
    )
    address = web_address(release.source_url)
    original = _ead("originalsloc", _ead("p", _ead("ref", address, href=address))) if address else None
    points = (
        _name(_POINTS[record.kind], record.name, identifier=reference(site, FILE, record.page))
        for record in _records_of(archive, page)
    )
    keywords = (_name("subject", keyword) for keyword in release.keywords)
    return _ead(
        "c",
        description,
        original,
        _ead.filled("controlaccess", *points),
        _ead.filled("controlaccess", *keywords, localtype="keyword"),
        level="item",
    )


def _records_of(archive: Archive, page: str) -> Iterator[Authority]:
    """Give the authority records of what a release names, each once."""
    identity, release = archive.identity, archive.releases[page]
    own = (mention.directorate for mention in release.directorates)
    ids: dict[Kind, Iterable[str | None]] = {
        "directorate": (*own, *identity.external_ids[page]),
        "person": identity.person_ids[page],
        "project": identity.project_ids[page],
    }
    for kind, of_kind in ids.items():
        for id_ in dict.fromkeys(of_kind):
            record = archive.records[kind].get(id_) if id_ else None
            if record:
                yield record


def _name(element: str, name: str, **attributes: str) -> Element:
    return _ead(element, _ead("part", name), **attributes)


def _dates(releases: Iterable[Release]) -> list[str]:
    """Give the dates of *releases*, which are in order; what says that there is none where none has one."""
    return [iso_date(release.date) for release in releases if release.date] or [NO_DATE]


def _period(dates: list[str]) -> Element:
    """Give the date, or the first and the last of *dates*."""
    first, last = dates[0], dates[-1]
    if first == last:
        return _ead("unitdatestructured", _ead("datesingle", first, standarddate=first))
    begin, end = _ead("fromdate", first, standarddate=first), _ead("todate", last, standarddate=last)
    return _ead("unitdatestructured", _ead("daterange", begin, end), unitdatetype="inclusive")


def _language(archive: Archive) -> str:
    return archive.profile.lexicon.language
