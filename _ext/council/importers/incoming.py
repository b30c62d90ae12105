"""A release as somebody else's tree keeps it, read and not yet taken: what every shape of a tree gives.

The shapes (one a file here) read a tree and give :class:`IncomingRelease` and :class:`LeftOut`; what becomes of them
in ``sessions/`` is the same for all, and stands in :mod:`council.importers.planning` and :mod:`~council.importers.taking`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from council.importers.told import Told
from council.model.releases import TitledBy

Status = Literal["published", "draft"]
LINK = Told("this is a link; no link is followed, put the file itself there")
NO_FILE = Told("this is no file that can be read")
"""Why a file of any tree may be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRelease:
    """One release of a tree.

    *origin* is the file that holds its text, *slug* the name that its tree gives it, *text* its Markdown without
    front matter, written as it is: line ends, a mark of encoding, and bytes that are no UTF-8 (as ``surrogateescape``
    has them) stay.  *date* is ``YYYY-MM-DD``, ``YYYY-MM`` where no day is known, or empty.  *published_at* is the
    address at which it was published, as ``/sala-prensa/SLUG.html``, *aliases* are those before it, *source_url* is the
    whole one, where its host is known.  *titled_by* says whether its tree shows the *title* above the text's own
    headings.  *source* holds what the tree says of it and the archive has no place for.  *own_front_matter* is front
    matter in the archive's own form, which stays as it is written.

    *picture_folders* are those in which its pictures stand, by the path that its text gives them.  All pictures of the
    folders ``slug`` and ``""`` (pictures beside the text) come along, of the others those that the text shows.
    *picture* is the path of one that stands for the release and that its text need not show.  *remarks* are told to the
    archivist, as a date that is not the one of the name.
    """

    origin: Path
    slug: str
    text: str
    title: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    status: Status = "published"
    published_at: str = ""
    aliases: tuple[str, ...] = ()
    source_url: str = ""
    titled_by: TitledBy = "heading"
    source: Mapping[str, object] = field(default_factory=dict)
    own_front_matter: str = ""
    picture_folders: Mapping[str, Path] = field(default_factory=dict)
    picture: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a tree that is not taken, and why; *expected* where nobody would want it, as a licence."""

    origin: Path
    reason: str
    expected: bool = False


def of_another_day(date: str, day: str) -> Told:
    """Say that a release has a *date* of another day than its name, which tells *day*."""
    return Told("its date, {date}, is of another day than its name, {day}; the date is kept", date=date, day=day)
