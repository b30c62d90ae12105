"""Years of two digits: what counts as a date, and what does not."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from council.importers.foreign_dates import Dating


@pytest.mark.parametrize(
    ("language", "name", "date"),
    [
        ("es", "13-01-28", "2013-01-28"),
        ("es", "acta-28-01-13", "2013-01-28"),
        ("en", "minutes_01_28_13", "2013-01-28"),
        ("en", "99-12-31", "1999-12-31"),
        ("es", "12-05-14", ""),
        ("es", "2014/12-05-14", "2014-05-12"),
        ("en", "2014/12-05-14", "2014-12-05"),
        ("es", "2012/12-05-14", "2012-05-14"),
        ("es", "release-3-2-10", ""),
        ("es", "release-0.16.10", ""),
        ("es", "2014-01-28-10-11-12", "2014-01-28"),
    ],
)
def test_names(language: str, name: str, date: str) -> None:
    assert Dating(language, latest_year=2026).names.date_of(PurePath(f"{name}.md")) == date


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("es", "Acta 28/01/14.", ["2014-01-28"]),
        ("es", "Acta 5/1/14", ["2014-01-05"]),
        ("en", "Minutes 5/1/14, 7 pm", ["2014-05-01"]),
        ("en", "Minutes 31/12/99", ["1999-12-31"]),
        ("en", "Notes of 01-28-13", ["2013-01-28"]),
        ("en", "1.4.12, 3-2-10, 1/2/3, 10/12/40, a/10/12/14, 10/12/14/16", []),
    ],
)
def test_texts(language: str, text: str, dates: list[str]) -> None:
    assert list(Dating(language, latest_year=2026).in_text(text)) == dates


def test_no_release_is_of_a_year_to_come() -> None:
    assert Dating("es", latest_year=2026).of_value("28/01/27") == ""
    assert Dating("es", latest_year=2027).of_value("28/01/27") == "2027-01-28"
