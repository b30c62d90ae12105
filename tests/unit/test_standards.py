"""Standards of archives and civic data: valid by their schemas, and what is read back is what the archive knows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from council.archive.archive import Archive
from council.exports.all_exports import EXPORTS
from council.exports.eac_cpf import write_eac_cpf
from council.exports.ead import write_ead
from council.exports.popolo import write_popolo
from council.exports.site import Site
from council.model.authorities import FOLDERS, Kind
from lxml import etree
from referencing import Registry
from referencing.jsonschema import DRAFT3
from sites import PROJECT
from standards import (
    SCHEMAS,
    SITES,
    STANDARDS,
    Office,
    Role,
    entry_of,
    from_root,
    hostile_archive,
    offices_of,
    roles_of,
    schema_of,
    shipped_archive,
    told,
    valid,
    written,
)  # fmt: skip

ARCHIVES = {"shipped": shipped_archive, "hostile": hostile_archive}
EAD = {"e": "http://ead3.archivists.org/schema/"}
EAC = {"e": "https://archivists.org/ns/eac/v2"}


@pytest.fixture(scope="module", params=ARCHIVES)
def archive(request: pytest.FixtureRequest) -> Archive:
    return ARCHIVES[request.param]()


@pytest.fixture(params=SITES, ids=["on a disk", "at an address"])
def site(request: pytest.FixtureRequest) -> Site:
    return request.param  # type: ignore[no-any-return]


def texts(root: Any, path: str, namespaces: dict[str, str]) -> list[str]:
    return [element.text or "" for element in root.iterfind(path, namespaces)]


def test_the_finding_aid(archive: Archive, site: Site, tmp_path: Path) -> None:
    root = written(archive, site, write_ead, tmp_path)
    file = root / "data" / "ead.xml"
    fonds = etree.parse(file).getroot().find("e:archdesc", EAD)
    assert fonds.get("level") == "fonds"
    assert fonds.findtext("e:did/e:unittitle", namespaces=EAD) == told(site.title)
    series = fonds.findall("e:dsc/e:c", EAD)
    assert {part.get("level") for part in series} == {"series"}
    years = [str(year) if year else "XXXX" for year in archive.chronology.years]
    assert [part.findtext("e:did/e:unittitle", namespaces=EAD) for part in series] == years
    items = fonds.findall("e:dsc/e:c/e:c", EAD)
    assert {part.get("level") for part in items} == {"item"}
    read = [
        (
            item.findtext("e:did/e:unittitle", namespaces=EAD),
            item.findtext("e:did/e:unitid", namespaces=EAD),
            item.findtext("e:did/e:unitdatestructured/e:datesingle", "", EAD),
            from_root(item.find("e:did/e:dao", EAD).get("href"), site, file, root),
        )
        for item in items
    ]
    assert read == [
        (told(release.title), release.slug, str(release.date or ""), site.link_of(page))
        for page, release in archive.releases.items()
    ]


def test_access_points_are_records(archive: Archive, site: Site, tmp_path: Path) -> None:
    root = written(archive, site, write_ead, tmp_path)
    file = root / "data" / "ead.xml"
    items = etree.parse(file).getroot().findall("e:archdesc/e:dsc/e:c/e:c", EAD)
    for page, item in zip(archive.releases, items, strict=True):
        points = item.findall("e:controlaccess/*[@identifier]", EAD)
        people = [
            entry_of(from_root(point.get("identifier"), site, file, root)) for point in points if "pers" in point.tag
        ]
        known = [id_ for id_ in archive.identity.person_ids[page] if id_ in archive.records["person"]]
        assert people == list(dict.fromkeys(known))
        names = {archive.records["person"][id_].name for id_ in known}
        assert {told(name) for name in names} == set(texts(item, "e:controlaccess/e:persname/e:part", EAD))


def test_ead_is_valid(archive: Archive, site: Site, tmp_path: Path) -> None:
    schema = schema_of("ead3.xsd")
    valid(written(archive, site, write_ead, tmp_path) / "data" / "ead.xml", schema)


def test_an_empty_archive(tmp_path: Path) -> None:
    empty = Archive({}, hostile_archive().profile)
    for export in EXPORTS:
        if export.name in STANDARDS:
            root = written(empty, SITES[0], export.write, tmp_path)
    valid(root / "data" / "ead.xml", schema_of("ead3.xsd"))
    assert json.loads((root / "data" / "popolo.json").read_text(encoding="utf-8"))["persons"] == []


def descriptions(root: Path, kind: str) -> Iterator[tuple[Path, Any]]:
    for file in sorted((root / "data" / "eac" / kind).glob("*.xml")):
        yield file, etree.parse(file).getroot()


def test_every_record_has_a_description(archive: Archive, site: Site, tmp_path: Path) -> None:
    root = written(archive, site, write_eac_cpf, tmp_path)
    types: dict[Kind, str] = {"person": "person", "directorate": "corporateBody"}
    for kind, type_ in types.items():
        read = {file.stem: description for file, description in descriptions(root, FOLDERS[kind])}
        assert read.keys() == archive.records[kind].keys()
        for id_, description in read.items():
            record = archive.records[kind][id_]
            identity = description.find("e:cpfDescription/e:identity", EAC)
            assert identity.find("e:entityType", EAC).get("value") == type_
            assert identity.findtext("e:nameEntry[@status='authorized']/e:part", namespaces=EAC) == told(record.name)
            variants = texts(identity, "e:nameEntry[@status='alternative']/e:part", EAC)
            assert {told(name) for name in record.aliases if name != record.name} <= set(variants)
            assert identity.findtext("e:identityId", namespaces=EAC) == id_
            status = description.find("e:control", EAC).get("publicationStatus")
            assert status == ("approved" if record.reviewed else "inProcess")


def test_eac_cpf_is_valid(archive: Archive, site: Site, tmp_path: Path) -> None:
    schema = schema_of("eac-cpf-2.0.xsd")
    root = written(archive, site, write_eac_cpf, tmp_path)
    for folder in ("people", "directorates"):
        for file, _description in descriptions(root, folder):
            valid(file, schema)


def test_roles_come_back_from_eac_cpf(archive: Archive, site: Site, tmp_path: Path) -> None:
    root = written(archive, site, write_eac_cpf, tmp_path)
    read: list[Role] = []
    for file, description in descriptions(root, "people"):
        sources = {source.get("id"): source for source in description.iterfind("e:control/e:sources/e:source", EAC)}
        relations = {relation.get("id"): relation for relation in description.iterfind(".//e:relation", EAC)}
        for occupation in description.iterfind(".//e:occupation", EAC):
            target = occupation.get("target")
            where = relations[target].find("e:targetEntity", EAC).get("valueURI") if target else ""
            directorate = entry_of(from_root(where, site, file, root)) if where else ""
            read += [
                Role(
                    file.stem,
                    occupation.findtext("e:term", namespaces=EAC),
                    directorate,
                    source.findtext("e:citedRange[@unit='date']", "", EAC),
                    from_root(source.find("e:reference", EAC).get("href"), site, file, root),
                    int(source.findtext("e:citedRange[@unit='line']", namespaces=EAC)),
                )
                for source in (sources[id_] for id_ in occupation.get("sourceReference").split())
            ]
    assert sorted(read) == roles_of(archive, site, recorded=True)


def bound(element: Any) -> str:
    """Give a bound of an office, where it is told."""
    dates = (element.get("standardDate"), element.get("notAfter") if element.tag.endswith("toDate") else None)
    return next(filter(None, dates), "")


def test_offices_come_back_from_eac_cpf(archive: Archive, site: Site, tmp_path: Path) -> None:
    root = written(archive, site, write_eac_cpf, tmp_path)
    for folder, relation in (("people", "isOrWasLeaderOf"), ("directorates", "hasOrHadLeader")):
        read: list[Office] = []
        for file, description in descriptions(root, folder):
            for found in description.iterfind(f".//e:relation[e:relationType='{relation}']", EAC):
                address = found.find("e:targetEntity", EAC).get("valueURI")
                if not address:
                    continue  # a candidate, whose name alone is told
                other = entry_of(from_root(address, site, file, root))
                person, directorate = (file.stem, other) if folder == "people" else (other, file.stem)
                bounds = [bound(found.find(f"e:dateRange/e:{end}", EAC)) for end in ("fromDate", "toDate")]
                read.append(Office(person, directorate, *bounds))
        assert sorted(read) == offices_of(archive, recorded=True)


def popolo(archive: Archive, site: Site, folder: Path) -> tuple[dict[str, Any], Path, Path]:
    root = written(archive, site, write_popolo, folder)
    file = root / "data" / "popolo.json"
    return json.loads(file.read_text(encoding="utf-8")), file, root


def test_popolo_is_valid(archive: Archive, site: Site, tmp_path: Path) -> None:
    folder = SCHEMAS / "popolo"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there: the schemas are not part of the project")
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    registry = Registry().with_resources((schema["id"], DRAFT3.create_resource(schema)) for schema in schemas)
    data, _file, _root = popolo(archive, site, tmp_path)
    parts = {
        "persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership", "events": "event",
    }  # fmt: skip
    assert data.keys() == parts.keys()
    for part, name in parts.items():
        schema = next(schema for schema in schemas if schema["id"].endswith(f"/{name}.json#"))
        validator = jsonschema.Draft3Validator(schema, registry=registry)
        assert data[part]
        for item in data[part]:
            validator.validate(item)


def test_people_and_roles_come_back_from_popolo(archive: Archive, site: Site, tmp_path: Path) -> None:
    data, file, root = popolo(archive, site, tmp_path)
    people = {person["id"]: person["name"] for person in data["persons"]}
    assert people == {id_: told(person.name) for id_, person in archive.people.items()}
    read = [
        Role(
            membership["person_id"], source["note"], membership.get("organization_id", ""), source.get("date", ""),
            from_root(source["url"], site, file, root), source["line"],
        )
        for membership in data["memberships"]
        for source in membership["sources"]
        if "note" in source
    ]  # fmt: skip
    assert sorted(read) == roles_of(archive, site)
    heads = [
        Office(one["person_id"], one["organization_id"], one.get("start_date", ""), one.get("end_date", ""))
        for one in data["memberships"]
        if one.get("post_id") == f"{one.get('organization_id')}/head"
    ]
    assert sorted(heads) == offices_of(archive)


def test_what_popolo_refers_to_is_there(archive: Archive, site: Site, tmp_path: Path) -> None:
    data, _file, _root = popolo(archive, site, tmp_path)
    ids = {part: [item["id"] for item in data[part]] for part in ("persons", "organizations", "posts", "events")}
    for part, of_part in ids.items():
        assert len(set(of_part)) == len(of_part), part
    organizations = {None, *ids["organizations"]}
    assert {item.get("parent_id") for item in data["organizations"]} <= organizations
    assert {item["organization_id"] for item in data["posts"] + data["events"]} <= organizations
    assert {item.get("organization_id") for item in data["memberships"]} <= organizations
    assert {item["person_id"] for item in data["memberships"]} <= set(ids["persons"])
    assert {item.get("post_id") for item in data["memberships"]} <= {None, *ids["posts"]}


def test_no_address_is_a_command(site: Site, tmp_path: Path) -> None:
    for export in EXPORTS:
        if export.name in STANDARDS:
            root = written(hostile_archive(), site, export.write, tmp_path)
    for file in (root / "data").rglob("*.*"):
        assert "javascript:" not in file.read_text(encoding="utf-8"), file


_WRITE = """
import sys
from pathlib import Path
from council.exports.all_exports import EXPORTS
from standards import SITES, STANDARDS, hostile_archive, shipped_archive, written
for number, archive in enumerate([shipped_archive(), hostile_archive()]):
    for export in EXPORTS:
        if export.name in STANDARDS:
            written(archive, SITES[number], export.write, Path(sys.argv[1]) / str(number))
"""


def test_the_same_bytes_under_other_hash_seeds(tmp_path: Path) -> None:
    path = os.pathsep.join([str(PROJECT / "_ext"), str(PROJECT / "tests")])
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": f"UTC{seed[0]}"}
        subprocess.run([sys.executable, "-c", _WRITE, str(tmp_path / seed)], env=environment, check=True)
    files = sorted(path.relative_to(tmp_path / "0") for path in (tmp_path / "0").rglob("*.*"))
    assert len(files) > 50
    for file in files:
        assert (tmp_path / "0" / file).read_bytes() == (tmp_path / "4711" / file).read_bytes(), file
