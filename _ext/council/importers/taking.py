"""Carrying out a plan: pictures first, then the release that shows them, each file whole or not at all.

Whenever it is killed, what is there is whole, and the next run does the rest.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from extension_kit.whole_files import remove_partials, write_whole
from safe_pictures.raster_pictures import PictureError

from council.importers.planning import Fate, Plan, PlannedRelease, Progress
from council.importers.release_pictures import LINK_IN_PLACE, Picture, Refused, leads_elsewhere, read_picture


@dataclass(slots=True)
class Taken:
    """What was done: how many releases met which fate, pictures written, pictures kept, and what could not be written."""

    releases: Counter[Fate] = field(default_factory=Counter)
    pictures: int = 0
    kept_pictures: list[Path] = field(default_factory=list)
    failed: list[Refused] = field(default_factory=list)


def take(plan: Plan, progress: Progress = lambda _file, _count: None) -> Taken:
    """Write what *plan* says."""
    taken = Taken()
    remove_partials(plan.places.releases)
    for count, planned in enumerate(plan.releases):
        progress(planned.target.name, count)
        for picture in planned.pictures:
            try:
                _take_picture(picture, plan, taken)
            except (OSError, PictureError) as error:
                taken.failed.append(Refused(picture.target, getattr(error, "strerror", None) or str(error)))
        try:
            _take_release(planned)
        except OSError as error:
            taken.failed.append(Refused(planned.target, error.strerror or str(error)))
        else:
            taken.releases[planned.fate] += 1
    return taken


def _take_release(planned: PlannedRelease) -> None:
    if planned.fate in {"new", "replaced"}:
        write_whole(planned.target, planned.content)


def _take_picture(picture: Picture, plan: Plan, taken: Taken) -> None:
    content = read_picture(picture.file)
    if picture.target.is_file() and picture.target.read_bytes() == content:
        return
    if leads_elsewhere(picture.target, plan.places.source):
        raise PictureError(LINK_IN_PLACE)
    if picture.target.exists() and not plan.force:
        taken.kept_pictures.append(picture.target)
    else:
        write_whole(picture.target, content)
        taken.pictures += 1
