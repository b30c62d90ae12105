"""Tables of what the releases say: the releases, their sessions and pictures, and whom and what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from council.archive.archive import Archive
from council.exports.table_columns import Column, Table
from council.model.figures import Figure
from council.model.releases import Release, Session


class _Part(NamedTuple):
    """Something that a release has; *id* is that of the entry which it names."""

    release: Release
    what: Any
    id: str = ""


class _FigureRow(NamedTuple):
    """A figure, the *release* that says it, and the *series* that it stands in, if any."""

    release: Release
    figure: Figure
    series: str


class _SessionNumber(NamedTuple):
    session: Session
    number: int | None
    key: str


def _parts(of: Callable[[Release], Sequence[Any]]) -> Callable[[Archive], Iterator[_Part]]:
    return lambda archive: (_Part(release, part) for release in archive.releases.values() for part in of(release))


def _mentions(archive: Archive, kind: str, ids: Mapping[str, Sequence[str]]) -> Iterator[_Part]:
    for page, release in archive.releases.items():
        for mention, id_ in zip(getattr(release, kind), ids[page], strict=True):
            yield _Part(release, mention, id_)


def _session_numbers(release: Release) -> list[_SessionNumber]:
    session = release.session
    if session is None:
        return []
    numbered = zip(session.numbers, session.keys, strict=True)
    return [_SessionNumber(session, *pair) for pair in numbered] or [_SessionNumber(session, None, "")]


def figure_rows(archive: Archive, figures: Iterable[Figure]) -> list[_FigureRow]:
    """Give the rows of *figures*, for the table below."""
    series = archive.figures.series_of
    return [
        _FigureRow(archive.releases[figure.page], figure, series[figure].key if figure in series else "")
        for figure in figures
    ]


_OF_A_RELEASE = (
    Column("slug", "text", "the release", lambda part: part.release.slug, references="releases"),
    Column("date", "text", "the date of the release, as precise as it is known", lambda part: part.release.date),
)
_DIRECTORATE = Column(
    "directorate", "text", "the directorate that it is told of", lambda part: part.what.directorate,
    references="directorates", facet=True,
)  # fmt: skip
_LINE = Column("line", "integer", "the line in the source file", lambda part: part.what.line)
_QUOTATION = Column("quotation", "text", "what the release says", lambda part: part.what.quotation)
_RULE = Column(
    "rule", "text", "the rule of the reading that gave it; `correction`: an archivist did", lambda part: part.what.rule
)

RELEASES = Table(
    "releases",
    "The press releases.",
    lambda archive: archive.releases.items(),
    (
        Column("slug", "text", "the file name of the release without its ending", lambda row: row[1].slug),
        Column("page", "text", "its page below the root of the site, without its ending", lambda row: row[0]),
        Column("date", "text", "its date, as precise as it is known", lambda row: row[1].date),
        Column(
            "first_day", "day", "the first day that its date can be", lambda row: row[1].date and row[1].date.first
        ),
        Column("year", "integer", "the year of its date", lambda row: row[1].year, facet=True),
        Column("title", "text", "its title", lambda row: row[1].title),
        Column(
            "alternative_title", "text", "the title in its front matter, where the page shows another",
            lambda row: row[1].alternative_title,
        ),
        Column(
            "session", "text", "the sessions of the council that it reports: year and number",
            lambda row: ", ".join(row[1].session.keys) if row[1].session else "",
        ),
        Column("dateline", "text", "the date of the place-and-date line in its text", lambda row: row[1].dateline),
        Column("place", "text", "the place in that line", lambda row: row[1].place),
        Column("authors", "list", "who wrote it", lambda row: row[1].authors, facet=True),
        Column("description", "text", "what it is about", lambda row: row[1].description),
        Column("keywords", "list", "its keywords", lambda row: row[1].keywords, facet=True),
        Column("categories", "list", "what it was filed under", lambda row: row[1].categories, facet=True),
        Column("regions", "list", "the regions that it is about", lambda row: row[1].regions, facet=True),
        Column("source_url", "text", "the address of the official text", lambda row: row[1].source_url),
        Column("sha256", "text", "the checksum of its source file", lambda row: row[1].sha256),
    ),
    key="slug",
    label="title",
)  # fmt: skip
SESSIONS = Table(
    "sessions",
    "The sessions of the council, with the releases that report them.",
    _parts(_session_numbers),
    (
        *_OF_A_RELEASE,
        Column("session", "text", "the year and the number of the session", lambda part: part.what.key),
        Column("year", "integer", "the year of the session", lambda part: part.what.session.year, facet=True),
        Column("number", "integer", "its number in that year", lambda part: part.what.number),
        Column(
            "extraordinary", "boolean", "whether it was an extraordinary one",
            lambda part: part.what.session.extraordinary, facet=True,
        ),
        Column("rule", "text", _RULE.description, lambda part: part.what.session.rule),
    ),
)  # fmt: skip
PROJECT_MENTIONS = Table(
    "project_mentions",
    "Every mention of a project in a release.",
    lambda archive: _mentions(archive, "projects", archive.identity.project_ids),
    (
        *_OF_A_RELEASE,
        Column("project", "text", "the project", lambda part: part.id, references="projects"),
        Column("label", "text", "its name, as the release writes it", lambda part: part.what.label),
        Column(
            "form", "text", "`item`: in a list; `prose`: in running text", lambda part: part.what.form, facet=True
        ),
        _DIRECTORATE,
        Column("parent", "text", "the item of the list that it is nested in", lambda part: part.what.parent),
        _LINE,
        _QUOTATION,
        _RULE,
    ),
)  # fmt: skip
PERSON_MENTIONS = Table(
    "person_mentions",
    "Every mention of a person in a release, with the role told there.",
    lambda archive: _mentions(archive, "people", archive.identity.person_ids),
    (
        *_OF_A_RELEASE,
        Column("person", "text", "the person", lambda part: part.id, references="people"),
        Column("name", "text", "the name, as the release writes it", lambda part: part.what.name),
        Column("role", "text", "the role, as the release writes it", lambda part: part.what.role),
        _DIRECTORATE,
        _LINE,
        _QUOTATION,
        _RULE,
    ),
)
DIRECTORATE_MENTIONS = Table(
    "directorate_mentions",
    "Which directorates of the institution each release names.",
    _parts(lambda release: release.directorates),
    (
        *_OF_A_RELEASE,
        Column(
            "directorate", "text", "the directorate", lambda part: part.what.directorate, references="directorates",
            facet=True,
        ),
        Column("reports", "boolean", "whether the release tells its work", lambda part: part.what.reports, facet=True),
        _LINE,
        _RULE,
    ),
)  # fmt: skip
EXTERNAL_MENTIONS = Table(
    "external_mentions",
    "Directorates of others that releases name.",
    _parts(lambda release: release.external),
    (
        *_OF_A_RELEASE,
        Column("name", "text", "the name, as the release writes it", lambda part: part.what.name, facet=True),
        _LINE,
        _RULE,
    ),
)
PICTURES = Table(
    "pictures",
    "The pictures of the releases.",
    _parts(lambda release: release.pictures),
    (
        *_OF_A_RELEASE,
        Column("source", "text", "the file of the picture, as the release names it", lambda part: part.what.source),
        Column("alt", "text", "what it shows, as the release says it", lambda part: part.what.alt),
        Column("centered", "boolean", "whether it stands in the middle of the page", lambda part: part.what.centered),
        Column("portrait", "boolean", "whether it is the portrait of an author", lambda part: part.what.portrait),
        _LINE,
    ),
)
FIGURES = Table(
    "figures",
    "Every number that a release says of a thing.",
    lambda archive: figure_rows(archive, archive.figures.all),
    (
        *_OF_A_RELEASE,
        Column("subject", "text", "what it is said of, as the release writes it", lambda row: row.figure.said.subject),
        Column("value", "number", "the number", lambda row: row.figure.said.value),
        Column(
            "unit", "text", "`%`, the code of a currency, or the sign of a unit of measure; empty for so many things",
            lambda row: row.figure.said.unit, facet=True,
        ),
        Column(
            "kind", "text", "`count`: so many things; `rate`, `money`, `size`; `number`: a value with no unit",
            lambda row: row.figure.said.kind, facet=True,
        ),
        Column(
            "qualifier", "text", "`above`, `about` or `below`: what the release puts before a number that is not exact",
            lambda row: row.figure.said.qualifier,
        ),
        Column("written", "text", "the number, as the release writes it", lambda row: row.figure.said.written),
        Column("period", "text", "the time that the release says it is of", lambda row: row.figure.said.period),
        Column(
            "place", "text", "where the release says it holds, unless its subject tells that", lambda row: row.figure.said.place
        ),
        Column("source", "text", "the body whose report the release tells", lambda row: row.figure.said.source),
        Column(
            "project", "text", "the project that its paragraph or item names", lambda row: row.figure.project,
            references="projects",
        ),
        Column(
            "directorate", "text", _DIRECTORATE.description, lambda row: row.figure.directorate,
            references="directorates", facet=True,
        ),
        Column(
            "series", "text", "the file in `figures` that has the figures it can be compared with",
            lambda row: row.series, facet=True,
        ),
        Column("line", "integer", _LINE.description, lambda row: row.figure.said.line),
        Column("quotation", "text", _QUOTATION.description, lambda row: row.figure.said.sentence),
        Column("rule", "text", "the rule of the reading that gave it", lambda row: row.figure.said.rule),
    ),
)  # fmt: skip
