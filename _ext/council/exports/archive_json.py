"""``data/archive.json``: all records, for other programs, and its schema: both of the rows declared here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from council.archive.archive import Archive
from council.exports.exported_file import ExportedFile
from council.exports.output import Output
from council.exports.site import Site
from council.model.authorities import Span
from council.model.entries import Entry
from council.model.fields import Id
from council.model.figures import Figure, FigureKind, Qualifier
from council.model.partial_dates import PATTERN, PartialDate
from council.model.releases import Form, Release

FILES = (
    ExportedFile("data/archive.json", "All releases and records, each on a line of its own, for other programs."),
    ExportedFile("data/archive.schema.json", "What the fields of that file are (JSON Schema)."),
)

_Line = Annotated[int, Meta(ge=1, description="the line in the source file")]
_Rule = Annotated[str, Meta(description="the rule of the extraction that gave it; correction: an archivist did")]


class _Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What has all of its fields, and no others."""


class SessionRow(_Row, frozen=True):
    """A session of the council: its year, and its number or numbers in it."""

    year: int
    numbers: tuple[Annotated[int, Meta(ge=1)], ...]
    extraordinary: bool
    rule: _Rule


class DirectorateRow(_Row, frozen=True):
    """One of the institute's own directorates that a release names."""

    id: Id
    reports: Annotated[bool, Meta(description="whether the release tells its work")]
    rule: _Rule


class ProjectMentionRow(_Row, frozen=True):
    """A project that a release names."""

    label: str
    project: Annotated[Id, Meta(description="the id of a record, else of a candidate")]
    directorate: Id | None
    form: Form
    line: _Line
    parent: Annotated[str | None, Meta(description="the label of the item that it is nested in")]
    rule: _Rule


class PersonMentionRow(_Row, frozen=True):
    """A person that a release names."""

    name: str
    person: Id
    role: str | None
    directorate: Id | None
    rule: _Rule


class FigureRow(_Row, frozen=True):
    """A number that a release says of a thing."""

    subject: Annotated[str, Meta(description="what it is said of, as the release writes it")]
    value: int | float
    unit: Annotated[str, Meta(description="%, the code of a currency, a sign of measure; empty for so many things")]
    kind: FigureKind
    qualifier: Annotated[Qualifier, Meta(description="what stands before a number that is not exact")]
    written: str
    period: Annotated[str, Meta(description="the time that the release says it is of")]
    place: Annotated[str, Meta(description="where the release says it holds, unless its subject tells that")]
    source: Annotated[str, Meta(description="the body whose report the release tells")]
    project: Id | None
    directorate: Id | None
    line: _Line
    rule: _Rule


class ImageRow(_Row, frozen=True):
    """A picture of a release."""

    src: str
    alt: str | None
    centered: bool


class ReleaseRow(_Row, frozen=True):
    """A press release."""

    slug: Annotated[
        str, Meta(description="the file name of the release without its ending; its page where another has that name")
    ]
    page: Annotated[str, Meta(description="the page below the root of the site, without its ending")]
    title: str
    alternative_title: Annotated[str, Meta(description="the title in the front matter, where the page shows another")]
    date: PartialDate | None
    dateline: Annotated[PartialDate | None, Meta(description="the date of the place-and-date line in the text")]
    place: str
    session: SessionRow | None
    authors: tuple[str, ...]
    description: str
    keywords: tuple[str, ...]
    categories: Annotated[tuple[str, ...], Meta(description="what its front matter files it under")]
    regions: Annotated[tuple[str, ...], Meta(description="the regions that its front matter says it is about")]
    source_url: str
    directorates: tuple[DirectorateRow, ...]
    external: Annotated[tuple[str, ...], Meta(description="directorates that are not the institute's own")]
    projects: tuple[ProjectMentionRow, ...]
    people: tuple[PersonMentionRow, ...]
    figures: tuple[FigureRow, ...]
    images: tuple[ImageRow, ...]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="of the source file's text in UTF-8")]


class _EntryRow(_Row, frozen=True):
    id: Id
    name: str
    aliases: tuple[str, ...]
    kind: str | None
    record: Annotated[bool, Meta(description="whether an authority record claims it; else it is a candidate")]
    page: str | None
    valid: Span | None
    website: str | None
    releases: Annotated[tuple[str, ...], Meta(description="the slugs of the releases that name it")]


class ProjectRow(_EntryRow, frozen=True):
    """A project, and the releases that name it."""

    parent: Id | None
    preceded_by: tuple[Id, ...]
    directorates: tuple[Id, ...]


class LeadershipRow(_Row, frozen=True):
    """Who led a directorate, and when, as far as its record or the releases tell."""

    start: Annotated[
        PartialDate | None, Meta(description="the first day, or the date of the release that tells the beginning")
    ] = field(name="from")
    end: Annotated[
        PartialDate | None, Meta(description="the last day, or the date of a release by which it is over")
    ] = field(name="to")
    person: Id
    seen: Annotated[tuple[PartialDate, ...], Meta(description="dates on which releases show the person in office")]
    recorded: Annotated[bool, Meta(description="whether the authority record says so")]


class DirectorateEntryRow(_EntryRow, frozen=True):
    """A directorate, and the releases that name it."""

    led_by: tuple[LeadershipRow, ...]


class RoleRow(_Row, frozen=True):
    """What a person was called, and when."""

    role: str
    date: PartialDate | None
    directorate: Id | None


class PersonRow(_EntryRow, frozen=True):
    """A person, and the releases that name them."""

    directorates: tuple[Id, ...]
    roles: tuple[RoleRow, ...]


