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
    """Give the permalink of each line of *release* that tells figures: that of the project which is named there first.

    Where there is none, it is made of the words of the first figure alone, as those of names are.
    """
    names = release_anchors(release, words)
    first: dict[str, int] = {}
    for mention in release.projects:
        first.setdefault(mention.label, mention.line)
    named = {line: names[label] for label, line in reversed(first.items())}
    anchors: dict[int, str] = {}
    for figure in release.figures:
        if figure.line not in anchors:
            own = f"{words.figure}-{slug_of(f'{figure.written} {figure.subject}')}"
            anchors[figure.line] = named.get(figure.line) or free_id(own, set(anchors.values()))
    return anchors
