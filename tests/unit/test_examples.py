"""The scripts that show the library at work run as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from council.archive.archive_reader import read_archive
from PIL import Image
from sites import PROJECT


def test_projects_by_year(tmp_path: Path) -> None:
    picture = tmp_path / "chart.png"
    command = [sys.executable, "examples/projects_by_year.py", str(picture)]
    environment = {**os.environ, "PYTHONPATH": "_ext", "MPLBACKEND": "agg", "MPLCONFIGDIR": str(tmp_path)}
    told = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True).stdout
    projects = read_archive(PROJECT).archive.projects.values()
    for year in {year for project in projects for year in project.years}:
        assert f"{year}: {sum(year in project.years for project in projects)} projects" in told
    with Image.open(picture) as drawn:
        assert len(set(drawn.convert("RGB").get_flattened_data())) > 10
