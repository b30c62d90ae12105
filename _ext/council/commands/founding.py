"""``new-institution``: empty the archive of what is another institution's, and write its first files."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from extension_kit.whole_files import write_whole

from council.commands.messages import Translate
from council.founding.committed_files import CommittedFiles, NoHistoryError, committed_files
from council.founding.first_files import NewInstitution, first_files, starter_languages
from council.founding.holdings import Holdings, empty, holdings_of
from council.model.authorities import LONGEST_NAME
from council.model.source_files import shown_path


def institution_of(name: str, language: str, *, units: str, places: str, councils: str) -> NewInstitution:
    """Give the institution of the words that were written; of several names a semicolon stands between them."""
    return NewInstitution(_one_line(name), language, _names(units), _names(places), _names(councils))


def found_archive(source: Path, institution: NewInstitution, agreed: bool, _: Translate) -> int:
    """Tell what would go and what would come, and do it where that was *agreed* to."""
    if wrong := _wrong_with(institution, _):
        print(wrong, file=sys.stderr)
        return 2
    try:
        committed = committed_files(source)
    except NoHistoryError as error:
        print(
            _("git has no history of this archive, so that nothing could be got back: {reason}").format(reason=error),
            file=sys.stderr,
        )
        return 2
    files = first_files(institution)
    holdings = holdings_of(source, committed, files)
    if holdings.uncommitted:
        return _refuse(holdings, _)
    _tell(holdings, committed, files, _)
    if not agreed:
        print(_("Nothing has been done. Say YES=1 to do it."))
        return 2
    empty(source, holdings)
    for path, text in files.items():
        write_whole(source / path, text)
    if not institution.councils:
        print(_("No council is named: until institution.toml names it, no release counts as the report of a session."))
    print(_("Done. Now look through institution.toml, put releases into sessions/, and run: make html"))
    return 0


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_one_line, text.split(";")))))


def _wrong_with(institution: NewInstitution, _: Translate) -> str:
    """Tell what keeps the institution from having an archive; nothing where it can."""
    if not institution.name:
        return _('Say what the institution is called: make new-institution NAME="…"')
    for name in (institution.name, *institution.units, *institution.towns, *institution.councils):
        if not re.search(r"\w", name) or not name.isprintable() or len(name) > LONGEST_NAME:
            told = _("{name}: a name has letters, no signs that cannot be shown, and at most {count} characters")
            return told.format(name=shown_path(Path(name[:LONGEST_NAME])), count=LONGEST_NAME)
    if institution.language not in starter_languages():
        told = _("LANGUAGE={language}: no such language; there are {known}")
        return told.format(language=ascii(institution.language)[1:-1], known=", ".join(starter_languages()))
    return ""


def _refuse(holdings: Holdings, _: Translate) -> int:
    print(_("These files are not in git as they are, and would be lost or mixed with the new ones:"), file=sys.stderr)
    for path in holdings.uncommitted:
        print(f"  {shown_path(Path(path))}", file=sys.stderr)
    print(_("Commit them (git add, git commit) or move them away, then run this again."), file=sys.stderr)
    return 1


def _tell(holdings: Holdings, committed: CommittedFiles, files: dict[str, str], _: Translate) -> None:
    told = _("To be removed: releases: {releases}; records: {records}; pictures and other files of theirs: {others}")
    print(told.format(releases=holdings.releases, records=holdings.records, others=holdings.others))
    print(_("They stay in git, in the commit {revision}.").format(revision=committed.revision))
    print(_("To be written: {files}").format(files=", ".join(files)))
