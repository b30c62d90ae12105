"""When a release appeared: its front matter says, else its dateline, else its file name."""

from __future__ import annotations

import datetime
import re

from council.dialect.dateline import Dateline
from council.model.releases import Metadata

_SLUG_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")


def slug_date(slug: str) -> datetime.date | None:
    """Give the date that a file name such as ``2020-11-30-octava-sesion-consejo`` begins with."""
    match = _SLUG_DATE.match(slug)
    if match is None:
        return None
    try:
        return datetime.date(*map(int, match.groups()))
    except ValueError:
        return None


def release_date(metadata: Metadata, dateline: Dateline | None, slug: str) -> datetime.date | None:
    """Give the date of a release, from the first source that has one."""
    return metadata.date or (dateline.date if dateline else None) or slug_date(slug)
