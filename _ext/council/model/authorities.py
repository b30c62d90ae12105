"""Authority records: the pages by which the archivist says what is one project, directorate or person.

A record is a Markdown file in ``directorates/``, ``projects/`` or ``people/``; its file name is its id for
good, its front matter the data, its body the history that the page tells.  The model is library authority
control: one preferred name, any number of variants, dates of validity, relations to other records.

=============== ====================================================================================
``name``        the preferred name; required
``aliases``     other names and acronyms, a list
``kind``        project: ``plan``, ``study``, ``event`` …; directorate: ``institute`` for the institute's
                own, ``municipal``, ``other``; person: ``official``, ``councillor``, ``other``
``parent``      id of the record of the same kind that this is a part of
``directorate`` project or person: id of a directorate, or a list of them
``preceded_by`` id of the record of the same kind that this one follows, or a list of them
``valid``       ``from`` and ``to``: dates, or years
``led_by``      directorate: a list of ``person`` (an id), ``from``, ``to``
``website``     a web address
``note``        a remark for the archivist's colleagues, shown at the end of the page
=============== ====================================================================================
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["project", "directorate", "person"]
KINDS: tuple[Kind, ...] = ("directorate", "project", "person")

FOLDERS: dict[Kind, str] = {"directorate": "directorates", "project": "projects", "person": "people"}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time; an end that is open is ``None``."""

    start: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, date: datetime.date) -> bool:
        """Whether *date* lies within."""
        return (self.start is None or self.start <= date) and (self.end is None or date <= self.end)


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who led a directorate, and when."""

    person: str
    span: Span = Span()


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority record; ids of other records are checked by :func:`~.authority_files.check_relations`."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    category: str = ""
    parent: str | None = None
    directorates: tuple[str, ...] = ()
    preceded_by: tuple[str, ...] = ()
    valid: Span = Span()
    led_by: tuple[Leadership, ...] = ()
    website: str = ""
    note: str = ""
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
