"""The sessions of each year, and those that the archive lacks."""

from __future__ import annotations

import pytest
from council.archive.chronology import Chronology
from council.archive.session_calendar import HeldSession, session_calendar
from council.model.partial_dates import PartialDate
from council.model.releases import Release, Session

Told = tuple[str, Session | None]


def told(*sessions: Told) -> dict[int, list[str]]:
    """Give the calendar of an archive in words: numbers that are there, and ``(3-5)`` where some are missing."""
    releases = {
        f"{day}-{place}": Release(f"{day}-{place}", "An account", PartialDate(day), session=session)
        for place, (day, session) in enumerate(sessions)
    }
    return {
        year: [
            ("e" if row.session.extraordinary else "")
            + ("+".join(map(str, row.session.numbers)) or "?")
            + ("*" * (len(row.pages) - 1))
            if isinstance(row, HeldSession)
            else f"({row.first}-{row.last})"
            for row in rows
        ]
        for year, rows in session_calendar(Chronology(releases)).items()
    }


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([], {}),
        ([("2020-05-01", None)], {}),
        ([("2020-01-30", Session(2020, (1,))), ("2020-11-30", Session(2020, (8,)))], {2020: ["1", "(2-7)", "8"]}),
        ([("2020-03-01", Session(2020, (2, 3))), ("2020-05-01", Session(2020, (5,)))], {2020: ["(1-1)", "2+3", "(4-4)", "5"]}),
        (
            [
                ("2020-01-01", Session(2020, (1,))),
                ("2020-02-01", Session(2020, (9,), extraordinary=True)),
                ("2020-03-01", Session(2020, (2,))),
                ("2020-04-01", Session(2020)),
            ],
            {2020: ["1", "e9", "2", "?"]},
        ),
        ([("2020-03-01", Session(2020, (2,))), ("2020-03-05", Session(2020, (2,)))], {2020: ["(1-1)", "2*"]}),
        ([("2020-03-01", Session(2020, (2,))), ("2020-03-05", Session(2020, (1,)))], {2020: ["2", "1"]}),
        ([("2021-01-10", Session(2020, (12,)))], {2020: ["(1-11)", "12"]}),
    ],
)  # fmt: skip
def test_the_sessions_of_a_year(sessions: list[Told], expected: dict[int, list[str]]) -> None:
    assert told(*sessions) == expected


def test_numbers_begin_anew_each_year() -> None:
    sessions: list[Told] = [("2018-11-01", Session(2018, (11,))), ("2019-03-01", Session(2019, (3,)))]
    assert told(*sessions) == {2018: ["(1-10)", "11"], 2019: ["(1-2)", "3"]}


def test_numbers_that_run_on_through_the_years_do_so() -> None:
    sessions: list[Told] = [
        ("2018-11-01", Session(2018, (211,))),
        ("2019-03-01", Session(2019, (213,))),
        ("2019-04-01", Session(2019, (214,))),
        ("2020-04-01", Session(2020, (220,))),
    ]
    assert told(*sessions) == {2018: ["211"], 2019: ["(212-212)", "213", "214"], 2020: ["(215-219)", "220"]}
