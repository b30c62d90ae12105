"""What was read of releases against a librarian's answers: figures in all, and for each rule of the extraction.

The answers stand in a folder, one file ``SLUG.json`` a release, in the form of :class:`Answers`.  Names are compared by
their words, case and accents aside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from council.language.folding import words_of
from council.model.fields import read_date
from council.model.partial_dates import PartialDate
from council.model.releases import Form, Release, Session


def _(message: str) -> str:
    """Mark a message for the catalogues; whoever shows it translates it."""
    return message


KINDS = {
    "title": _("Titles"),
    "dateline": _("Datelines"),
    "session": _("Sessions"),
    "directorates": _("Directorates"),
    "reports": _("Directorates that report"),
    "external": _("Directorates of others"),
    "projects": _("Projects"),
    "projects_item": _("Projects in lists"),
    "projects_prose": _("Projects in prose"),
    "items_directorate": _("Directorates of the projects in lists"),
    "people": _("People"),
    "roles": _("People with their roles"),
}
"""What is compared, in order, and its title."""


class SessionAnswer(Struct, frozen=True):
    """The session that a release reports."""

    year: int
    numbers: tuple[int, ...] = ()


class DirectorateAnswer(Struct, frozen=True):
    """One of the institution's own directorates, and whether the release tells its work."""

    id: str
    reports: bool


class ProjectAnswer(Struct, frozen=True):
    """A project: its name as written, an item of a list or named in prose, and whose it is."""

    label: str
    form: Form
    directorate: str | None = None


class PersonAnswer(Struct, frozen=True):
    """A person without titles, and the role as written."""

    name: str
    role: str | None = None


class Answers(Struct, frozen=True, kw_only=True):
    """What a librarian would index of one release; other fields may stand in the file."""

    title: str
    date: Annotated[PartialDate | None, Meta(description="by which halves are made")] = None
    dateline: PartialDate | None = None
    session: SessionAnswer | None = None
    directorates: tuple[DirectorateAnswer, ...] = ()
    external: tuple[str, ...] = ()
    projects: tuple[ProjectAnswer, ...] = ()
    people: tuple[PersonAnswer, ...] = ()


class GoldError(Exception):
    """The answers cannot be compared; the message names the file, and what to do."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many were *given* by a rule, how many of them are *right*, and how many there are (*expected*)."""

    right: int
    given: int
    expected: int

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was given."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.given + self.expected
        return 2 * self.right / total if total else 1.0


Rules = Mapping[str, Score]
"""The score of each rule; that of all rules together under the empty name."""

_Fact = tuple[str, object, str]
"""A kind of :data:`KINDS`, what is said, and the rule that said it."""


def read_answers(folder: Path) -> dict[str, Answers]:
    """Give the answers in *folder* by slug, in order of date.

    Raises :class:`GoldError` where there are none, or one is not of the form.
    """
    answers = {}
    for file in sorted(folder.glob("*.json")):
        try:
            answers[file.stem] = msgspec.json.decode(file.read_bytes(), type=Answers, dec_hook=read_date)
        except msgspec.DecodeError as error:
            raise GoldError(f"{file}: {error}; correct the file") from error
    if not answers:
        raise GoldError(f"{folder}: no answers (*.json) in this folder")
    return dict(sorted(answers.items(), key=lambda pair: (pair[1].date or "", pair[0])))


def figures(releases: Mapping[str, Release], folder: Path) -> dict[str, float]:
    """Give the F1, from 0 to 1, of each kind that the answers in *folder* or the *releases* (by slug) have.

    Raises :class:`GoldError` as :func:`rule_scores` does.
    """
    return {kind: rules[""].f1 for kind, rules in rule_scores(releases, read_answers(folder)).items()}


def rule_scores(releases: Mapping[str, Release], answers: Mapping[str, Answers]) -> dict[str, Rules]:
    """Give, for each kind, the score of each rule against *answers*.

    A rule's recall is the share of all answers of the kind that it gives.  Raises :class:`GoldError` for an answer
    without its release.
    """
    expected: dict[str, Counter[object]] = {}
    given: dict[str, list[tuple[object, str]]] = {}
    for slug, of_release in answers.items():
        if slug not in releases:
            raise GoldError(f"{slug}.json: there is no release of this name; rename or remove the file")
        for kind, value, _rule in _facts_of_answers(of_release):
            expected.setdefault(kind, Counter())[slug, value] += 1
        for kind, value, rule in _facts_of_release(releases[slug]):
            given.setdefault(kind, []).append(((slug, value), rule))
    return {
        kind: _scores(expected.get(kind, Counter()), given.get(kind, []))
        for kind in KINDS
        if kind in expected or kind in given
    }


def _scores(expected: Counter[object], given: Iterable[tuple[object, str]]) -> Rules:
    left = expected.copy()
    right: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for value, rule in given:
        counted[rule] += 1
        if left[value] > 0:
            left[value] -= 1
            right[rule] += 1
    total = expected.total()
    return {
        "": Score(right.total(), counted.total(), total),
        **{rule: Score(right[rule], counted[rule], total) for rule in sorted(counted) if rule},
    }


def _name(text: str | None) -> str:
    return " ".join(words_of(text or ""))


def _facts_of_answers(answers: Answers) -> Iterator[_Fact]:
    yield "title", _name(answers.title), ""
    yield "dateline", answers.dateline, ""
    yield "session", answers.session and (answers.session.year, answers.session.numbers), ""
    yield from _facts(
        ((one.id, one.reports, "") for one in answers.directorates),
        ((name, "") for name in answers.external),
        ((one.label, one.form, one.directorate, "") for one in answers.projects),
        ((one.name, one.role, "") for one in answers.people),
    )


def _facts_of_release(release: Release) -> Iterator[_Fact]:
    yield "title", _name(release.title), ""
    yield "dateline", release.dateline, ""
    yield "session", *_session_fact(release.session)
    yield from _facts(
        ((one.directorate, one.reports, one.rule) for one in release.directorates),
        ((one.name, one.rule) for one in release.external),
        ((one.label, one.form, one.directorate, one.rule) for one in release.projects),
        ((one.name, one.role, one.rule) for one in release.people),
    )


def _session_fact(session: Session | None) -> tuple[object, str]:
    return ((session.year, session.numbers), session.rule) if session else (None, "")


def _facts(
    directorates: Iterable[tuple[str, bool, str]],
    external: Iterable[tuple[str, str]],
    projects: Iterable[tuple[str, Form, str | None, str]],
    people: Iterable[tuple[str, str | None, str]],
) -> Iterator[_Fact]:
    for id_, reports, rule in directorates:
        yield "directorates", id_, rule
        if reports:
            yield "reports", id_, rule
    for name, rule in external:
        yield "external", _name(name), rule
    for label, form, directorate, rule in projects:
        yield "projects", _name(label), rule
        yield f"projects_{form}", _name(label), rule
        if form == "item":
            yield "items_directorate", (_name(label), directorate), rule
    for name, role, rule in people:
        yield "people", _name(name), rule
        yield "roles", (_name(name), _name(role)), rule
