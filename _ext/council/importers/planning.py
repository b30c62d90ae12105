"""What an import would do, made whole before anything is written: what each release becomes, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal
from urllib.parse import urlsplit

from council.dialect.dialect_words import DialectWords
from council.dialect.front_matter import front_matter_of, read_front_matter
from council.importers.foreign_dates import Dating, FoundDate
from council.importers.incoming import IncomingRelease, LeftOut, of_another_day
from council.importers.release_names import distinct_names
from council.importers.release_pictures import Picture, Places, Refused, pictures_of
from council.importers.text_signs import TextSigns, read_signs
from council.importers.told import Told
from council.importers.trees import NOT_SHOWN, read_tree
from council.language.decoding import decode
from council.language.folding import words_of
from council.model.partial_dates import slug_date
from council.profile.loader import FILE as INSTITUTION
from council.profile.loader import load_lexicon

RELEASES = "sessions"
DRAFT = Told("a draft; DRAFTS=1 takes it")
NO_RELEASES = Told("no release in this folder")
IN_THE_WAY = Told("something that is no file stands in the place of the one to import; nothing was written there")
NO_WORDS = Told("its text has no words")
UNDATED = Told("no date anywhere; give date in the front matter")
_MARK = "\ufeff"

Fate = Literal["new", "unchanged", "kept", "replaced"]
Progress = Callable[[str, int], None]
"""Told the file that is read or written, and how many were before it."""


@dataclass(frozen=True, slots=True)
class PlannedRelease:
    """One release as it comes: the *content* of its file *target*, what is there, and its pictures.

    *title* and *date* are those that the archive will show.
    """

    release: IncomingRelease
    target: Path
    content: bytes
    fate: Fate
    title: str
    date: str
    pictures: tuple[Picture, ...]
    remarks: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its name in the archive."""
        return self.target.stem


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import takes from *origin*, what it leaves out, and the pictures that it refuses."""

    origin: Path
    places: Places
    releases: tuple[PlannedRelease, ...]
    left_out: tuple[LeftOut, ...]
    refused: tuple[Refused, ...]
    force: bool

    @property
    def decisions(self) -> Iterator[tuple[Path, str]]:
        """What the archivist may want to decide: drafts, dates, whatever was read in one of several ways."""
        yield from ((part.origin, part.reason) for part in self.left_out if part.reason == DRAFT)
        for planned in self.releases:
            yield from ((planned.release.origin, remark) for remark in planned.remarks)

    @property
    def wants_a_look(self) -> bool:
        """Whether anything is left out that somebody is likely to want."""
        unexpected = any(not part.expected for part in self.left_out)
        return bool(unexpected or self.refused or any(planned.fate == "kept" for planned in self.releases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How to import: overwrite what differs, take drafts, for an archive in *language*."""

    force: bool = False
    drafts: bool = False
    language: str


def plan_import(origin: Path, source: Path, wishes: Wishes, progress: Progress = lambda _file, _count: None) -> Plan:
    """Read the tree *origin*, and plan what comes of it into the archive at *source*; nothing is written."""
    tree, dating = _tree_of(origin.resolve()), Dating(wishes.language)
    incoming: list[IncomingRelease] = []
    left_out: list[LeftOut] = []
    for part in read_tree(tree, dating):
        progress(part.origin.name, len(incoming))
        if isinstance(part, LeftOut):
            left_out.append(part)
        elif part.status == "draft" and not wishes.drafts:
            left_out.append(LeftOut(part.origin, DRAFT, expected=True))
        else:
            incoming.append(part)
    if not incoming:
        left_out.append(LeftOut(tree, NO_RELEASES))
    planner = _Planner(Places(tree, source, source / RELEASES), dating, wishes, load_lexicon(wishes.language).dialect)
    return planner.plan(incoming, left_out, progress)


def _tree_of(origin: Path) -> Path:
    """Give the folder of *origin* that holds releases alone: an archive like this one has records beside them."""
    releases = origin / RELEASES
    return releases if (origin / INSTITUTION).is_file() and releases.is_dir() else origin


