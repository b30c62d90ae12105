"""Which projects a release takes up, and which are left out, from session to session."""

from __future__ import annotations

import pytest
from council.archive.chronology import Chronology
from council.archive.continuity import Continuity, TakenUp
from council.model.partial_dates import PartialDate
from council.model.releases import Release, Session

RELEASES = {
    "a": ("2020-01-10", Session(2020, (1,))),
    "b": ("2020-02-10", Session(2020, (2,))),
    "news": ("2020-02-20", None),
    "c": ("2020-03-10", Session(2020, (3,))),
    "c-again": ("2020-03-11", Session(2020, (3,))),
    "unnumbered": ("2020-04-10", Session(2020)),
    "another": ("2020-05-10", Session(2020)),
}
NAMED = {
    "a": ["plan", "map", "plan"],
    "b": ["plan", "prize"],
    "news": ["fair", "plan"],
    "c": ["map", "fair"],
    "c-again": ["map", "walk"],
    "unnumbered": ["plan", "walk"],
    "another": ["prize"],
}


@pytest.fixture
def continuity() -> Continuity:
    releases = {
        page: Release(page, page, PartialDate(day), session=session) for page, (day, session) in RELEASES.items()
    }
    return Continuity(Chronology(releases), NAMED)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a", [TakenUp("plan", "first"), TakenUp("map", "first")]),
        ("b", [TakenUp("plan", "continued", "a"), TakenUp("prize", "first")]),
        ("news", [TakenUp("fair", "first"), TakenUp("plan", "continued", "b")]),
        ("c", [TakenUp("map", "back", "a", 1), TakenUp("fair", "first_in_session", "news")]),
        ("c-again", [TakenUp("map", "back", "a", 1), TakenUp("walk", "first")]),
        ("unnumbered", [TakenUp("plan", "back", "b", 1), TakenUp("walk", "continued", "c-again")]),
        ("another", [TakenUp("prize", "back", "b", 2)]),
    ],
)
def test_how_projects_are_taken_up(continuity: Continuity, page: str, expected: list[TakenUp]) -> None:
    assert list(continuity.taken_up(page)) == expected


@pytest.mark.parametrize(
    ("page", "before", "left_out"),
    [
        ("a", None, ()),
        ("b", "a", ("map",)),
        ("news", None, ()),
        ("c", "b", ("plan", "prize")),
        ("c-again", "b", ("plan", "prize")),
        ("unnumbered", "c", ("map", "fair")),
        ("another", "unnumbered", ("plan", "walk")),
    ],
)
def test_what_a_session_leaves_out(
    continuity: Continuity, page: str, before: str | None, left_out: tuple[str, ...]
) -> None:
    assert continuity.session_before(page) == before
    assert continuity.left_out(page) == left_out


def test_a_release_that_comes_late_changes_nothing_for_those_after_it() -> None:
    late = {"a": ("2020-01-01", 1), "b": ("2020-02-01", 2), "late": ("2020-02-09", 1), "c": ("2020-03-01", 3)}
    releases = {
        page: Release(page, page, PartialDate(day), session=Session(2020, (number,)))
        for page, (day, number) in late.items()
    }
    continuity = Continuity(Chronology(releases), dict.fromkeys(releases, ("plan",)))
    assert continuity.taken_up("c") == (TakenUp("plan", "continued", "b"),)
