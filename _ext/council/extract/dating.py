"""When a release appeared: its front matter says, else its dateline, else its file name."""

from __future__ import annotations

import re

from council.dialect.dateline import Dateline
from council.model.partial_dates import PartialDate
from council.model.releases import Metadata

_SLUG_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?!\d)")


def slug_date(slug: str) -> PartialDate | None:
    """Give the date that a file name begins with: ``2020-11-30-octava-sesion-consejo``, ``2014-01-actividades``.

    A year alone may be anything there: ``2040-vision-de-la-ciudad``.
    """
    match = _SLUG_DATE.match(slug)
    try:
        return PartialDate(match[0]) if match else None
    except ValueError:
        return None


def release_date(metadata: Metadata, dateline: Dateline | None, slug: str) -> PartialDate | None:
    """Give the date of a release, from the first source that has one."""
    return metadata.date or (dateline.date if dateline else None) or slug_date(slug)