class _Planner:
    def __init__(self, places: Places, dating: Dating, wishes: Wishes, words: DialectWords) -> None:
        self._places = places
        self._dating = dating
        self._wishes = wishes
        self._words = words
        self._refused: dict[Refused, None] = {}

    def plan(self, incoming: list[IncomingRelease], left_out: list[LeftOut], progress: Progress) -> Plan:
        signs = [read_signs(release.text, release.slug, self._words) for release in incoming]
        dates = [self._date(release, told) for release, told in zip(incoming, signs, strict=True)]
        names = distinct_names(
            [self._wanted_name(release, date) for release, date in zip(incoming, dates, strict=True)]
        )
        planned: list[PlannedRelease] = []
        for release, told, date, name in zip(incoming, signs, dates, names, strict=True):
            progress(release.origin.name, len(planned))
            planned.append(self._planned(release, told, date, name))
        taken = {picture.file for part in planned for picture in part.pictures}
        taken |= {refused.file for refused in self._refused}
        shown = tuple(part for part in left_out if part.reason != NOT_SHOWN or part.origin not in taken)
        by_tree = {part.origin for part in shown if not part.expected}
        refused = tuple(part for part in self._refused if part.file not in by_tree)
        return Plan(self._places.tree, self._places, tuple(planned), shown, refused, self._wishes.force)

    def _path(self, release: IncomingRelease) -> PurePath:
        """Give the path of a release in its tree, as one that stands in no folder of its own."""
        folder = release.origin.relative_to(self._places.tree).parent
        return (folder.parent if folder.name == release.slug else folder) / release.slug

    def _date(self, release: IncomingRelease, signs: TextSigns) -> FoundDate:
        if len(release.date) > len("YYYY-MM"):
            return FoundDate(release.date, "front matter")
        found = self._date_of_text(release, signs)
        if not release.date or (len(found.value) > len(release.date) and found.value.startswith(release.date)):
            return found
        return FoundDate(release.date, "front matter")  # a month or a year that nothing tells better

    def _date_of_text(self, release: IncomingRelease, signs: TextSigns) -> FoundDate:
        path = self._path(release)
        found = self._dating.of_release(signs, release.title, path.with_name(f"{path.name}.md"))
        if found.place in {"text", "title"}:
            return found
        own = str(slug_date(release.slug) or self._dating.names.own_day(release.slug))
        if own and not found.value.startswith(own):
            return FoundDate(own, "name")
        address = "" if own else self._day_of_address(release)
        return FoundDate(address, "address") if address else found

    def _day_of_address(self, release: IncomingRelease) -> str:
        """Give the day that an address tells, as ``/2013/01/28/meeting/`` of Jekyll, Hexo and Zola does."""
        addresses = (release.published_at, *release.aliases, urlsplit(release.source_url).path)
        days = (self._dating.names.day_of(PurePath(address.strip("/"))) for address in addresses if address)
        return next(filter(None, days), "")

    def _wanted_name(self, release: IncomingRelease, date: FoundDate) -> tuple[str, PurePath]:
        """Give the name of a release, with those of its folders that date it, and the folders that tell it from others."""
        path = self._path(release)
        folders = path.parent.parts
        if date.place == "name" and not self._dating.names.own_date(f"{path.name}.md"):
            for depth in range(1, len(folders) + 1):
                name = "-".join((*folders[-depth:], path.name))
                if self._dating.names.own_date(f"{name}.md") == date.value:
                    return name, PurePath(*folders[:-depth])
        return path.name, path.parent

    def _planned(self, release: IncomingRelease, signs: TextSigns, date: FoundDate, name: str) -> PlannedRelease:
        target = self._places.releases / f"{name}.md"
        above = (
            release.titled_by == "front_matter" and signs.titled and words_of(signs.title) != words_of(release.title)
        )
        content = _content(release, _front_matter(release, above, date, name))
        pictures: list[Picture] = []
        for picture in pictures_of(release, name, signs.pictures, self._places):
            if isinstance(picture, Refused):
                self._refused[picture] = None
            else:
                pictures.append(picture)
        title = release.title if above or not signs.titled else signs.title
        remarks = list(dict.fromkeys([*release.remarks, *_remarks(date, release, name)]))
        if not (signs.lines or signs.headings):
            remarks.append(NO_WORDS)
        fate = self._fate(target, content)
        return PlannedRelease(
            release,
            target,
            content,
            fate,
            title or signs.title or name,
            date.value,
            tuple(dict.fromkeys(pictures)),
            tuple(remarks),
        )

    def _fate(self, target: Path, content: bytes) -> Fate:
        if target.is_symlink() or (target.exists() and not target.is_file()):
            self._refused[Refused(target, IN_THE_WAY)] = None
            return "kept"
        if not target.exists():
            return "new"
        if target.read_bytes() == content:
            return "unchanged"
        return "replaced" if self._wishes.force else "kept"


def _front_matter(release: IncomingRelease, above: bool, date: FoundDate, name: str) -> str:
    """Give the front matter that the release gets; its own stays as it is where nothing has to be added."""
    added: dict[str, object] = {}
    told_by_archive = date.place == "text" or date.value == slug_date(name)
    if date.value != release.date and (release.date or not told_by_archive):
        added["date"] = date.value
    if above:
        added["titled_by"] = release.titled_by
    if release.own_front_matter:
        own = read_front_matter(decode(release.own_front_matter.encode()))
        data = dict(own.data) if own else {}
        return release.own_front_matter if added.items() <= data.items() else front_matter_of(data | added)
    fields: dict[str, object] = {
        "title": release.title,
        "date": added.pop("date", release.date),
        "authors": list(release.authors),
        "description": release.description,
        "keywords": list(release.keywords),
        "categories": list(release.categories),
        "regions": list(release.regions),
        "published_at": _one_or_all([release.published_at, *release.aliases]),
        "source_url": release.source_url,
        **added,
        "source": dict(release.source),
    }
    return front_matter_of({key: value for key, value in fields.items() if value})


def _one_or_all(texts: list[str]) -> str | list[str]:
    """Give one text alone, several as a list."""
    given = [text for text in dict.fromkeys(texts) if text]
    return given[0] if len(given) == 1 else given


def _content(release: IncomingRelease, front_matter: str) -> bytes:
    """Give the file of a release: its text as it was written, below *front_matter*; a mark of encoding stays first."""
    mark = _MARK if release.text.startswith(_MARK) else ""
    return (mark + front_matter + release.text.removeprefix(_MARK)).encode("utf-8", "surrogateescape")


def _remarks(date: FoundDate, release: IncomingRelease, name: str) -> Iterator[str]:
    own = slug_date(name)
    if not date.value:
        yield UNDATED
    elif own and release.date and not date.value.startswith(own):
        yield of_another_day(date.value, own)
    elif date.place == "lines":
        yield Told("dated {date} by a line of its text", date=date.value)
