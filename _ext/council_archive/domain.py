"""The Sphinx domain ``council``: what the environment keeps of releases and authority records.

Data are plain records by document, so that parallel reading merges and a removed page takes its own along.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any, cast

from sphinx.application import Sphinx
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment

from .archive import Archive
from .records import Release


class CouncilDomain(Domain):
    """Releases and the records that they mention, by document."""

    name = "council"
    label = "Council archive"
    data_version = 1

    archive: Archive | None = None
    """All records together, for the views of the running build."""

    @property
    def releases(self) -> dict[str, Release]:
        """The record of each release, by document."""
        return cast(dict[str, Release], self.data.setdefault("releases", {}))

    @property
    def missing_pictures(self) -> dict[str, list[str]]:
        """The pictures that each document waits for."""
        return cast(dict[str, list[str]], self.data.setdefault("missing_pictures", {}))

    @property
    def views(self) -> dict[str, list[tuple[str, dict[str, Any]]]]:
        """The views that stand on each document, with their options."""
        return cast(dict[str, list[tuple[str, dict[str, Any]]]], self.data.setdefault("views", {}))

    @property
    def view_digests(self) -> dict[str, str]:
        """A digest of the data that the views of each document showed in the last build."""
        return cast(dict[str, str], self.data.setdefault("view_digests", {}))

    def state(self) -> tuple[Any, ...]:
        """Give all that views are computed from, comparable from build to build."""
        return sorted(self.releases.items()), sorted(self.views.items())

    def note_release(self, docname: str, release: Release) -> None:
        """Keep the record of the release that *docname* is."""
        self.releases[docname] = release

    def note_missing_picture(self, docname: str, path: str) -> None:
        """Remember that *docname* waits for *path*, so that it is read again once the file is there."""
        self.missing_pictures.setdefault(docname, []).append(path)

    def note_view(self, docname: str, name: str, options: dict[str, Any]) -> None:
        """Remember that the view *name* stands on *docname*."""
        self.views.setdefault(docname, []).append((name, options))

    def clear_doc(self, docname: str) -> None:
        """Forget all that *docname* brought."""
        self.releases.pop(docname, None)
        self.missing_pictures.pop(docname, None)
        self.views.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader gathered from *docnames*."""
        for key in ("releases", "missing_pictures", "views"):
            self.data.setdefault(key, {}).update(
                (docname, value) for docname, value in otherdata.get(key, {}).items() if docname in docnames
            )


def council_domain(env: BuildEnvironment) -> CouncilDomain:
    """Give the domain of *env*."""
    return cast(CouncilDomain, env.domains[CouncilDomain.name])


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(CouncilDomain)
