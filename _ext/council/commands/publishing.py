"""``check-addresses``: whether all that was published leads somewhere; ``publish-addresses``: add what is new."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from council.archive.built_pages import BuiltPages
from council.archive.published_addresses import FILE, read_addresses, write_addresses
from council.commands.messages import Translate
from council.model.authorities import FOLDERS

_OF_SITE = Path("data") / FILE


def check_addresses(source: Path, built: Path, _: Translate) -> int:
    """Tell each published address that leads nowhere in the site *built*, and what gives it back."""
    site, published = _site(built, _), _published(source, _)
    if site is None or published is None:
        return 2
    pages = BuiltPages(built)
    missing = {address: what for address in sorted(published) if (what := pages.missing(address))}
    for told in dict.fromkeys(_advice(address, what, _) for address, what in missing.items()):
        print(f"{FILE}: {told}", file=sys.stderr)
    told = _("Addresses published: {count}; leading nowhere: {dead}; not published yet: {new}")
    print(told.format(count=len(published), dead=len(missing), new=len(site - published)))
    return 1 if missing else 0


def publish_addresses(source: Path, built: Path, _: Translate) -> int:
    """Add the addresses of the site *built* to the published ones."""
    site = _site(built, _)
    if site is None:
        return 2
    file = source / FILE
    published = read_addresses(file) or set()
    write_addresses(file, published | site)
    told = _("Addresses published: {count}; of these new: {new}")
    print(told.format(count=len(published | site), new=len(site - published)))
    return 0


def _site(built: Path, _: Translate) -> set[str] | None:
    return _listed(built / _OF_SITE, _("{file} is not there; build the archive first: make html"))


def _published(source: Path, _: Translate) -> set[str] | None:
    return _listed(source / FILE, _("{file} is not there; write it with: make publish-addresses"))


def _listed(file: Path, absent: str) -> set[str] | None:
    """Give the addresses in *file*; where it is not there, tell so."""
    addresses = read_addresses(file)
    if addresses is None:
        print(absent.format(file=file), file=sys.stderr)
    return addresses


def _advice(address: str, missing: str, _: Translate) -> str:
    """Give *address*, or that of its page where that is *missing*, and what brings it back."""
    if missing == "place":
        told = _("the page has no such place; a correction of the release that adds the name gives it back")
        return f"{address}: {told}"
    address = address.partition("#")[0]
    page = PurePosixPath(unquote(address))
    folder = next(iter(page.parts), "")
    if folder in FOLDERS.values():
        told = _("there is no page; add to the record that it is now: previous_ids: [{name}]")
    elif folder == "sessions":
        told = _("there is no page; add to the release that it is now: previous_slugs: [{name}]")
    else:
        told = _("there is no page; add to the release that stands for it: published_at: [/{page}]")
    return f"{address}: {told.format(name=page.stem, page=page)}"
