"""What deserves the archivist's look: likely duplicates, contradictions, gaps.  No Sphinx in here."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from council.archive.archive import Archive
from council.archive.other_dates import other_date
from council.authority.identities import names_of_several
from council.language.folding import words_of
from council.model.authorities import Kind
from council.model.entries import Entry
from council.model.tenures import Tenure

MOST_PAIRS = 200


def _(message: str) -> str:
    """Mark a message for the catalogues; whoever shows it translates it."""
    return message


TOPICS = {
    "unreviewed": _("Records that nobody has reviewed, and how many releases name them"),
    "duplicates": _("Records that may be one"),
    "double_claims": _("Names that two records claim"),
    "readings": _("Names that may mean another project, or one of several"),
    "one_person": _("Names taken for one person"),
    "several_people": _("Names that may mean several people"),
    "leaders": _("Directors on whom sources disagree"),
    "outside_dates": _("Directorates used outside their dates"),
    "undated": _("Releases without a date"),
    "other_dates": _("Releases whose text is of another year than their file"),
    "without_alt": _("Pictures without alternative text"),
}
"""The title of each topic of findings, in order."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: its *topic*, what it is, and the pages that it concerns."""

    topic: str
    message: str
    pages: tuple[str, ...] = ()


def review(archive: Archive) -> list[Finding]:
    """Give all findings, topic by topic."""
    return [finding for check in _CHECKS for finding in check(archive)]


def _unreviewed(archive: Archive) -> Iterator[Finding]:
    """Records that were filed by themselves, the most used first."""
    entries = [*archive.projects.values(), *archive.people.values()]
    waiting = [
        (len({mention.page for mention in entry.mentions}), entry.name, entry.page)
        for entry in entries
        if entry.page and entry.record and not entry.record.reviewed
    ]
    for releases, name, page in sorted(waiting, key=lambda one: (-one[0], one[2])):
        yield Finding("unreviewed", f"{name} ({releases})", (page,))


def _duplicates(archive: Archive) -> Iterator[Finding]:
    """Records whose names differ in nothing that tells two for sure, but for those of which one is part of the other."""
    matcher = archive.identity.matchers["project"]
    pairs = (tuple(matcher.records[id_] for id_ in pair) for pair in sorted(set(matcher.alike())))
    apart = (pair for pair in pairs if not {record.parent for record in pair} & {record.id for record in pair})
    for first, second in islice(apart, MOST_PAIRS):
        yield Finding("duplicates", f"{first.name} / {second.name}", (first.page, second.page))


def _double_claims(archive: Archive) -> Iterator[Finding]:
    for kind, matcher in archive.identity.matchers.items():
        for ids in matcher.claims.values():
            if len(ids) > 1:
                records = [archive.records[kind][id_] for id_ in ids]
                told = f"{records[0].name}: {', '.join(record.name for record in records)}"
                yield Finding("double_claims", told, tuple(record.page for record in records))


def _readings(archive: Archive) -> Iterator[Finding]:
    """Names of projects that are taken for themselves, because they fit several or leave something out."""
    pages: dict[str, dict[str, None]] = {}
    for page, release in archive.releases.items():
        for mention in release.projects:
            pages.setdefault(mention.label, {})[page] = None
    records = _pages_by_name(archive, "project")
    for name, others in islice(archive.identity.project_readings.items(), MOST_PAIRS):
        concerned = (*(records[other] for other in others if other in records), *pages.get(name, ()))
        yield Finding("readings", f"{name}: {' / '.join(others)}", concerned)


def _one_person(archive: Archive) -> Iterator[Finding]:
    """Names that nobody filed as names of one person, but that are taken for it."""
    for entry in archive.people.values():
        filed = entry.record.names if entry.record else (entry.name,)
        known = {tuple(words_of(name)) for name in filed}
        others = [label for label in entry.labels if tuple(words_of(label)) not in known]
        if others:
            pages = dict.fromkeys(mention.page for mention in entry.mentions if mention.label in others)
            yield Finding("one_person", f"{entry.name}: {', '.join(others)}", (*_page_of(entry), *pages))


