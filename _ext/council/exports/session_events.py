"""The sessions of the council as events: each once, with the releases that report it."""

from __future__ import annotations

from council.archive.archive import Archive
from council.model.releases import Release


def session_events(archive: Archive) -> dict[str, list[str]]:
    """Give the pages that report each session, in order of date, by its key (``2020-8``)."""
    pages: dict[str, list[str]] = {}
    for page in archive.chronology.sessions:
        for key in session_keys(archive.releases[page]):
            pages.setdefault(key, []).append(page)
    return pages


def session_keys(release: Release) -> tuple[str, ...]:
    """Give the key of each session that *release* reports; one without a number is known by the slug of the release."""
    return (release.session.keys or (release.slug,)) if release.session else ()
