"""Who led a directorate when: what its record says, else what the releases show, with the evidence."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from council.archive.archive import Archive
from council.language.folding import fold
from council.model.entries import Mention


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person at the head of a directorate: first and last date known, and the mentions that show it.

    *recorded* tells that the dates stand in the authority record, and so win over the releases.
    """

    person: str
    start: datetime.date | None
    end: datetime.date | None
    evidence: tuple[Mention, ...]
    recorded: bool = False


def tenures(archive: Archive, directorate: str) -> list[Tenure]:
    """Give those who led *directorate*, in order of time."""
    leads = re.compile(rf"\b{archive.profile.lexicon.people.leading.pattern}\b")
    shown: dict[str, list[Mention]] = {}
    for person, entry in archive.people.items():
        for mention in entry.mentions:
            if mention.directorate == directorate and mention.role and leads.search(fold(mention.role)):
                shown.setdefault(person, []).append(mention)
    record = archive.records["directorate"].get(directorate)
    found = []
    for leadership in record.led_by if record else ():
        evidence = tuple(shown.pop(leadership.person, ()))
        start = leadership.start or min((one.date for one in evidence if one.date), default=None)
        found.append(Tenure(leadership.person, start, leadership.end, evidence, recorded=True))
    for person, mentions in shown.items():
        dates = [mention.date for mention in mentions if mention.date]
        found.append(Tenure(person, min(dates, default=None), max(dates, default=None), tuple(mentions)))
    return sorted(found, key=lambda tenure: (tenure.start or datetime.date.max, tenure.person))
