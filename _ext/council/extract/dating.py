"""When a release appeared: its front matter says, else its dateline, else its file name."""

from __future__ import annotations

from council.dialect.dateline import Dateline
from council.model.partial_dates import PartialDate, slug_date
from council.model.releases import Metadata


def release_date(metadata: Metadata, dateline: Dateline | None, slug: str) -> PartialDate | None:
    """Give the date of a release, from the first source that has one."""
    return metadata.date or (dateline.date if dateline else None) or slug_date(slug)
