"""How many projects each year's releases name, and how many of them are new: counted with ``council``, and drawn.

A script that reads as a notebook: editors that know ``# %%`` run it part by part.  As a whole:

    PYTHONPATH=_ext .venv/bin/python examples/projects_by_year.py [PICTURE]
"""

# %% Load an archive: its releases, and the records that they name.
from __future__ import annotations

import sys
from pathlib import Path

from council.archive.archive_reader import read_archive
from matplotlib import pyplot
from matplotlib.ticker import MaxNLocator

reading = read_archive(Path(__file__).parent.parent)
archive = reading.archive
for problem in reading.problems:
    print(problem, file=sys.stderr)
print(f"{len(archive.releases)} releases, {len(archive.projects)} projects, {len(archive.people)} people")

# %% Count the projects of each year, and those that no earlier year had.
years = sorted({year for project in archive.projects.values() for year in project.years})
named = {year: sum(year in project.years for project in archive.projects.values()) for year in years}
new = {year: sum(project.years[:1] == [year] for project in archive.projects.values()) for year in years}
for year in years:
    print(f"{year}: {named[year]} projects, {new[year]} of them new")

# %% Draw both in one chart.
figure, axes = pyplot.subplots()
axes.bar(years, [named[year] for year in years], color="#d8a7b1", label="projects named")
axes.bar(years, [new[year] for year in years], color="#7a1f3d", label="named for the first time")
axes.set_title(archive.profile.institution.archive_title)
axes.xaxis.set_major_locator(MaxNLocator(integer=True))
axes.yaxis.set_major_locator(MaxNLocator(integer=True))
axes.legend()
picture = Path(sys.argv[1] if len(sys.argv) > 1 else "_build/projects_by_year.png")
picture.parent.mkdir(exist_ok=True)
figure.savefig(picture, dpi=150)
