"""An archive as one package: where it stands, what it tells of itself, and its writing."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from council.archive.archive import Archive
from council.language.naming import slug_of
from council.model.partial_dates import PartialDate
from council.model.software import SOFTWARE, VERSION
from council.preservation.bag_writing import Stored, write_bag
from council.preservation.checksum_lists import SITE_MANIFEST
from council.preservation.package_contents import BOOK, SITE, SOURCES
from council.preservation.premis import Provenance, premis_record
from council.preservation.software_versions import software_versions

_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
PREMIS = "premis.xml"


class ChangedSiteError(Exception):
    """Files of the site are not those of its manifest any more: *paths*."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of the archive a package is: its *version*, and the *date* of that, where any is known."""

    version: str
    date: datetime.date | None


def is_version(text: str) -> bool:
    """Whether *text* can be a part of a folder's name on any system."""
    return bool(_VERSION.fullmatch(text))


def edition_of(archive: Archive, version: str) -> Edition:
    """Give the edition: dated by ``SOURCE_DATE_EPOCH``, else by the newest release, as the book is; never by the clock.

    Its *version* is the date of the newest release where none is given.
    """
    dates = [release.date for release in archive.releases.values() if release.date]
    newest = max(dates, key=lambda date: (date.last, date), default=None)
    return Edition(version or str(newest or ""), _set_date() or (newest.last if newest else None))


def _set_date() -> datetime.date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdecimal() else None


def package_name(archive: Archive, edition: Edition) -> str:
    """Give the name of the package's folder."""
    return "-".join(filter(None, [slug_of(archive.profile.institution.archive_title), edition.version]))


def write_package(
    target: Path,
    archive: Archive,
    edition: Edition,
    payload: Mapping[str, Path],
    site: Mapping[str, str],
    description: str,
) -> None:
    """Write the package *target* of the files of *payload*; *site* are the checksums in the manifest of the site.

    Raises :class:`ChangedSiteError` where the site is not as its manifest says, ``OSError`` where a file cannot be read
    or written; then nothing is left of it.
    """
    provenance = Provenance(archive, target.name, edition.date)

    def tag_files(stored: Stored) -> dict[str, bytes]:
        changed = [path for path, checksum in sorted(site.items()) if stored[f"{SITE}/{path}"].sha256 != checksum]
        if changed:
            raise ChangedSiteError(changed)
        return {PREMIS: premis_record(provenance, stored)}

    write_bag(target, payload, _information(archive, edition, target.name, description), tag_files)


def payload_of(
    sources: Mapping[str, Path], site: Path, listed: Mapping[str, str], book: Path | None
) -> dict[str, Path]:
    """Give the files of a package, by their path in it."""
    return {
        **{f"{SOURCES}/{path}": file for path, file in sources.items()},
        **{f"{SITE}/{path}": site / path for path in (*listed, SITE_MANIFEST)},
        **(
            {f"{BOOK}/{file.relative_to(book).as_posix()}": file for file in sorted(book.rglob("*.pdf"))}
            if book
            else {}
        ),
    }


def span_of(archive: Archive) -> tuple[PartialDate, PartialDate] | None:
    """Give the dates of the oldest and the newest release; ``None`` where no release has one."""
    dates = [release.date for release in archive.releases.values() if release.date]
    return (min(dates), max(dates)) if dates else None


def _information(archive: Archive, edition: Edition, name: str, description: str) -> dict[str, str]:
    institution = archive.profile.institution
    contact = institution.publication.contact
    versions = software_versions()
    others = "; ".join(f"{program} {version}" for program, version in versions.items() if program != SOFTWARE)
    return {
        "Source-Organization": institution.name,
        "Contact-Email" if "@" in contact and "/" not in contact else "Contact-Address": contact,
        "External-Description": description,
        "External-Identifier": name,
        "Bagging-Date": edition.date.isoformat() if edition.date else "",
        "Bag-Software-Agent": f"{SOFTWARE} {VERSION} ({others})",
    }
