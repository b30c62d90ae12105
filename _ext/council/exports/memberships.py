"""Memberships of people (W3C's Organization Ontology, Popolo): what they were, where and when, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from council.archive.archive import Archive
from council.exports.statements import Statement, Statements
from council.model.entries import Entry
from council.model.tenures import Tenure


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's *role* in a *directorate*, as far as either is known.

    The *tenure* is given where it is that of its head, and has the dates; *role* is as the last of the *statements*
    writes it then.  A membership without statements is told by an authority record alone.
    """

    person: str
    directorate: str | None
    role: str | None = None
    tenure: Tenure | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def start(self) -> object:
        """Its first day, or the date of the release that tells its beginning; ``None`` where nothing does."""
        return self.tenure.start if self.tenure else None

    @property
    def end(self) -> object:
        """Its last day, or the date of a release by which it is over; ``None`` where nothing does."""
        return (self.tenure.end or self.tenure.over_by) if self.tenure else None


def memberships_of(archive: Archive, statements: Statements, person: Entry) -> Iterator[Membership]:
    """Give the memberships of *person*: offices in order of time, other roles by their first mention, others."""
    told: set[Statement] = set()
    directorates: set[str | None] = set()
    for tenure in archive.tenures.by_person.get(person.id, ()):
        shown = tuple(statements.of_tenure(tenure))
        told.update(shown)
        directorates.add(tenure.directorate)
        roles = [statement.mention.role for statement in shown if statement.mention.role]
        yield Membership(person.id, tenure.directorate, roles[-1] if roles else None, tenure, shown)
    other: dict[tuple[str, str | None], list[Statement]] = {}
    for statement in statements.people[person.id]:
        if statement.mention.role and statement not in told:
            other.setdefault((statement.mention.role, statement.mention.directorate), []).append(statement)
    for (role, directorate), shown_by in other.items():
        directorates.add(directorate)
        yield Membership(person.id, directorate, role, statements=tuple(shown_by))
    for directorate in person.record.directorates if person.record else ():
        if directorate not in directorates:
            yield Membership(person.id, directorate)
