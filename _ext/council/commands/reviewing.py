"""``review``: tell what deserves a look."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

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


def _told(finding: Finding) -> str:
    return f"{finding.message}  [{', '.join(finding.pages)}]" if finding.pages else finding.message
