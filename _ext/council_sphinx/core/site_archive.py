"""The archive of a site: what its texts say, and which of the files that belong to them are there."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.authorities import Records
from council.model.releases import Release
from council.profile.profile import Profile


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that is there: its path from the project's folder, and its size in pixels, 0 by 0 where it tells none."""

    path: str
    width: float
    height: float


class SiteArchive(Archive):
    """An archive in a running build.

    *pictures* gives for each page the files of the pictures that it shows, by their source as written;
    *printed* tells which pages have a PDF by themselves.
    """

    def __init__(
        self,
        releases: Mapping[str, Release],
        profile: Profile,
        records: Records,
        pictures: Mapping[str, Mapping[str, PictureFile]],
        printed: Set[str],
    ) -> None:
        super().__init__(releases, profile, records)
        self.pictures = pictures
        self.printed = printed

    def lead_picture(self, page: str) -> PictureFile | None:
        """Give the file of the first picture of a release's story, if the release shows one that is there."""
        picture = self.releases[page].lead_picture
        return self.pictures.get(page, {}).get(picture.source) if picture else None
