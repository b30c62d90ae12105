"""Charts: round ticks around the values, a dot for each with its link, and nothing that the pages' policy refuses."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from council.model.partial_dates import PartialDate
from council_sphinx.views.charts.line_chart import HEIGHT, WIDTH, Dot, axis_begin, drawing
from council_sphinx.views.charts.scale import Scale
from council_sphinx.views.small_drawings import dots_in_time
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

VALUES = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["4.07", "5.0"], ["4", "4.5", "5.0"]),
        (["9.57", "15.32"], ["0", "5", "10", "15", "20"]),
        (["411", "1073"], ["0", "500", "1000", "1500"]),
        (["8844.82", "9440.91"], ["8800", "9000", "9200", "9400", "9600"]),
        (["7", "7", "7"], ["0", "2", "4", "6", "8"]),
        (["0", "0", "0"], ["0.0", "0.5", "1.0"]),
        (["-2", "3"], ["-2", "0", "2", "4"]),
    ],
)
def test_ticks_are_round_numbers_around_the_values(values: list[str], ticks: list[str]) -> None:
    assert Scale.of([Decimal(value) for value in values], 4).ticks == tuple(map(Decimal, ticks))


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_every_value_has_its_place_on_the_axis(values: list[Decimal]) -> None:
    scale = Scale.of(values, 4)
    assert 2 <= len(scale.ticks) <= 7
    assert all(0 <= scale.place(value) <= 1 for value in values)


@given(st.lists(st.tuples(DAYS, VALUES), min_size=3, max_size=30, unique_by=lambda pair: pair[0]), st.text())
def test_each_dot_is_a_link_within_the_drawing(told: list[tuple[datetime.date, Decimal]], text: str) -> None:
    safe = "".join(sign for sign in text if sign.isprintable())
    dots = [Dot(day, value, safe, safe, f"{safe}: {value}", f"../a.html#{number}") for number, (day, value) in
            enumerate(sorted(told))]  # fmt: skip
    root = etree.fromstring(
        drawing(dots, safe, "es_MX").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    )
    links = root.findall(f".//{SVG}a")
    assert [link.get("href") for link in links] == [dot.uri for dot in dots]
    assert [link.get("aria-label") for link in links] == [dot.label for dot in dots]
    for circle in root.iterfind(f".//{SVG}circle"):
        assert 0 <= float(circle.get("cx", "")) <= WIDTH
        assert 0 <= float(circle.get("cy", "")) <= HEIGHT
    assert not root.xpath("//@style | //@onclick")


def test_words_stand_where_there_is_room() -> None:
    days = [datetime.date(2020, 1, day) for day in range(1, 31)]
    dots = [Dot(day, Decimal(day.day), f"n{day.day}", f"d{day.day}", "", "") for day in days]
    svg = drawing(dots, "", "en")
    shown = [dot.written for dot in dots if f">{dot.written}</text>" in svg]
    assert shown[0] == "n1"
    assert shown[-1] == "n30"
    assert 4 < len(shown) < 10


@pytest.mark.parametrize(
    ("values", "anchors", "above"),
    [
        ([29, 50, 71], ["middle", "end", "middle"], [False, True, True]),
        ([71, 50, 29], ["middle", "start", "middle"], [True, True, False]),
        ([29, 71, 29], ["middle", "middle", "middle"], [False, True, False]),
        ([71, 29, 71], ["middle", "middle", "middle"], [True, False, True]),
        ([50, 50, 50], ["middle", "middle", "middle"], [True, True, True]),
    ],
)
def test_the_line_does_not_run_through_its_words(values: list[int], anchors: list[str], above: list[bool]) -> None:
    days = [datetime.date(2020, month, 1) for month in (1, 6, 12)]
    dots = [Dot(day, Decimal(value), str(value), "", "", "#") for day, value in zip(days, values, strict=True)]
    root = etree.fromstring(drawing(dots, "", "es_MX"))
    words, circles = root.xpath("//*[@class='dots']/text"), root.xpath("//*[@class='dot']")
    assert [word.get("text-anchor") for word in words] == anchors
    told = [float(word.get("y")) < float(dot.get("cy")) for word, dot in zip(words, circles, strict=True)]
    assert told == above


def test_parts_of_a_whole_are_seen_from_zero_unless_they_hardly_differ() -> None:
    assert axis_begin([Decimal("4.07"), Decimal("5.0")], "%") == 0
    assert axis_begin([Decimal("91.2"), Decimal("93.4")], "%") == Decimal(91)
    assert axis_begin([Decimal("4.07"), Decimal("5.0")], "") == 4


def test_dots_stand_in_any_year() -> None:
    """Python has no date behind the year 9999, which releases may be dated to."""
    drawn = dots_in_time([PartialDate("9999-12-31")], [2020, 9999])["html"]
    assert '<circle cx="195"' in drawn
