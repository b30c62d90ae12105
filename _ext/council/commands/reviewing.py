"""``review``: tell what deserves a look; ``review --accept``: mark a record as reviewed."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from council.archive.accepting import AcceptError, accept, records_called
from council.archive.archive_reader import read_archive
from council.archive.review import TOPICS, Finding, review
from council.commands.messages import Translate
from council.commands.unread import tell_notes, tell_problems


def review_archive(source: Path, _: Translate) -> int:
    """Tell what could not be read, and the findings by topic."""
    reading = read_archive(source)
    unread = tell_problems(reading.problems)
    noted = tell_notes(reading)
    findings = review(reading.archive)
    for topic, of_topic in groupby(findings, key=lambda finding: finding.topic):
        print(f"\n{_(TOPICS[topic])}:")
        for finding in of_topic:
            print(f"  {_told(finding)}")
    if findings:
        print("\n" + _("Findings: {count}").format(count=len(findings)))
    elif not (unread or noted):
        print(_("Nothing wants a look."))
    return 1 if findings or unread or noted else 0


def accept_record(source: Path, id_: str, _: Translate) -> int:
    """Mark the record that *id_* names as reviewed."""
    called = records_called(source, id_)
    if not called:
        print(_("{id}: no record has this id; make review lists those that wait").format(id=id_), file=sys.stderr)
        return 2
    if len(called) > 1:
        pages = ", ".join(record.page for record in called)
        print(
            _("{id}: several records have this id; write one of {pages}").format(id=id_, pages=pages), file=sys.stderr
        )
        return 2
    (record,) = called
    if record.reviewed:
        print(_("{page}: is reviewed already").format(page=record.page))
        return 0
    try:
        accept(source, record)
    except AcceptError as error:
        print(error, file=sys.stderr)
        return 1
    print(_("{page}: reviewed").format(page=record.page))
    return 0


def _told(finding: Finding) -> str:
    return f"{finding.message}  [{', '.join(finding.pages)}]" if finding.pages else finding.message
