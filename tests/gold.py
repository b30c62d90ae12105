"""What was read of releases against a librarian's answers, in the format of ``tests/institutions/*/gold``.

One file ``SLUG.json`` a release: ``title``, ``date``, ``dateline``, ``session`` (``year``, ``numbers``), and lists of
``directorates`` (``id``, ``reports``), ``external``, ``projects`` (``label``, ``directorate``, ``form``, ``line``) and
``people`` (``name``, ``role``, ``directorate``).  Names are compared by their words, case and accents aside.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from council.language.folding import words_of
from council.model.releases import Release

EXACT = ("title", "dateline", "session")
"""Figures that count releases whose answer is the same."""


def figures(releases: Mapping[str, Release], folder: Path) -> dict[str, float]:
    """Give a figure from 0 to 1 for each kind of answer: F1 of lists, the share of releases of the rest.

    *releases* are by slug; each answer of *folder* must have its release.
    """
    expected: dict[str, Counter[tuple[object, ...]]] = {}
    found: dict[str, Counter[tuple[object, ...]]] = {}
    for file in sorted(folder.glob("*.json")):
        answers = json.loads(file.read_text(encoding="utf-8"))
        for kind, value in _of_gold(answers):
            expected.setdefault(kind, Counter())[file.stem, value] += 1
        for kind, value in _of_release(releases[file.stem]):
            found.setdefault(kind, Counter())[file.stem, value] += 1
    return {kind: _f1(answers, found.get(kind, Counter())) for kind, answers in sorted(expected.items())}


def _f1(expected: Counter[Any], found: Counter[Any]) -> float:
    shared = (expected & found).total()
    return 2 * shared / (expected.total() + found.total()) if expected or found else 1.0


def _name(text: str | None) -> str:
    return " ".join(words_of(text or ""))


def _of_gold(answers: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    session = answers["session"]
    yield "title", _name(answers["title"])
    yield "dateline", answers["dateline"]
    yield "session", session and (session["year"], tuple(session["numbers"]))
    yield from _lists(
        ((one["id"], one["reports"]) for one in answers["directorates"]),
        answers["external"],
        ((one["label"], one["form"], one["directorate"]) for one in answers["projects"]),
        ((one["name"], one["role"]) for one in answers["people"]),
    )


def _of_release(release: Release) -> Iterator[tuple[str, object]]:
    session = release.session
    yield "title", _name(release.title)
    yield "dateline", release.dateline.isoformat() if release.dateline else None
    yield "session", session and (session.year, session.numbers)
    yield from _lists(
        ((one.directorate, one.reports) for one in release.directorates),
        (one.name for one in release.external),
        ((one.label, one.form, one.directorate) for one in release.projects),
        ((one.name, one.role) for one in release.people),
    )


def _lists(
    directorates: Iterable[tuple[str, bool]],
    external: Iterable[str],
    projects: Iterable[tuple[str, str, str | None]],
    people: Iterable[tuple[str, str | None]],
) -> Iterator[tuple[str, object]]:
    for id_, reports in directorates:
        yield "directorates", id_
        if reports:
            yield "reports", id_
    for name in external:
        yield "external", _name(name)
    for label, form, directorate in projects:
        yield "projects", _name(label)
        yield f"projects_{form}", _name(label)
        if form == "item":
            yield "items_directorate", (_name(label), directorate)
    for name, role in people:
        yield "people", _name(name)
        yield "roles", (_name(name), _name(role))
