"""The files of an export: written whole and only where they changed; only what was made is removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from council.exports.output import Output


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "html" / "feeds").mkdir(parents=True)
    (tmp_path / "html" / "feeds" / "own.txt").write_text("the archivist's")
    return tmp_path


def output(site: Path) -> Output:
    return Output(site / "html", site / "notes" / "feeds.txt")


def test_what_is_not_made_any_more_is_removed_and_nothing_else(site: Path) -> None:
    first = output(site)
    first.write("feeds/a.xml", "A")
    first.write("feeds/años/ñandú.xml", "B")
    first.remove_others()
    second = output(site)
    assert second.is_made()
    second.write("feeds/a.xml", "A")
    second.remove_others()
    left = sorted(path.relative_to(site / "html").as_posix() for path in (site / "html").rglob("*"))
    assert left == ["feeds", "feeds/a.xml", "feeds/own.txt"]


def test_what_a_stopped_build_made_is_known(site: Path) -> None:
    output(site).write("feeds/a.xml", "A")
    later = output(site)
    later.remove_others()
    assert not (site / "html" / "feeds" / "a.xml").exists()


def test_the_notes_of_another_site_are_none(site: Path) -> None:
    output(site).write("feeds/a.xml", "A")
    other = Output(site / "other", site / "notes" / "feeds.txt")
    assert not other.is_made()
    other.remove_others()
    assert (site / "html" / "feeds" / "a.xml").exists()


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "a\nb"])
def test_no_path_leads_out_of_the_site(site: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no path below the site"):
        output(site).write(path, "x")
