"""The archive as it is published, and without all that only others read: settings of either, and what they differ by."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "_ext"))

from council.exports.all_exports import EXPORTS

OWN = ("json", "sqlite")
"""The exports that the archive's own commands read."""
PUBLISHED = ("-D", "html_baseurl=https://archivo.example/")
BARE = tuple(
    part
    for setting in (
        f"archive_without={','.join(export.name for export in EXPORTS if export.name not in OWN)}",
        *("archive_heads=0", "archive_share_cards=0", "archive_manifest=0"),
    )
    for part in ("-D", setting)
)
_WRITTEN = {
    "cards": "_images/card-*",
    "feeds": "feeds/**/*",
    "references": "citations/**/*",
    "files of data": "data/**/*",
}


def sizes_written(output: Path) -> dict[str, int]:
    """Give the bytes of each kind of file that a published archive has beside its pages."""
    return {
        kind: sum(file.stat().st_size for file in output.glob(pattern) if file.is_file())
        for kind, pattern in _WRITTEN.items()
    }


def processor_seconds() -> float:
    """Give the processor's time of all commands so far: unlike that of the clock, it adds up what processes share."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
