"""Dates as precise as they are known: as text, in order, in words, in front matter and file names."""

from __future__ import annotations

import datetime
import pickle

import pytest
from council.extract.metadata import read_metadata
from council.model.authorities import Span
from council.model.partial_dates import PartialDate, slug_date
from council_sphinx.core.interface_strings import long_date


@pytest.mark.parametrize(
    ("text", "parts", "first", "last"),
    [
        ("2016-02-28", (2016, 2, 28), (2016, 2, 28), (2016, 2, 28)),
        ("2016-02", (2016, 2, None), (2016, 2, 1), (2016, 2, 29)),
        ("2016", (2016, None, None), (2016, 1, 1), (2016, 12, 31)),
    ],
)
def test_what_is_known(
    text: str, parts: tuple[int | None, ...], first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    date = PartialDate(text)
    assert (date.year, date.month, date.day) == parts
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))
    copied = pickle.loads(pickle.dumps(date))
    assert (type(copied), str(copied)) == (PartialDate, text)


@pytest.mark.parametrize(
    "text",
    ["", "14", "201401", "2014-1", "2014-13", "2014-00", "2014-02-30", "0000-01", "2014-01-", "2014-01\n", "٢٠١٤-٠١"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate(text)


def test_a_period_stands_before_its_parts() -> None:
    ordered = ["2013-12-31", "2014", "2014-01", "2014-01-01", "2014-01-31", "2014-02"]
    assert sorted(map(PartialDate, reversed(ordered))) == ordered
    periods = map(PartialDate, ("2014", "2014-01", "2014-01-05", "2014-02"))
    assert [PartialDate("2014-01-05").is_part_of(period) for period in periods] == [True, True, False, False]


@pytest.mark.parametrize(
    ("slug", "date"),
    [
        ("2014-01-28-informe", "2014-01-28"),
        ("2014-01-actividades", "2014-01"),
        ("2014-01", "2014-01"),
        ("2014-01-283-actas", "2014-01"),
        ("2014-02-30-informe", None),
        ("2012-13-presupuesto", None),
        ("2018-2019-informe", None),
        ("2040-vision", None),
        ("informe-2014-01", None),
    ],
)
def test_a_file_name(slug: str, date: str | None) -> None:
    assert slug_date(slug) == date


@pytest.mark.parametrize("date", ["2014-01-28", "2014-01", "2014"])
def test_front_matter(date: str) -> None:
    metadata, notes = read_metadata({"date": date}, {})
    assert (metadata.date, notes) == (date, [])


def test_front_matter_that_is_no_date() -> None:
    metadata, (note,) = read_metadata({"date": "2014-13"}, {("date",): 2})
    assert metadata.date is None
    assert (note.line, note.subtype) == (2, "date")
    assert note.message == "date: '2014-13' is no date; write 2020-11-30, or 2020-11 where no day is known"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", ["28 de enero de 2014", "enero de 2014", "2014"]),
        ("en", ["January 28, 2014", "January 2014", "2014"]),
        ("de", ["28. Januar 2014", "Januar 2014", "2014"]),
        ("", ["January 28, 2014", "January 2014", "2014"]),
    ],
)
def test_in_words(language: str, told: list[str]) -> None:
    assert [long_date(PartialDate(text), language) for text in ("2014-01-28", "2014-01", "2014")] == told


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2014-01-15", None, "2014-01", True),
        ("2014-02", None, "2014-01", False),
        (None, "2014-01-15", "2014-01", True),
        (None, "2013", "2014-01", False),
        ("2014", "2014", "2014-12-31", True),
        ("2014-01", "2014-01", "2014-02-01", False),
    ],
)
def test_a_span_holds_what_can_lie_within(start: str | None, end: str | None, date: str, held: bool) -> None:
    span = Span(start=PartialDate(start) if start else None, end=PartialDate(end) if end else None)
    assert span.holds(PartialDate(date)) == held


def test_a_span_ends_in_the_month_in_which_it_begins() -> None:
    assert Span(start=PartialDate("2014-01-20"), end=PartialDate("2014-01")).end == "2014-01"
    with pytest.raises(ValueError, match="before it begins"):
        Span(start=PartialDate("2014-02"), end=PartialDate("2014-01"))
