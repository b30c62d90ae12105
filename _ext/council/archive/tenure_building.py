"""Who led the institution and its directorates when: what a record says, else what the releases show, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from council.extract.people.institution_roles import institution_standing
from council.extract.people.standing import role_standing
from council.language.folding import words_of
from council.model.authorities import Authority, Leadership
from council.model.entries import Entry, Mention
from council.model.partial_dates import PartialDate
from council.model.tenures import Evidence, Tenure
from council.profile.profile import Profile


class Tenures:
    """The tenures that *people* have by their mentions, or *directorates* by their records."""

    def __init__(self, people: Mapping[str, Entry], directorates: Mapping[str, Authority], profile: Profile) -> None:
        self._people = people
        self._directorates = directorates
        self._profile = profile

    @cached_property
    def by_directorate(self) -> dict[str, tuple[Tenure, ...]]:
        """The tenures of each directorate that has any, in order of time."""
        shown = self._evidence()
        led = {id_: record.led_by for id_, record in self._directorates.items()}
        ids = sorted({*shown, *(id_ for id_, leaders in led.items() if leaders)})
        return {id_: tuple(_tenures_of(id_, led.get(id_, ()), shown.get(id_, {}))) for id_ in ids}

    @cached_property
    def by_person(self) -> dict[str, tuple[Tenure, ...]]:
        """The tenures of each person who has any, in order of time."""
        tenures: dict[str, list[Tenure]] = {}
        for tenure in sorted(
            (tenure for of_one in self.by_directorate.values() for tenure in of_one), key=lambda tenure: tenure.order
        ):
            tenures.setdefault(tenure.person, []).append(tenure)
        return {person: tuple(of_one) for person, of_one in tenures.items()}

    @cached_property
    def of_institution(self) -> tuple[Tenure, ...]:
        """The tenures at the head of the institution itself, in order of time; it has no record of its own.

        Somebody who is but told to have headed it once is none that a release shows in office.
        """
        tenures = [
            _from_evidence(person, "", stretch)
            for person, entry in self._people.items()
            if self._is_somebody(entry)
            for stretch in _stretches(self._at_the_head(entry))
        ]
        return tuple(sorted((tenure for tenure in tenures if tenure.held), key=lambda tenure: tenure.order))

    def _at_the_head(self, entry: Entry) -> list[Evidence]:
        """Give what the roles of a person show of the office at the head of the institution."""
        told = (
            (institution_standing(mention.role, self._profile), mention) for mention in entry.mentions if mention.role
        )
        return [Evidence(kind, mention) for kind, mention in told if kind]

    def _evidence(self) -> dict[str, dict[str, list[Evidence]]]:
        """Give the evidence of each directorate, by person, in order of date."""
        shown: dict[str, dict[str, list[Evidence]]] = {}
        for person, entry in self._people.items():
            for mention in entry.mentions if self._is_somebody(entry) else ():
                evidence = self._shown_by(mention)
                if mention.directorate and evidence:
                    shown.setdefault(mention.directorate, {}).setdefault(person, []).append(evidence)
        return shown

    def _shown_by(self, mention: Mention) -> Evidence | None:
        """Give what *mention* shows of an office: what the text around the name says, else the role."""
        kind = mention.standing
        if kind is None and mention.role and mention.directorate:
            record = self._directorates.get(mention.directorate)
            kind = role_standing(mention.role, record.names if record else (), self._profile)
        return Evidence(kind, mention) if kind else None

    def _is_somebody(self, entry: Entry) -> bool:
        """Whether an entry heads offices: it has a record, or more to its name than common words, as a topic has not."""
        names = self._profile.given_names
        return entry.record is not None or any(
            names.begin(label) or not all(map(names.is_common, words_of(label))) for label in entry.labels
        )


def _tenures_of(
    directorate: str, led_by: Sequence[Leadership], shown: Mapping[str, Sequence[Evidence]]
) -> list[Tenure]:
    """Give the tenures of one directorate: for a person in *led_by*, the dates of the record are the only ones."""
    tenures: list[Tenure] = []
    for person in dict.fromkeys([leadership.person for leadership in led_by] + list(shown)):
        spans = [leadership for leadership in led_by if leadership.person == person]
        evidence = shown.get(person, ())
        if spans:
            tenures += _recorded(directorate, spans, evidence)
        else:
            tenures += [_from_evidence(person, directorate, stretch) for stretch in _stretches(evidence)]
    return sorted(tenures, key=lambda tenure: tenure.order)


def _recorded(directorate: str, spans: Sequence[Leadership], evidence: Sequence[Evidence]) -> Iterator[Tenure]:
    """Give the tenures of a person that the record has, each with the evidence that agrees with it.

    Evidence that agrees with none of them contradicts the first.
    """
    agreeing: list[list[Evidence]] = [[] for _span in spans]
    contradicting: list[Evidence] = []
    for shown in evidence:
        place = next((place for place, span in enumerate(spans) if _agrees(shown, span)), None)
        (contradicting if place is None else agreeing[place]).append(shown)
    for place, span in enumerate(spans):
        tenure = Tenure(span.person, directorate, span.start, span.end, recorded=True)
        yield replace(
            tenure,
            seen=_days(agreeing[place], "seen"),
            evidence=tuple(agreeing[place]),
            contradictions=() if place else tuple(contradicting),
        )


def _agrees(evidence: Evidence, span: Leadership) -> bool:
    """Whether a release may say so of an office of *span*; a bound may be known but by its year."""
    date = evidence.date
    if date is None or (span.start is None and span.end is None):
        return True
    if evidence.kind in ("ended", "over"):
        return span.end is not None and span.end.year <= date.year
    begins = evidence.kind == "started" and span.start is not None and span.start.year == date.year
    return begins or span.holds(date)


def _stretches(evidence: Sequence[Evidence]) -> Iterator[list[Evidence]]:
    """Part the evidence of one person where an office that ended is held again."""
    stretch: list[Evidence] = []
    for shown in evidence:
        resumed = shown.date is not None and shown.kind in ("seen", "started")
        if resumed and stretch and stretch[-1].kind in ("ended", "over") and not _may_precede(shown, stretch[-1]):
            yield stretch
            stretch = []
        stretch.append(shown)
    if stretch:
        yield stretch


def _may_precede(shown: Evidence, before: Evidence) -> bool:
    """Whether *shown* may be the earlier, as *before* stands first because but its month or year is known."""
    return bool(shown.date and before.date and shown.date.is_part_of(before.date))


def _from_evidence(person: str, directorate: str, evidence: Sequence[Evidence]) -> Tenure:
    """Give the tenure that *evidence* of one stretch shows; nobody starts once they were seen, or ends twice."""
    seen, started = _days(evidence, "seen"), _days(evidence, "started")
    ended, over = _days(evidence, "ended"), _days(evidence, "over")
    start = started[0] if started and (not seen or started[0].first <= seen[0].last) else None
    return Tenure(
        person,
        directorate,
        start=start,
        end=ended[0] if ended and (not over or ended[0] <= over[0]) else None,
        over_by=over[0] if over and (not ended or over[0] < ended[0]) else None,
        seen=tuple(sorted({*seen, *started} - {start})),
        evidence=tuple(evidence),
    )


def _days(evidence: Sequence[Evidence], kind: str) -> tuple[PartialDate, ...]:
    return tuple(sorted({shown.date for shown in evidence if shown.kind == kind and shown.date}))
