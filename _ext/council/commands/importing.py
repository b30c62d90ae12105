"""``import``: take a folder of releases."""

from __future__ import annotations

import sys
from pathlib import Path

from council.commands.messages import Translate
from council.importers.folder import import_folder


def import_releases(source: Path, origin: Path, force: bool, _: Translate) -> int:
    """Import the releases of *origin*, and tell what became of them."""
    if not origin.is_dir():
        print(_("{folder}: no such folder; name it with FROM=DIR").format(folder=origin), file=sys.stderr)
        return 2
    if origin.resolve() == source.resolve():
        print(
            _("{folder}: this is the archive itself; name the folder to import with FROM=DIR").format(folder=origin),
            file=sys.stderr,
        )
        return 2
    summary = import_folder(origin, source, force=force)
    for name in summary.kept:
        told = _("{file}: kept, as it differs from the one to import; FORCE=1 overwrites it")
        print(told.format(file=name), file=sys.stderr)
    for problem in summary.problems:
        print(problem, file=sys.stderr)
    told = _("{imported} imported, {unchanged} unchanged, {kept} kept, {pictures} pictures, {problems} problems")
    print(
        told.format(
            imported=len(summary.imported),
            unchanged=len(summary.unchanged),
            kept=len(summary.kept),
            pictures=summary.pictures,
            problems=len(summary.problems),
        )
    )
    return 1 if summary.kept or summary.problems else 0
