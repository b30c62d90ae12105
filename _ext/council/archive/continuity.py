"""What each release takes up: which of its projects are new to the archive, come back, or go on, and which are left out.

Sessions are compared with sessions: a project *goes on* where the session before named it, and *comes back* where an
earlier one did.  Several releases on one session are one session.  Only what the archive holds counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from council.archive.chronology import Chronology

Appearance = Literal["first", "first_in_session", "back", "continued"]
FIRST = frozenset[Appearance](["first", "first_in_session"])
"""What is new: to the archive, or to the sessions."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A project that a release names, and how it appears there.

    *before* is the page that named it last before, outside of the same session; *silent* counts the sessions between
    that did not, for one that comes back.
    """

    project: str
    appearance: Appearance
    before: str | None = None
    silent: int = 0


@dataclass(slots=True)
class _History:
    """Where a project was named up to now: its last page, and its last page in each of the last two sessions."""

    page: str
    session: tuple[int, str] | None = None
    session_before: tuple[int, str] | None = None


class Continuity:
    """How the projects of *chronology* go on from release to release; *project_ids* gives those that each page names."""

    def __init__(self, chronology: Chronology, project_ids: Mapping[str, Sequence[str]]) -> None:
        self._chronology = chronology
        self._project_ids = project_ids
        self._pages = chronology.reported_sessions
        self._sessions = {page: number for number, pages in enumerate(self._pages) for page in pages}
        self._taken_up = self._all_taken_up()

    def taken_up(self, page: str) -> tuple[TakenUp, ...]:
        """Give the projects that the release on *page* names, in its order."""
        return self._taken_up[page]

    def session_before(self, page: str) -> str | None:
        """Give the page of the session before the one on *page*: its first; ``None`` where *page* reports no session."""
        number = self._sessions.get(page, 0)
        return self._pages[number - 1][0] if number else None

    def left_out(self, page: str) -> tuple[str, ...]:
        """Give the projects that the session before named, and that on *page* does not."""
        number = self._sessions.get(page, 0)
        if not number:
            return ()
        return tuple(id_ for id_ in self._named[number - 1] if id_ not in self._named[number])

    @cached_property
    def _named(self) -> list[dict[str, None]]:
        """The projects of each session, in the order in which its releases name them."""
        return [dict.fromkeys(id_ for page in pages for id_ in self._project_ids[page]) for pages in self._pages]

    def _all_taken_up(self) -> dict[str, tuple[TakenUp, ...]]:
        """Go through all releases once, in order of time."""
        histories: dict[str, _History] = {}
        taken_up: dict[str, tuple[TakenUp, ...]] = {}
        for page in self._chronology.pages:
            ids, session = tuple(dict.fromkeys(self._project_ids[page])), self._sessions.get(page)
            taken_up[page] = tuple(_appearance(id_, session, histories.get(id_)) for id_ in ids)
            for id_ in ids:
                _note(histories.setdefault(id_, _History(page)), page, session)
        return taken_up


def _note(history: _History, page: str, session: int | None) -> None:
    history.page = page
    if session is None or (history.session and session < history.session[0]):
        return  # what tells of a session late tells nothing of those after it
    if history.session and history.session[0] < session:
        history.session_before = history.session
    history.session = session, page


def _appearance(project: str, session: int | None, history: _History | None) -> TakenUp:
    """Give how a project appears in a release of *session*, or of none."""
    if history is None:
        return TakenUp(project, "first")
    if session is None:
        return TakenUp(project, "continued", history.page)
    last = history.session
    if last and last[0] == session:
        last = history.session_before
    if last is None:
        same = history.session is not None
        return TakenUp(project, "first") if same else TakenUp(project, "first_in_session", history.page)
    silent = session - last[0] - 1
    return TakenUp(project, "back" if silent > 0 else "continued", last[1], max(silent, 0))
