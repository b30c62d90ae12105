"""Where old addresses lead: those that releases and records say they had, each to the page of now.

An address that two claim goes to the first that does; none takes the place of a page or a file that is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from council.model.addresses import file_at
from council.model.authorities import FOLDERS, Records
from council.model.releases import Release


@dataclass(frozen=True, slots=True)
class Redirect:
    """An *address* on the host that leads to *page*; *file* is what answers there, from the root of the archive.

    *field* in the front matter of the page says so, by *value*.
    """

    address: str
    file: str
    page: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A *redirect* that cannot be, as its address is *taken_by* another page that claims it, or that is there."""

    redirect: Redirect
    taken_by: str

    @property
    def message(self) -> str:
        """What is wrong, and what to do."""
        redirect = self.redirect
        return f"{redirect.field}: {redirect.address} is the address of {self.taken_by} already; take it out here, or there"


def redirects_of(releases: Mapping[str, Release], records: Records, root: str = "") -> Iterator[Redirect]:
    """Give what *releases* and *records* claim, in order of their pages; *root* is the archive's place on its host."""
    for page, release in sorted(releases.items()):
        folder = PurePosixPath(page).parent
        for slug in release.previous_slugs:
            yield _within(root, f"{folder}/{slug}.html", page, "previous_slugs", slug)
        for address in release.published_at:
            below = address.removeprefix(root) if address.startswith(f"{root}/") else address
            yield Redirect(address, file_at(below), page, "published_at", address)
    for kind, of_kind in records.items():
        for record in of_kind.values():
            for id_ in record.previous_ids:
                yield _within(root, f"{FOLDERS[kind]}/{id_}.html", record.page, "previous_ids", id_)


def _within(root: str, file: str, page: str, field: str, value: str) -> Redirect:
    return Redirect(f"{root}/{file}", file, page, field, value)


def without_clashes(redirects: Iterable[Redirect], there: Mapping[str, str]) -> tuple[dict[str, Redirect], list[Clash]]:
    """Give the redirects that can be, by their files, and those that cannot.

    *there* are the files of the site, each with its page, else its path.  A file takes the addresses below it, too; a
    page that claims its own address has it.
    """
    taken, folders = dict(there), {parent for file in there for parent in folders_of(file)}
    sound: dict[str, Redirect] = {}
    clashes = []
    for redirect in redirects:
        holders = (taken.get(path) for path in (redirect.file, *folders_of(redirect.file)))
        holder = next(filter(None, holders), redirect.file if redirect.file in folders else None)
        if holder is None:
            taken[redirect.file] = redirect.page
            folders.update(folders_of(redirect.file))
            sound[redirect.file] = redirect
        elif holder != redirect.page:
            clashes.append(Clash(redirect, holder))
    return sound, clashes


def folders_of(file: str) -> list[str]:
    """Give the folders on the way to *file*, the root aside."""
    return [parent.as_posix() for parent in PurePosixPath(file).parents][:-1]
