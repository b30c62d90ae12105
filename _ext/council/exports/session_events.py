"""The sessions of the council as events: each once, with the releases that report it."""

from __future__ import annotations

from council.archive.archive import Archive


def session_events(archive: Archive) -> dict[str, list[str]]:
    """Give the pages that report each session, in order of date, by its key (``2020-8``).

    One without a number is known by the slug of its release alone.
    """
    pages: dict[str, list[str]] = {}
    for page in archive.chronology.sessions:
        release = archive.releases[page]
        for key in (release.session.keys if release.session else ()) or (release.slug,):
            pages.setdefault(key, []).append(page)
    return pages
