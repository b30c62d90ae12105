"""What a release says: plain, frozen data, made while it is read; everything else is computed from them.

Lines count from 1 in the file as the author sees it; *rule* names the rule of the extraction that gave a mention.
Identifiers of directorates, projects and people are those of the authority records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from council.model.addresses import Address, PageName
from council.model.fields import Date, Text, WebAddress
from council.model.figures import FigureMention
from council.model.partial_dates import PartialDate

Form = Literal["item", "prose"]
Standing = Literal["seen", "started", "ended", "over"]
"""How a release tells of somebody's office: held on its day, just begun, just ending, or over before that day."""
TitledBy = Literal["heading", "front_matter"]
"""Which title a page shows where its text has a heading as well as a title in its front matter."""


class Metadata(Struct, frozen=True, kw_only=True):
    """The front matter of a release, checked; what is absent is empty."""

    title: Annotated[Text, Meta(description="shown where the text has no heading, else told below it")] = ""
    date: Annotated[Date | None, Meta(description="else that of the dateline, else that of the file name")] = None
    authors: Annotated[tuple[Text, ...], Meta(description="who wrote it: a name, or a list")] = ()
    description: Annotated[Text, Meta(description="what it is about, in a sentence or two")] = ""
    keywords: Annotated[
        tuple[Text, ...], Meta(description="a list, or words between commas", extra={"separator": ","})
    ] = ()
    categories: Annotated[tuple[Text, ...], Meta(description="what it was filed under: a text, or a list")] = ()
    regions: Annotated[tuple[Text, ...], Meta(description="the regions that it is about: a text, or a list")] = ()
    source_url: Annotated[WebAddress, Meta(description="the official text, where the page is a summary")] = ""
    titled_by: Annotated[
        TitledBy,
        Meta(
            description="which title the page shows where the text has a heading, too; an import tells it",
            extra={"wanted": "heading or front_matter"},
        ),
    ] = "heading"
    published_at: Annotated[
        tuple[Address, ...], Meta(description="where it was before, on this host: an address, or a list")
    ] = ()
    previous_slugs: Annotated[
        tuple[PageName, ...], Meta(description="file names that it had before, without their ending, the oldest first")
    ] = ()
    source: Annotated[
        dict[str, Any], Meta(description="what an import found and has no place for", extra={"wanted": "mapping"})
    ] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the institute's council: the year, and its number or numbers in that year.

    Two are the same whichever rule gave them.
    """

    year: int
    numbers: tuple[int, ...] = ()
    extraordinary: bool = False
    rule: str = field(default="", compare=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The names that references use: ``2020-8``, ``2021-e1`` for an extraordinary one."""
        mark = "e" if self.extraordinary else ""
        return tuple(f"{self.year}-{mark}{number}" for number in self.numbers)


@dataclass(frozen=True, slots=True)
class DirectorateMention:
    """One of the institute's own directorates that a release names; *reports* when it tells its work."""

    directorate: str
    reports: bool
    line: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """An initiative that a release names: as a list item, or in running text (``prose``).

    *label* is the name alone, as written; *quotation* the item or sentence that names it, or where that is but the
    name or a headline, the next sentence that tells something of it; *parent* the label of the item that it is nested
    in; *section* the heading that it stands under, where that is not the name of a unit.
    """

    label: str
    form: Form
    line: int
    directorate: str | None = None
    parent: str | None = None
    quotation: str = ""
    rule: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class ExternalMention:
    """A directorate that is not the institute's own, as written."""

    name: str
    line: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a release, without titles; *role* as written.

    *standing* is given where the words around the name, not the role alone, say that they head *directorate*.
    """

    name: str
    role: str | None
    line: int
    directorate: str | None = None
    quotation: str = ""
    rule: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a release; *alt* is ``None`` where the release gives none."""

    source: str
    alt: str | None
    centered: bool
    line: int
    portrait: bool = False


@dataclass(frozen=True, slots=True)
class Release:
    """Everything the archive knows of one press release.

    *title* is as the source has it; *shown_title* what readers see where that is another: for a title in capitals a
    sentence, for a sentence that stands in for a title the name of the session or its first clause; *lead* is that
    sentence below the name of a session.
    *dateline_line* is 0 where an archivist gave the dateline.
    *alternative_title* is the one in its front matter, where its page shows another (Dublin Core: *alternative*).
    """

    slug: str
    title: str
    date: PartialDate | None
    shown_title: str = ""
    lead: str = ""
    alternative_title: str = ""
    dateline: PartialDate | None = None
    dateline_line: int = 0
    place: str = ""
    session: Session | None = None
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    source_url: str = ""
    published_at: tuple[str, ...] = ()
    previous_slugs: tuple[str, ...] = ()
    directorates: tuple[DirectorateMention, ...] = ()
    external: tuple[ExternalMention, ...] = ()
    projects: tuple[ProjectMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sha256: str = ""
    passages: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    """The text for the data file's search: each block with its line; left out of ``repr``, as *sha256* stands for it."""

    @property
    def display_title(self) -> str:
        """The title as pages and books show it: none in capitals throughout, none cut off within a phrase."""
        return self.shown_title or self.title

    @property
    def year(self) -> int | None:
        """The year of its date."""
        return self.date.year if self.date else None

    @property
    def lead_picture(self) -> Picture | None:
        """The first picture of its story, portraits of authors apart."""
        return next((picture for picture in self.pictures if not picture.portrait), None)
