"""The archive of a site: what its texts say, and which of the files that belong to them are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from council.archive.archive import Archive
from council.model.authorities import Records
from council.model.releases import Release
from council.profile.profile import Profile


class SiteArchive(Archive):
    """An archive in a running build.

    *missing_pictures* tells which files a page waits for, *printed* which pages have a PDF by themselves.
    """

    def __init__(
        self,
        releases: Mapping[str, Release],
        profile: Profile,
        records: Records,
        missing_pictures: Mapping[str, Sequence[str]],
        printed: Set[str],
    ) -> None:
        super().__init__(releases, profile, records)
        self.missing_pictures = missing_pictures
        self.printed = printed
