"""The archivist's commands, ``python -m council COMMAND``: ``make`` calls them.

They speak the language that ``institution.toml`` names.  Exit status:

= ======================================================================================================================
0 all is well
1 something wants a look: a finding, a file that could not be read or was kept, a dead address, a search without a hit
2 wrong use: an unknown option or id, a folder or file that is not there
= ======================================================================================================================
"""

from __future__ import annotations

if __name__ == "__main__":
    from extension_kit.console import behave

    behave()

import argparse
import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from extension_kit.turns import Turn

from council.commands.cataloguing import catalogue
from council.commands.founding import found_archive, institution_of
from council.commands.importing import ImportOptions, import_releases
from council.commands.measuring import measure
from council.commands.messages import Translate, translator
from council.commands.packaging import package_archive
from council.commands.publishing import check_addresses, publish_addresses
from council.commands.reviewing import accept_record, review_archive
from council.commands.searching import search_releases
from council.commands.verifying import verify_package
from council.profile.loader import ProfileError, load_profile

_INTERRUPTED = 130
"""The status by which shells know that a command was stopped with Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; a reader that goes away, and Ctrl-C, end it in silence."""
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        print(f"{error.filename}: {error.strerror}" if error.filename else error, file=sys.stderr)
        return 1
    return status


def _run(arguments: Sequence[str] | None) -> int:
    general = argparse.ArgumentParser(add_help=False)
    general.add_argument("--source", type=Path, default=Path())
    source = general.parse_known_args(arguments)[0].source
    try:
        language = load_profile(source).institution.language
    except ProfileError as error:
        print(error, file=sys.stderr)
        return 1
    _ = translator(language)
    options = _parser(_, language).parse_args(arguments)
    if options.command == "search":
        return search_releases(source / options.database, options.query, options.year, _)
    if options.command == "check-addresses":
        return check_addresses(source, source / options.built, _)
    if options.command == "verify":
        return verify_package(options.package, _)
    if options.command == "review" and options.accept is None:
        return _review(source, options, _)
    waiting = _("Another command works on this archive; waiting for its end.")
    with Turn(source, lambda: print(waiting, file=sys.stderr)):
        return _change(source, options, language, _)


def _change(source: Path, options: argparse.Namespace, language: str, _: Translate) -> int:
    """Run a command that writes."""
    if options.command == "catalogue":
        return catalogue(source, _)
    if options.command == "publish-addresses":
        return publish_addresses(source, source / options.built, _)
    if options.command == "review":
        return accept_record(source, options.accept, _)
    if options.command == "new-institution":
        institution = institution_of(
            options.name, options.language, units=options.units, places=options.place, councils=options.council
        )
        return found_archive(source, institution, options.yes, translator(options.language))
    if options.command == "package":
        return package_archive(source, source / options.built, options.version, options.book, _)
    wishes = ImportOptions(dry=options.dry, force=options.force, drafts=options.drafts)
    return import_releases(source, options.origin, wishes, language, _)


def _review(source: Path, options: argparse.Namespace, _: Translate) -> int:
    if options.rules or options.halves:
        return measure(source, source / options.gold, options.halves, _)
    return review_archive(source, _)


def _parser(_: Translate, language: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="council", description=_("The archivist's commands"))
    parser.add_argument("--source", type=Path, default=Path(), help=_("the folder with conf.py (default: this one)"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("catalogue", help=_("file names without a record as new records"))
    reviewing = commands.add_parser("review", help=_("tell what deserves a look"))
    reviewing.add_argument("--accept", metavar="ID", help=_("mark the record of this id as reviewed"))
    reviewing.add_argument("--rules", action="store_true", help=_("tell how often each rule is right, by your answers"))
    reviewing.add_argument("--halves", action="store_true", help=_("the same for each half of the answers, by date"))
    reviewing.add_argument("--gold", type=Path, default=Path("gold"), help=_("the folder of the answers"))
    importing = commands.add_parser(
        "import", help=_("take the releases of a folder, and of those in it, into sessions/")
    )
    importing.add_argument("origin", type=Path)
    importing.add_argument("--dry", action="store_true", help=_("tell what would come, and write nothing"))
    importing.add_argument("--force", action="store_true", help=_("overwrite files that differ"))
    importing.add_argument("--drafts", action="store_true", help=_("take drafts, too"))
    for name, told in (
        ("check-addresses", _("tell which published addresses lead nowhere")),
        ("publish-addresses", _("add the addresses of the built archive to addresses.txt")),
    ):
        commands.add_parser(name, help=told).add_argument("--built", type=Path, default=Path("_build/html"))
    packaging = commands.add_parser("package", help=_("put the archive and all that was made of it into one package"))
    packaging.add_argument("--version", default="", help=_("of the package (default: the date of the newest release)"))
    packaging.add_argument("--book", type=Path, help=_("the folder of the printed archive"))
    packaging.add_argument("--built", type=Path, default=Path("_build"), help=_("the folder of all that is built"))
    verifying = commands.add_parser("verify", help=_("check a package"))
    verifying.add_argument("package")
    _add_founding(
        commands.add_parser("new-institution", help=_("begin the archive of another institution")), _, language
    )
    searching = commands.add_parser("search", help=_("search the releases of the built archive"))
    searching.add_argument("query")
    searching.add_argument("--year", type=partial(_year, _))
    searching.add_argument("--database", type=Path, default=Path("_build/html/data/archive.sqlite"))
    return parser


def _add_founding(founding: argparse.ArgumentParser, _: Translate, language: str) -> None:
    founding.add_argument("--name", default="", help=_("what the institution is called"))
    founding.add_argument("--language", default=language, help=_("the language of its releases and pages"))
    founding.add_argument("--units", default="", help=_("the names of its units, with semicolons between them"))
    founding.add_argument("--council", default="", help=_("the body whose sessions are reported"))
    founding.add_argument("--place", default="", help=_("its town, or several with semicolons between them"))
    founding.add_argument("--yes", action="store_true", help=_("do it; otherwise it is only told"))


def _year(_: Translate, text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text):
        raise argparse.ArgumentTypeError(_("{text} is no year; write four digits").format(text=text))
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
