"""``verify``: check a package, from wherever it is: each of its files that is missing, changed or added."""

from __future__ import annotations

import sys
from pathlib import Path

from council.commands.messages import Translate
from council.model.source_files import shown_path
from council.preservation.bag_checking import BagReport, BrokenBag, BrokenBagError, Fault, check_bag
from council.preservation.bag_format import OXUM


def _(message: str) -> str:
    """Mark a message for the catalogues; whoever shows it translates it."""
    return message


FAULTS = {
    Fault.MISSING: _("missing"),
    Fault.CHANGED: _("changed"),
    Fault.ADDED: _("added"),
    Fault.LINK: _("a link, or no file; it was not read"),
}
"""What is told of a file."""

BROKEN = {
    BrokenBag.NO_FOLDER: _("no such folder; name that of a package with PACKAGE=FOLDER"),
    BrokenBag.NO_DECLARATION: _("is not there, or does not say that this is a BagIt package"),
    BrokenBag.NO_ENCODING: _("is not in the encoding that bagit.txt names"),
    BrokenBag.NO_MANIFEST: _(
        "is not there, or of checksums that are not known: nothing tells what the files have to be"
    ),
    BrokenBag.NO_LINE: _("has no checksum and path, or another checksum of a path than before"),
    BrokenBag.LEAVES_BAG: _("names a path that leaves the package, or its data; nothing was read"),
}
"""Why a folder cannot be checked."""


def verify_package(folder: str, _: Translate) -> int:
    """Tell what is wrong with the package; 1 where anything is."""
    try:
        if not folder:
            raise BrokenBagError(BrokenBag.NO_FOLDER, "PACKAGE=")
        report = check_bag(Path(folder))
    except BrokenBagError as error:
        print(f"{shown_path(Path(error.place))}: {_(BROKEN[error.reason])}", file=sys.stderr)
        return 2 if error.reason is BrokenBag.NO_FOLDER else 1
    _tell(report, _)
    return 0 if report.is_whole else 1


def _tell(report: BagReport, _: Translate) -> None:
    for path, fault in report.faults:
        print(f"{shown_path(Path(path))}: {_(FAULTS[fault])}", file=sys.stderr)
    if report.oxum:
        told = _("bag-info.txt: {label} says {oxum}, and the files are others")
        print(told.format(label=OXUM, oxum=ascii(report.oxum)[1:-1]), file=sys.stderr)
    if report.is_whole:
        print(_("The package is whole: {count} files").format(count=report.files))
    else:
        print(_("Faults: {count}").format(count=len(report.faults) or 1))
    if report.checksum:
        print(_("Checksum: {checksum}").format(checksum=report.checksum))
