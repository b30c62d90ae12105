"""Archives that are written in standards and read back: the shipped one, and one whose words try to get out of place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from council.archive.archive import Archive
from council.archive.archive_reader import read_archive
from council.exports.output import Output
from council.exports.site import Site
from council.model.authorities import FOLDERS, KINDS, Authority, Kind, Leadership, Span
from council.model.partial_dates import PartialDate
from council.model.releases import (
    DirectorateMention,
    ExternalMention,
    PersonMention,
    ProjectMention,
    Release,
    Session,
    Standing,
)
from council.profile.institution import Publication
from council.profile.loader import load_profile
from hostile import NAMES
from lxml import etree
from sites import PROJECT, SHARED

SCHEMAS = SHARED / "schemas"
STANDARDS = ("ead", "eac_cpf", "popolo", "linked_data")
"""The exports that are standards of archives and of civic data."""
STANDINGS: tuple[Standing, ...] = ("seen", "started", "ended", "over")
Write = Callable[[Archive, Site, Output], None]
PUBLICATION = Publication(licence="CC <BY> & 4.0", licence_url="https://licencias.example/by?a=1&b=%20<x>")
SITES = [
    Site(title="Archivo", publisher="Instituto", language="es"),
    Site(
        title='Archivo "de" <todos> &\n\0', publisher="<Instituto>", language="es_MX", publication=PUBLICATION,
        base_url="https://archivo.example/años/",
    ),
]  # fmt: skip
"""One without an address, one with everything."""

_RAW = {
    **NAMES,
    "control": "Plan \0\x01\x0b\x1f\ud800\uffff de control",
    "lines": "Plan\nde\r\nvarios\rrenglones\ttabulado",
    "turtle": '""" \\" \\u0041 <> . ; ] } @prefix a: <b> .',
    "comment": "]]> --> <!-- <![CDATA[ &amp; &#0; &nope;",
    "line-separator": "Plan\u2028de\x85dos",
}
"""Names, titles and roles, by the id of each."""


@dataclass(frozen=True, order=True)
class Role:
    """A role that a release gives somebody, and where: the address from the root of the site, and the line."""

    person: str
    role: str
    directorate: str
    date: str
    address: str
    line: int


@dataclass(frozen=True, order=True)
class Office:
    """Somebody's time at the head of a directorate; bounds that nothing tells are empty."""

    person: str
    directorate: str
    start: str
    end: str


def day(year: int, month: int, number: int) -> PartialDate:
    return PartialDate(f"{year}-{month:02}-{number:02}")


def shipped_archive() -> Archive:
    return read_archive(PROJECT).archive


def hostile_archive() -> Archive:
    """Give an archive in which each name is that of a project, a person and a directorate, a title, a role, a keyword."""
    records: dict[Kind, dict[str, Authority]] = {kind: {} for kind in KINDS}
    for number, (id_, name) in enumerate(_RAW.items()):
        for kind in KINDS:
            records[kind][id_] = Authority(
                id=id_, kind=kind, name=name, aliases=(f"{name} {id_}", name), note=name, website="javascript:alert(1)",
                parent="script" if kind != "person" and number > 1 else None, reviewed=bool(number % 2),
                valid=Span(start=day(2000, 1, 1)) if number % 2 else Span(end=day(2030, 1, 1)),
            )  # fmt: skip
    led_by = (Leadership(person="quotes", start=day(2019, 1, 1)), Leadership(person="lines"))
    records["directorate"]["control"] = _with(records["directorate"]["control"], led_by=led_by, category="institute")
    releases = {f"sessions/{id_}": _release(number, id_, name) for number, (id_, name) in enumerate(_RAW.items())}
    return Archive(releases, load_profile(PROJECT), records)


def _with(record: Authority, **changes: object) -> Authority:
    values = {name: getattr(record, name) for name in record.__struct_fields__}
    return Authority(**values | changes)


