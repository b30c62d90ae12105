"""Who sits on the council, as far as releases say so beside a name."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.archive import Archive
from council.extract.people.institution_roles import is_seat_in_council
from council.model.entries import Entry, Mention


@dataclass(frozen=True, slots=True)
class CouncilMember:
    """A person, and the mentions that say that they have a seat in the council, in order of date."""

    person: Entry
    seats: tuple[Mention, ...]


def council_members(archive: Archive) -> list[CouncilMember]:
    """Give those whom releases name as members of the council, by id; of a seat that is over, none is one."""
    members = (
        CouncilMember(person, tuple(mention for mention in person.mentions if _has_seat(mention, archive)))
        for _id, person in sorted(archive.people.items())
    )
    return [member for member in members if member.seats]


def _has_seat(mention: Mention, archive: Archive) -> bool:
    role = mention.role
    return bool(role) and is_seat_in_council(role or "", archive.profile, at_session=mention.session is not None)
