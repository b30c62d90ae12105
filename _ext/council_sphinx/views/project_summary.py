"""What an archive knows of a project in a sentence: how often it was reported, from when to when, by whom, since when not."""

from __future__ import annotations

from dataclasses import dataclass

from council.archive.archive import Archive
from council.model.entries import Entry
from council.model.partial_dates import PartialDate

from council_sphinx.core.interface_strings import _, counted
from council_sphinx.views.link_targets import EntryTarget, known_targets
from council_sphinx.views.wording import dated, release_count

MOST_SESSIONS = 12
"""So many sessions without a mention are counted, a year or so; a new session changes no page of a project silent longer."""


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """How many releases name a project, and how many of them report sessions; the dates of the first and the last.

    *silence* is how many sessions the archive has behind the last mention, at most one more than :data:`MOST_SESSIONS`.
    """

    releases: int
    sessions: int
    first: PartialDate
    last: PartialDate
    directorates: tuple[EntryTarget, ...]
    silence: int


def project_summary(archive: Archive, project: Entry) -> ProjectSummary | None:
    """Give what is known of *project*; nothing where no dated release names it."""
    dates = [mention.date for mention in project.mentions if mention.date]
    if not dates:
        return None
    pages = dict.fromkeys(mention.page for mention in project.mentions)
    return ProjectSummary(
        releases=len(pages),
        sessions=sum(archive.releases[page].session is not None for page in pages),
        first=dates[0],
        last=dates[-1],
        directorates=known_targets(archive.directorates, project.directorates),
        silence=min(archive.chronology.sessions_after(project.mentions[-1].page), MOST_SESSIONS + 1),
    )


def how_often(summary: ProjectSummary) -> str:
    """Give ``6 sesiones y 2 comunicados más``, as many of each as there are."""
    others = summary.releases - summary.sessions
    if not summary.sessions:
        return release_count(others)
    sessions = counted("%d session", "%d sessions", summary.sessions)
    if not others:
        return sessions
    more = counted("%d other release", "%d other releases", others)
    return str(_("%(sessions)s and %(releases)s")) % {"sessions": sessions, "releases": more}


def how_silent(summary: ProjectSummary) -> str:
    """Give ``sin noticias desde hace 3 sesiones del archivo``, or nothing where the newest session or a later release names it."""
    if summary.silence > MOST_SESSIONS:
        return counted(
            "no news for more than %d session of the archive",
            "no news for more than %d sessions of the archive",
            MOST_SESSIONS,
        )
    if not summary.silence:
        return ""
    return counted("no news for %d session of the archive", "no news for %d sessions of the archive", summary.silence)


def summary_sentence(summary: ProjectSummary, language: str) -> str:
    """Give all of it as a sentence."""
    if summary.first == summary.last:
        when = dated(summary.last, _("on %s"), _("in %(period)s"), language)
    else:
        begun = dated(summary.first, _("from %s"), _("from %(period)s"), language)
        ended = dated(summary.last, _("to %s"), _("to %(period)s"), language)
        when = f"{begun} {ended}"
    told = [str(_("Project reported in %(releases)s, %(when)s")) % {"releases": how_often(summary), "when": when}]
    if summary.directorates:
        carriers = ", ".join(directorate.name for directorate in summary.directorates)
        told.append(str(_("carried by: %s")) % carriers)
    return "; ".join(filter(None, [*told, how_silent(summary)])) + "."
