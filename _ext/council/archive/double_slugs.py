"""Releases of one file name in different folders: told apart in all data, where a release is known by its name.

The first by its page keeps the name; others are known by their whole page, so that nothing they say is another's.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from council.model.releases import Release


def double_slugs(releases: Mapping[str, Release]) -> dict[str, str]:
    """Give the page of each release whose file name an earlier page has, and that page."""
    first: dict[str, str] = {}
    return {
        page: earlier
        for page, release in sorted(releases.items())
        if (earlier := first.setdefault(release.slug, page)) != page
    }


def told_apart(releases: Mapping[str, Release]) -> dict[str, Release]:
    """Give the releases, each with a slug of its own."""
    double = double_slugs(releases)
    return {
        page: dataclasses.replace(release, slug=page) if page in double else release
        for page, release in releases.items()
    }


def told_double(slug: str, other: str) -> str:
    """Give what is wrong with a release of the name *slug*, which the file *other* has too."""
    return f"{other} has the file name {slug!r} too; rename one of them"
