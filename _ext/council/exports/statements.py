"""Statements: the mentions of an archive, each with the line of the source file in which the release makes it.

Records of the archive hold permalinks alone, as lines move; exports give both as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from council.archive.archive import Archive
from council.model.entries import Entry, Mention
from council.model.releases import PersonMention, ProjectMention
from council.model.tenures import Tenure


@dataclass(frozen=True, slots=True)
class Statement:
    """What a release says of a project, a directorate or a person, and the *line* in which it does."""

    mention: Mention
    line: int


Lines = Iterable[tuple[str, int]]
"""The id of what each mention means, and its line, in the order of the releases."""


class Statements:
    """The statements about each entry of *archive*, by id, in order of date."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @cached_property
    def people(self) -> dict[str, tuple[Statement, ...]]:
        """What is said of each person."""
        named = ((page, release.people) for page, release in self._archive.releases.items())
        return _with_lines(self._archive.people, _lines(named, self._archive.identity.person_ids))

    @cached_property
    def projects(self) -> dict[str, tuple[Statement, ...]]:
        """What is said of each project."""
        named = ((page, release.projects) for page, release in self._archive.releases.items())
        return _with_lines(self._archive.projects, _lines(named, self._archive.identity.project_ids))

    @cached_property
    def directorates(self) -> dict[str, tuple[Statement, ...]]:
        """What is said of each directorate."""
        return _with_lines(self._archive.directorates, self._directorate_lines())

    def of_tenure(self, tenure: Tenure) -> list[Statement]:
        """Give what shows *tenure*, in order of date."""
        return [self._by_mention[shown.mention] for shown in tenure.evidence]

    @cached_property
    def _by_mention(self) -> dict[Mention, Statement]:
        by_mention: dict[Mention, Statement] = {}
        for statements in self.people.values():
            for statement in statements:
                by_mention.setdefault(statement.mention, statement)
        return by_mention

    def _directorate_lines(self) -> Iterator[tuple[str, int]]:
        ids = self._archive.identity.external_ids
        for page, release in self._archive.releases.items():
            yield from ((own.directorate, own.line) for own in release.directorates)
            yield from ((id_, external.line) for external, id_ in zip(release.external, ids[page], strict=True) if id_)


def _lines(
    named: Iterable[tuple[str, Sequence[PersonMention | ProjectMention]]], ids: Mapping[str, Sequence[str]]
) -> Lines:
    """Give the line of each mention that is *named* on a page, by the ids of that page."""
    return ((id_, mention.line) for page, mentions in named for mention, id_ in zip(mentions, ids[page], strict=True))


def _with_lines(entries: dict[str, Entry], lines: Lines) -> dict[str, tuple[Statement, ...]]:
    by_id: dict[str, list[int]] = {id_: [] for id_ in entries}
    for id_, line in lines:
        by_id[id_].append(line)
    return {
        id_: tuple(Statement(mention, line) for mention, line in zip(entry.mentions, by_id[id_], strict=True))
        for id_, entry in entries.items()
    }
