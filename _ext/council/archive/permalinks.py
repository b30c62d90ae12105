"""Permalinks: the anchor of each name that a release mentions."""

from __future__ import annotations

from council.language.naming import free_id, slug_of
from council.model.releases import Release
from council.profile.word_classes import AnchorWords


def release_anchors(release: Release, words: AnchorWords) -> dict[str, str]:
    """Give the permalink of each project, person and directorate that *release* names, by label.

    Made of the words alone, so that it stays when lines move or a name gets a record.
    """
    anchors: dict[str, str] = {}
    taken: set[str] = set()
    labels = [
        *((words.project, mention.label) for mention in release.projects),
        *((words.person, mention.name) for mention in release.people),
        *((words.directorate, mention.directorate) for mention in release.directorates),
        *((words.external, mention.name) for mention in release.external),
    ]
    for prefix, label in labels:
        if label in anchors:
            continue
        anchor = free_id(f"{prefix}-{slug_of(label)}", taken)
        taken.add(anchor)
        anchors[label] = anchor
    return anchors