def _several_people(archive: Archive) -> Iterator[Finding]:
    """Names that can be short for those of several people, and so are taken for none of them."""
    pages: dict[str, dict[str, None]] = {}
    for page, release in archive.releases.items():
        for mention in release.people:
            pages.setdefault(mention.name, {})[page] = None
    records = _pages_by_name(archive, "person")
    for name, people in names_of_several(pages, archive.records["person"]).items():
        concerned = (*(records[person] for person in people if person in records), *pages.get(name, ()))
        yield Finding("several_people", f"{name}: {', '.join(people)}", concerned)


def _leaders(archive: Archive) -> Iterator[Finding]:
    """Two people at once in one office, and releases that the record of an office does not agree with."""
    for id_, tenures in archive.tenures.by_directorate.items():
        for first, second in itertools.combinations(tenures, 2):
            if first.person != second.person and _at_once(first, second):
                told = "; ".join(_told(archive, tenure) for tenure in (first, second))
                pages = dict.fromkeys(tenure.evidence[0].mention.page for tenure in (first, second) if tenure.evidence)
                yield Finding("leaders", f"{_unit_name(archive, id_)}: {told}", (*_unit_page(archive, id_), *pages))
        for tenure in tenures:
            for evidence in tenure.contradictions:
                told = (
                    f"{_told(archive, tenure)}; {evidence.date}: {evidence.mention.quotation or evidence.mention.role}"
                )
                concerned = (*_unit_page(archive, id_), evidence.mention.page)
                yield Finding("leaders", f"{_unit_name(archive, id_)}: {told}", concerned)


def _at_once(first: Tenure, second: Tenure) -> bool:
    """Whether both were in office at some time, whatever days are meant by a month or a year."""
    if not (first.held and second.held):
        return False
    return first.held[0].last <= second.held[1].first and second.held[0].last <= first.held[1].first


def _told(archive: Archive, tenure: Tenure) -> str:
    """Give a person's name and the dates of a tenure, in figures: messages are of no language."""
    name = archive.people[tenure.person].name if tenure.person in archive.people else tenure.person
    end = tenure.end or tenure.over_by
    bounds = f"{tenure.start or ''}–{end or ''}" if tenure.start or end else ""
    seen = ", ".join(map(str, dict.fromkeys((*tenure.seen[:1], *tenure.seen[-1:]))))
    return f"{name} ({'; '.join(filter(None, (bounds, seen)))})"


def _unit_name(archive: Archive, id_: str) -> str:
    return archive.directorates[id_].name if id_ in archive.directorates else id_


def _unit_page(archive: Archive, id_: str) -> tuple[str, ...]:
    return _page_of(archive.directorates[id_]) if id_ in archive.directorates else ()


def _page_of(entry: Entry) -> tuple[str, ...]:
    """Give the page of the record of *entry*, if it has one."""
    return (entry.page,) if entry.page else ()


def _pages_by_name(archive: Archive, kind: Kind) -> dict[str, str]:
    """Give the page of each record by its name."""
    return {record.name: record.page for record in archive.records[kind].values()}


def _outside_dates(archive: Archive) -> Iterator[Finding]:
    for entry in archive.directorates.values():
        for mention in entry.mentions:
            if entry.record and mention.date and not entry.record.valid.holds(mention.date):
                yield Finding("outside_dates", f"{entry.name}: {mention.date}", (*_page_of(entry), mention.page))


def _undated(archive: Archive) -> Iterator[Finding]:
    for page, release in archive.releases.items():
        if release.date is None:
            yield Finding("undated", release.display_title, (page,))


def _other_dates(archive: Archive) -> Iterator[Finding]:
    for page, release in archive.releases.items():
        other = other_date(release)
        if other:
            yield Finding("other_dates", f"{page}.md:{release.dateline_line}: {other.dateline} / {other.date}", (page,))


def _without_alt(archive: Archive) -> Iterator[Finding]:
    for page, release in archive.releases.items():
        wanting = [picture.source for picture in release.pictures if not picture.alt]
        if wanting:
            yield Finding("without_alt", ", ".join(wanting), (page,))


_CHECKS: tuple[Callable[[Archive], Iterator[Finding]], ...] = (
    _unreviewed,
    _duplicates,
    _double_claims,
    _readings,
    _one_person,
    _several_people,
    _leaders,
    _outside_dates,
    _undated,
    _other_dates,
    _without_alt,
)
