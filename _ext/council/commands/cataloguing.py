"""``catalogue``: file names without a record as new records."""

from __future__ import annotations

import sys
from pathlib import Path

from council.archive.archive_reader import read_archive
from council.archive.catalogue import file_candidates
from council.commands.messages import Translate
from council.commands.unread import tell_problems


def catalogue(source: Path, _: Translate) -> int:
    """File the candidates; none while a record cannot be read, as its names would be filed a second time."""
    reading = read_archive(source)
    if tell_problems(reading.problems):
        print(_("Nothing was filed: correct these files first, or their names would be filed twice."), file=sys.stderr)
        return 1
    filed = file_candidates(reading.archive, source)
    for record in filed:
        named = _("releases: {count}").format(count=record.releases)
        print(f"{record.file}  {record.name}  ({named})")
    print(_("Records filed: {count}").format(count=len(filed)) if filed else _("Every name has a record."))
    return 0
