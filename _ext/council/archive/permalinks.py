"""Permalinks: the anchor of each name that a release mentions, and of each line that tells figures."""

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


def figure_anchors(release: Release, words: AnchorWords) -> dict[int, str]:
    """Give the permalink of each line of *release* that tells figures: it is made of the first of them.

    Made of the words alone, as those of names are.
    """
    anchors: dict[int, str] = {}
    for figure in release.figures:
        if figure.line not in anchors:
            wanted = f"{words.figure}-{slug_of(f'{figure.written} {figure.subject}')}"
            anchors[figure.line] = free_id(wanted, set(anchors.values()))
    return anchors
