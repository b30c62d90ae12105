"""``package``: put the archive, all that it is made from and all that was made of it, into one package."""

from __future__ import annotations

import sys
from pathlib import Path

from council.archive.archive import Archive
from council.archive.archive_reader import read_archive
from council.commands.messages import Translate
from council.commands.unread import tell_problems
from council.model.source_files import shown_path
from council.preservation.bag_checking import BagReport, BrokenBagError, check_bag
from council.preservation.checksum_lists import SITE_MANIFEST
from council.preservation.package import (
    ChangedSiteError,
    edition_of,
    is_version,
    package_name,
    payload_of,
    span_of,
    write_package,
)
from council.preservation.package_contents import project_files, site_checksums, unwritable_names


def package_archive(source: Path, output: Path, version: str, book: Path | None, _: Translate) -> int:
    """Write the package below *output*, the folder of all that is built, with the PDF files of *book*."""
    if version and not is_version(version):
        told = _("VERSION={version}: a version has letters, digits, dots and hyphens, as in 2026.1")
        print(told.format(version=ascii(version)[1:-1]), file=sys.stderr)
        return 2
    site = output / "html"
    try:
        listed = site_checksums(site)
    except (OSError, ValueError):
        told = _("{file} is not there, or no list of checksums; build the archive first: make html")
        print(told.format(file=site / SITE_MANIFEST), file=sys.stderr)
        return 2
    project = project_files(source, [output, source / "_build"])
    payload = payload_of(project.files, site, listed, book)
    if wrong := unwritable_names(payload):
        _name(wrong, _("These names cannot be told in a package; rename the files, then run this again:"))
        return 1
    reading = read_archive(source)
    unread = tell_problems(reading.problems)
    edition = edition_of(reading.archive, version)
    target = output / "package" / package_name(reading.archive, edition)
    if not _may_replace(target):
        told = _("{folder}: is there, and no package that is whole; move it away, then run this again")
        print(told.format(folder=target), file=sys.stderr)
        return 1
    try:
        write_package(target, reading.archive, edition, payload, listed, _description(reading.archive, _))
    except ChangedSiteError as error:
        _name(error.paths, _("These pages are not as they were built; build the archive again: make html"))
        return 1
    _tell(target, check_bag(target), _)
    if project.links:
        _name(project.links, _("Left out, as they are links, or no files:"))
    return 1 if unread or project.links else 0


def _may_replace(target: Path) -> bool:
    """Whether nothing is lost where a package takes the place of *target*."""
    if not target.exists() and not target.is_symlink():
        return True
    try:
        return not target.is_symlink() and check_bag(target).is_whole
    except BrokenBagError:
        return False


def _description(archive: Archive, _: Translate) -> str:
    told = {"title": archive.profile.institution.archive_title, "count": len(archive.releases)}
    if span := span_of(archive):
        dated = _("{title}: {count} releases, {first} to {last}; sources, records, pictures, site, data")
        return dated.format(**told, first=span[0], last=span[1])
    return _("{title}: {count} releases; sources, records, pictures, site, data").format(**told)


def _tell(target: Path, report: BagReport, _: Translate) -> None:
    print(_("{folder}: {count} files").format(folder=target, count=report.files))
    print(_("Keep this checksum elsewhere; it stands for all of them: {checksum}").format(checksum=report.checksum))


def _name(paths: list[str] | tuple[str, ...], reason: str) -> None:
    print(reason, file=sys.stderr)
    for path in paths:
        print(f"  {shown_path(Path(path))}", file=sys.stderr)
