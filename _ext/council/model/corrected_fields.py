"""What an archivist corrects in the reading of a release: the fields of ``sessions/SLUG.corrections.yml``.

Each list corrects the mentions of a kind; an item adds one, removes one, or corrects fields of one.  An empty text
(``role: ""``) says that there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, field
from msgspec.structs import fields

from council.model.fields import ID, Date, Flag, Id, Line, Text
from council.model.releases import Form, Session

_AnyText = Annotated[str, Meta(extra={"wanted": "text"})]
_AnyId = Annotated[str, Meta(pattern=rf"^$|{ID}", extra={"wanted": "id of a record"})]
_Form = Annotated[Form, Meta(extra={"wanted": "form; write item or prose"})]

ACTIONS = ("add", "remove", "correct")


class MentionCorrection(Struct, frozen=True, kw_only=True):
    """What is to be done with one mention: exactly one of *add*, *remove* and *correct* has its name.

    Raises ``ValueError`` where the fields do not go together.
    """

    named_by: ClassVar[str] = "name"
    """The field of a mention that is its name."""
    add: Text | None = None
    remove: Text | None = None
    correct: Text | None = None
    line: Annotated[Line | None, Meta(description="the line of the release; else where the name stands first")] = None

    def __post_init__(self) -> None:
        if sum(getattr(self, action) is not None for action in ACTIONS) != 1:
            raise ValueError("write exactly one of 'add', 'remove' and 'correct', with the name of the mention")
        if self.action == "remove" and self.changes:
            raise ValueError("nothing else stands beside 'remove'")
        if self.action == "correct" and not self.changes:
            raise ValueError("write beside 'correct' what is to be another: a name, a field")
        if self.action == "add" and self.named_by in self.changes:
            raise ValueError("the name of a new mention stands behind 'add'")

    @property
    def action(self) -> str:
        """One of :data:`ACTIONS`."""
        return next(action for action in ACTIONS if getattr(self, action) is not None)

    @property
    def name(self) -> str:
        """The name of the mention."""
        return str(getattr(self, self.action))

    @property
    def changes(self) -> dict[str, object]:
        """The fields of the mention that are given, and their values; ``None`` for an empty text."""
        given = {info.name: getattr(self, info.name) for info in fields(self) if info.name not in ACTIONS}
        given[self.named_by] = given.pop("new_name", None)
        return {key: value if value != "" else None for key, value in given.items() if value is not None}


class ExternalCorrection(MentionCorrection, frozen=True):
    """A directorate that is not the institution's own."""

    new_name: Annotated[Text | None, Meta(description="what it is to be called")] = field(default=None, name="name")


class ProjectCorrection(ExternalCorrection, frozen=True):
    """A project."""

    named_by = "label"
    form: _Form | None = None
    directorate: _AnyId | None = None


class PersonCorrection(ExternalCorrection, frozen=True):
    """A person."""

    role: _AnyText | None = None
    directorate: _AnyId | None = None


class DirectorateCorrection(MentionCorrection, frozen=True):
    """One of the institution's own directorates, named by its id."""

    named_by = "directorate"
    add: Id | None = None
    reports: Annotated[Flag | None, Meta(description="whether the release tells its work")] = None


LISTS: Mapping[str, type[MentionCorrection]] = {
    "directorates": DirectorateCorrection,
    "external": ExternalCorrection,
    "projects": ProjectCorrection,
    "people": PersonCorrection,
}
"""The lists of a file of corrections: each has the name of the field of a release that it corrects."""


class SessionCorrection(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The session that a release reports; none where it has no year."""

    year: int | None = None
    numbers: tuple[Annotated[int, Meta(ge=1)], ...] = ()
    extraordinary: bool = False

    @property
    def session(self) -> Session | None:
        """The session as releases have it."""
        return Session(self.year, self.numbers, self.extraordinary) if self.year is not None else None


_Session = Annotated[
    SessionCorrection,
    Meta(extra={"wanted": "session; write {year: 2020, numbers: [8]}, or {} where the release reports none"}),
]


class ReleaseFacts(Struct, frozen=True, kw_only=True):
    """What is corrected of a release as a whole."""

    session: _Session | None = None
    dateline: Annotated[Date | None, Meta(description="the date of the place-and-date line")] = None


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction in one of :data:`LISTS`, and the line of the file on which it begins."""

    list: str
    line: int
    correction: MentionCorrection
