"""How releases and projects hang together: parts, related releases."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from council.archive.chronology import Chronology
from council.model.authorities import Authority

NEAR = 6
"""Of the releases that name a project, so many nearest in time count as related; a new one changes no more pages."""


class Relations:
    """What follows from the projects that releases share, and from their order in time.

    *project_ids* gives the projects that the release on each page of *chronology* names; *projects* are the
    records by id.
    """

    def __init__(
        self, chronology: Chronology, project_ids: Mapping[str, Sequence[str]], projects: Mapping[str, Authority]
    ) -> None:
        self._chronology = chronology
        self._project_ids = project_ids
        self._projects = projects

    def parts(self, project: str) -> list[str]:
        """Give the ids of the records that have *project* as their parent."""
        return [record.id for record in self._projects.values() if record.parent == project]

    def related(self, page: str, count: int = 5, *, earlier: bool = False) -> list[str]:
        """Give the pages of the releases that share the most telling projects with the one on *page*.

        A project weighs the less the more releases name it; of those that name many, only the nearest in time count.
        Those that are *earlier* alone stay as they are, whatever comes later.
        """
        weights: Counter[str] = Counter()
        for id_ in dict.fromkeys(self._project_ids[page]):
            pages = self._pages_naming[id_]
            pages = pages[: pages.index(page)] if earlier else pages
            for near in self._nearest(pages, page):
                if near != page:
                    weights[near] += 1000 // len(pages)
        return sorted(weights, key=lambda other: (-weights[other], self._distance(page, other), other))[:count]

    @cached_property
    def _pages_naming(self) -> dict[str, list[str]]:
        """The pages that name each project, in order of time."""
        pages: dict[str, list[str]] = {}
        for page in self._chronology.pages:
            for id_ in dict.fromkeys(self._project_ids[page]):
                pages.setdefault(id_, []).append(page)
        return pages

    def _nearest(self, pages: list[str], page: str) -> list[str]:
        """Give those of *pages* that are nearest to *page* in time; the earlier ones of equal distance."""
        positions = self._chronology.positions
        at = bisect_left(pages, positions[page], key=positions.__getitem__)
        around = pages[max(at - NEAR, 0) : at + NEAR]
        return sorted(around, key=lambda other: self._distance(page, other))[:NEAR]

    def _distance(self, page: str, other: str) -> int:
        positions = self._chronology.positions
        return abs(positions[page] - positions[other])