class ArchiveRows(_Row, frozen=True):
    """The releases of an archive, and the records and candidates that they name."""

    releases: tuple[ReleaseRow, ...]
    projects: tuple[ProjectRow, ...]
    directorates: tuple[DirectorateEntryRow, ...]
    people: tuple[PersonRow, ...]


def write_json(archive: Archive, _site: Site, output: Output) -> None:
    """Write the file and its schema."""
    output.write("data/archive.json", archive_json(archive))
    output.write("data/archive.schema.json", archive_schema())


def archive_json(archive: Archive) -> str:
    """Give the archive as JSON text, keys and order fixed, one release or record a line."""
    parts: dict[str, list[Any]] = {
        "releases": [_release(archive, page) for page in archive.chronology.pages],
        "projects": [_project(archive, entry) for entry in archive.projects.values()],
        "directorates": [_directorate(archive, entry) for entry in archive.directorates.values()],
        "people": [_person(archive, entry) for entry in archive.people.values()],
    }
    return "{\n" + ",\n".join(_list(name, rows) for name, rows in parts.items()) + "\n}\n"


def archive_schema() -> str:
    """Give the JSON Schema of :func:`archive_json`."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Archive of press releases"}
    schema = msgspec.json.schema(ArchiveRows, schema_hook=_schema_of_date)
    return msgspec.json.format(msgspec.json.encode({**head, **schema}), indent=2).decode() + "\n"


def _schema_of_date(type_: type) -> dict[str, str]:
    """Give the schema of the one type of ours that ``msgspec`` asks for."""
    told = "year-month-day; without the day, or the month, where it is not known"
    return {"type": "string", "pattern": PATTERN, "description": told} if type_ is PartialDate else {}


def _list(name: str, rows: Sequence[Struct]) -> str:
    lines = ",\n".join(msgspec.json.format(msgspec.json.encode(row, enc_hook=str), indent=0).decode() for row in rows)
    return f'"{name}": [\n{lines}\n]'


def _release(archive: Archive, page: str) -> ReleaseRow:
    release = archive.releases[page]
    return ReleaseRow(
        slug=release.slug,
        page=page,
        title=release.title,
        alternative_title=release.alternative_title,
        date=release.date,
        dateline=release.dateline,
        place=release.place,
        session=_session(release),
        authors=release.authors,
        description=release.description,
        keywords=release.keywords,
        categories=release.categories,
        regions=release.regions,
        source_url=release.source_url,
        directorates=tuple(
            DirectorateRow(id=mention.directorate, reports=mention.reports, rule=mention.rule)
            for mention in release.directorates
        ),
        external=tuple(mention.name for mention in release.external),
        projects=tuple(
            ProjectMentionRow(
                label=mention.label,
                project=id_,
                directorate=mention.directorate,
                form=mention.form,
                line=mention.line,
                parent=mention.parent,
                rule=mention.rule,
            )
            for mention, id_ in zip(release.projects, archive.identity.project_ids[page], strict=True)
        ),
        people=tuple(
            PersonMentionRow(
                name=mention.name, person=id_, role=mention.role, directorate=mention.directorate, rule=mention.rule
            )
            for mention, id_ in zip(release.people, archive.identity.person_ids[page], strict=True)
        ),
        figures=tuple(map(_figure, archive.figures.of_page(page))),
        images=tuple(
            ImageRow(src=picture.source, alt=picture.alt, centered=picture.centered) for picture in release.pictures
        ),
        sha256=release.sha256,
    )


def _figure(figure: Figure) -> FigureRow:
    said = figure.said
    return FigureRow(
        subject=said.subject,
        value=int(said.value) if said.value == int(said.value) else float(said.value),
        unit=said.unit,
        kind=said.kind,
        qualifier=said.qualifier,
        written=said.written,
        period=said.period,
        place=said.place,
        source=said.source,
        project=figure.project,
        directorate=figure.directorate,
        line=said.line,
        rule=said.rule,
    )


def _session(release: Release) -> SessionRow | None:
    session = release.session
    if session is None:
        return None
    return SessionRow(
        year=session.year, numbers=session.numbers, extraordinary=session.extraordinary, rule=session.rule
    )


def _entry(archive: Archive, entry: Entry) -> dict[str, Any]:
    """Give what the rows of all entries have."""
    record = entry.record
    return {
        "id": entry.id,
        "name": entry.name,
        "aliases": record.aliases if record else entry.labels,
        "kind": record.category if record else None,
        "record": record is not None,
        "page": entry.page,
        "valid": record.valid if record else None,
        "website": (record.website or None) if record else None,
        "releases": tuple(dict.fromkeys(archive.releases[mention.page].slug for mention in entry.mentions)),
    }


def _project(archive: Archive, entry: Entry) -> ProjectRow:
    record = entry.record
    return ProjectRow(
        **_entry(archive, entry),
        parent=record.parent if record else None,
        preceded_by=record.preceded_by if record else (),
        directorates=entry.directorates,
    )


def _directorate(archive: Archive, entry: Entry) -> DirectorateEntryRow:
    led_by = (
        LeadershipRow(
            start=tenure.start,
            end=tenure.end or tenure.over_by,
            person=tenure.person,
            seen=tenure.seen,
            recorded=tenure.recorded,
        )
        for tenure in archive.tenures.by_directorate.get(entry.id, ())
    )
    return DirectorateEntryRow(**_entry(archive, entry), led_by=tuple(led_by))


def _person(archive: Archive, entry: Entry) -> PersonRow:
    return PersonRow(
        **_entry(archive, entry),
        directorates=entry.record.directorates if entry.record else (),
        roles=tuple(
            RoleRow(role=mention.role, date=mention.date, directorate=mention.directorate)
            for mention in entry.mentions
            if mention.role
        ),
    )
