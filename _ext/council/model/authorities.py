"""Authority records: the pages by which the archivist says what is one project, directorate or person.

A record is a Markdown file in ``directorates/``, ``projects/`` or ``people/``; its file name is its id for
good, its front matter the data, its body the history that the page tells.  The model is library authority
control: one preferred name, any number of variants, dates of validity, relations to other records.
Its fields, and what each of them says, are declared by :class:`RecordFields`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from council.model.fields import Date, Flag, Id, Text, WebAddress
from council.model.partial_dates import PartialDate

Kind = Literal["project", "directorate", "person"]
KINDS: tuple[Kind, ...] = ("directorate", "project", "person")

FOLDERS: dict[Kind, str] = {"directorate": "directorates", "project": "projects", "person": "people"}


OWN = "institute"
"""The category of a directorate's record that is a unit of the institution."""

LONGEST_NAME = 300
"""Characters of a name; a longer one is a sentence, and names are compared word by word."""

Name = Annotated[
    str, Meta(min_length=1, max_length=LONGEST_NAME, extra={"wanted": f"name of 1 to {LONGEST_NAME} characters"})
]


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of time; an end that is open is ``None``."""

    start: Date | None = field(default=None, name="from")
    end: Date | None = field(default=None, name="to")

    def __post_init__(self) -> None:
        if self.start and self.end and self.end.last < self.start.first:
            raise ValueError("it ends before it begins")

    def holds(self, date: PartialDate) -> bool:
        """Whether *date* lies within, or can."""
        begun = self.start is None or self.start.first <= date.last
        return begun and (self.end is None or date.first <= self.end.last)


class Leadership(Span, frozen=True):
    """Who led a directorate, and when."""

    person: Id


_Period = Annotated[Span, Meta(extra={"wanted": "mapping of 'from' and 'to' to dates, year-months or years"})]
_Leader = Annotated[Leadership, Meta(extra={"wanted": "mapping of 'person', 'from' and 'to'"})]


class RecordFields(Struct, frozen=True, kw_only=True):
    """The front matter of an authority record: the one declaration that reading, checking and errors follow."""

    name: Annotated[Name, Meta(description="the preferred name; required")]
    aliases: Annotated[tuple[Name, ...], Meta(description="other names and acronyms")] = ()
    category: Annotated[
        Text,
        Meta(
            description="project: plan, study, event …; directorate: institute for the institute's own, municipal, "
            "other; person: official, councillor, other"
        ),
    ] = field(default="", name="kind")
    parent: Annotated[Id | None, Meta(description="id of the record of the same kind that this is a part of")] = None
    directorates: Annotated[tuple[Id, ...], Meta(description="project or person: ids of directorates")] = field(
        default=(), name="directorate"
    )
    preceded_by: Annotated[
        tuple[Id, ...], Meta(description="ids of the records of the same kind that this one follows")
    ] = ()
    previous_ids: Annotated[
        tuple[Id, ...], Meta(description="ids that it had before, and those of records that are merged with it")
    ] = ()
    valid: Annotated[_Period, Meta(description="when it was so called, or at work")] = Span()
    led_by: Annotated[tuple[_Leader, ...], Meta(description="directorate: who led it, and when")] = ()
    website: Annotated[WebAddress, Meta(description="its page")] = ""
    note: Annotated[Text, Meta(description="a remark for the archivist's colleagues, shown at the end of the page")] = (
        ""
    )
    reviewed: Annotated[
        Flag,
        Meta(description="project or person: false until somebody has looked at a record that was filed by itself"),
    ] = True
    """The names of a record that nobody reviewed are not looked for in the prose of releases."""


class Authority(RecordFields, frozen=True, kw_only=True):
    """One authority record; ids of other records are checked by :func:`council.authority.files.load_authorities`."""

    id: str
    kind: Kind = field(name="type")
    has_history: bool = False
    """Whether the archivist tells anything below the front matter."""

    @property
    def page(self) -> str:
        """The document of the record."""
        return f"{FOLDERS[self.kind]}/{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """The preferred name and its variants."""
        return (self.name, *self.aliases)


Records = Mapping[Kind, Mapping[str, Authority]]


def ids_given(records: Mapping[str, Authority]) -> set[str]:
    """Give every id that *records* of one kind have or had: none is given again."""
    return {id_ for record in records.values() for id_ in (record.id, *record.previous_ids)}