def _release(number: int, id_: str, name: str) -> Release:
    directorate = [*_RAW][(number + 1) % len(_RAW)]
    people = (
        PersonMention(name, name, 7, directorate, standing=STANDINGS[number % 4]),
        PersonMention(name, f"otra {name}", 9, None),
        PersonMention(name, f"otra {name}", 11, None),
        PersonMention(f"Sin Registro {name}", name, 12, directorate),
        PersonMention(f"Sin Cargo {name}", None, 13),
    )
    return Release(
        f"a#b?c {id_}", name, None if number == 3 else day(2018 + number % 4, 1, 28), alternative_title=name,
        session=Session(2020, (number,) if number % 2 else (), extraordinary=number % 3 == 0), authors=(name,),
        description=name, keywords=(name, "otra"), source_url=f"https://x.example/<{id_}>\"'`|^ñ", place=name,
        directorates=(DirectorateMention(directorate, True, 5), DirectorateMention(directorate, False, 6)),
        external=(ExternalMention(name, 5), ExternalMention("Ajena", 6)), people=people,
        projects=(ProjectMention(name, "item", 7, directorate), ProjectMention(f"{name} sin registro", "prose", 8)),
        sha256="0" * 64,
    )  # fmt: skip


def told(text: str) -> str:
    """Give *text* as every format holds it: what XML cannot is the replacement character."""
    kept = {"\t", "\n", "\r"}
    return "".join(
        "\ufffd"
        if unicodedata.category(sign) == "Cs" or (sign < " " and sign not in kept) or sign in "\ufffe\uffff"
        else sign
        for sign in text
    )


def roles_of(archive: Archive, site: Site, *, recorded: bool = False) -> list[Role]:
    """Give the roles that the releases give, of people with a record alone where *recorded*."""
    return sorted(
        Role(
            id_, told(mention.role), mention.directorate or "", str(release.date or ""),
            f"{site.link_of(page)}#{archive.entries.anchors[page][mention.name]}", mention.line,
        )
        for page, release in archive.releases.items()
        for mention, id_ in zip(release.people, archive.identity.person_ids[page], strict=True)
        if mention.role and (not recorded or id_ in archive.records["person"])
    )  # fmt: skip


def offices_of(archive: Archive, *, recorded: bool = False) -> list[Office]:
    """Give who led what, people with a record alone where *recorded*."""
    return sorted(
        Office(tenure.person, id_, str(tenure.start or ""), str(tenure.end or tenure.over_by or ""))
        for id_, tenures in archive.tenures.by_directorate.items()
        for tenure in tenures
        if not recorded or tenure.person in archive.records["person"]
    )


def written(archive: Archive, site: Site, write: Write, folder: Path) -> Path:
    """Write an export; give the root of the site."""
    write(archive, site, Output(folder / "site", folder / "notes.txt"))
    return folder / "site"


def from_root(address: str, site: Site, file: Path, root: Path) -> str:
    """Give an *address* in *file* as a path from the root of the site."""
    if site.base_url:
        start = "https://archivo.example/a%C3%B1os/"
        assert address.startswith(start), address
        return address.removeprefix(start)
    up = "../" * (len(file.relative_to(root).parts) - 1)
    assert address.startswith(up), address
    return address.removeprefix(up)


def entry_of(address: str) -> str:
    """Give the id of the record whose page is at *address*."""
    folder, _, name = address.rpartition("/")
    assert folder.rpartition("/")[2] in FOLDERS.values()
    return name.removesuffix(".html")


def valid(file: Path, schema: etree.XMLSchema) -> None:
    schema.assertValid(etree.parse(file))


def schema_of(name: str) -> etree.XMLSchema:
    if not (SCHEMAS / name).is_file():
        pytest.skip(f"{SCHEMAS / name} is not there: the schemas are not part of the project")
    return etree.XMLSchema(file=str(SCHEMAS / name))
