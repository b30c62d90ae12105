"""Releases whose text is of another year than their file."""

from __future__ import annotations

from pathlib import Path

import pytest
from council.archive.archive_reader import read_archive
from council.archive.other_dates import OtherDate, other_date
from council.archive.review import review
from council.model.partial_dates import PartialDate
from council.model.releases import Release
from sites import small_project


def release(slug: str, dateline: str, date: str = "", line: int = 2) -> Release:
    told = PartialDate(dateline) if dateline else None
    return Release(slug, "An account", PartialDate(date) if date else told, dateline=told, dateline_line=line)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (release("2021-03-12-account", "2020-03-12"), ("2021-03-12", True)),
        (release("2021-01-12-account", "2020-01-20"), ("2021-01-12", True)),
        (release("2020-03-15-account", "2020-03-12", date="2019-03-12"), ("2019-03-12", False)),
        (release("account", "2020-03-12", date="2019-03"), ("2019-03", False)),
    ],
)
def test_a_date_that_contradicts_the_text_is_told(told: Release, expected: tuple[str, bool]) -> None:
    assert told.dateline is not None
    assert other_date(told) == OtherDate(told.dateline, PartialDate(expected[0]), expected[1])


@pytest.mark.parametrize(
    "told",
    [
        release("2020-03-15-account", "2020-03-12"),
        release("2021-01-04-account", "2020-12-30"),
        release("2020-account", "2020-03-12"),
        release("2021-03-12-account", ""),
        release("account", "2020-03-12"),
        release("2021-03-12-account", "2020-03-12", line=0),
    ],
    ids=["days", "turn-of-the-year", "year-only", "no-dateline", "no-other", "told-by-the-archivist"],
)
def test_dates_that_can_both_be_are_not(told: Release) -> None:
    assert other_date(told) is None


def test_the_review_tells_file_line_and_both_dates(tmp_path: Path) -> None:
    text = "\nTorreón, Coahuila a 12 de marzo de 2020.\n\n## Un convenio\n\nSe firmó un convenio.\n"
    project = small_project(tmp_path / "project", {"2021-03-12-convenio.md": text})
    told = [finding for finding in review(read_archive(project).archive) if finding.topic == "other_dates"]
    assert [finding.message for finding in told] == ["sessions/2021-03-12-convenio.md:2: 2020-03-12 / 2021-03-12"]
    (project / "sessions/2021-03-12-convenio.corrections.yml").write_text("dateline: 2021-03-12\n", "utf-8")
    assert "other_dates" not in {finding.topic for finding in review(read_archive(project).archive)}
