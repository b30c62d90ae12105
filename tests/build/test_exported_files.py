"""Exports beside the pages: each can be left out, and goes where it is left out later."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import build, small_project
from sphinx.errors import ConfigError

TEXT = "# A\n\nUno.\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_setting_leaves_an_export_out(tmp_path: Path, jobs: int) -> None:
    project = small_project(tmp_path / "project", {"2020-01-01-a.md": TEXT})
    site = build(project, parallel=jobs)
    data = site.output / "data"
    assert (data / "archive.json").is_file()
    assert (data / "archive.sqlite").is_file()
    build(project, parallel=jobs, archive_without=["json"])
    assert not (data / "archive.json").exists()
    assert (data / "archive.sqlite").is_file()


def test_an_unknown_export_is_told(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"2020-01-01-a.md": TEXT})
    with pytest.raises(ConfigError, match=r"archive_without: no export is called 'feathers'; there are json, sqlite"):
        build(project, archive_without=["feathers"])
