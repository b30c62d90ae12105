"""The views of ``data/archive.sqlite``: what people ask of an archive, answered from its tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what it tells (a message), and its query."""

    name: str
    description: str
    query: str


VIEWS = (
    View(
        "releases_by_session",
        "The releases in the order of the council's sessions.",
        """
        SELECT sessions.year, sessions.number, extraordinary, sessions.session, slug, releases.date, title, page
        FROM sessions JOIN releases USING (slug)
        ORDER BY sessions.year, extraordinary, sessions.number, releases.date, slug
        """,
    ),
    View(
        "projects_by_year",
        "The projects that each year's releases name, and how many of them name each.",
        """
        SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, projects.id AS project, name, record,
          count(DISTINCT slug) AS releases
        FROM project_mentions JOIN projects ON projects.id = project
        WHERE date IS NOT NULL
        GROUP BY year, projects.id
        ORDER BY year, name, project
        """,
    ),
    View(
        "roles_through_time",
        "The roles of each person, with the dates of the first and the last release that tell them.",
        """
        SELECT people.id AS person, people.name, role, directorates.name AS directorate,
          min(date) AS first_told, max(date) AS last_told, count(DISTINCT slug) AS releases
        FROM person_mentions JOIN people ON people.id = person LEFT JOIN directorates ON directorates.id = directorate
        WHERE role IS NOT NULL
        GROUP BY people.id, role, directorate
        ORDER BY people.name, person, first_told, role, directorate
        """,
    ),
    View(
        "leaders_through_time",
        "Who led each directorate, by name, in the order of time.",
        """
        SELECT directorates.name AS directorate, coalesce(people.name, person) AS person, since, until,
          first_seen, last_seen, recorded
        FROM tenures JOIN directorates ON directorates.id = directorate LEFT JOIN people ON people.id = person
        ORDER BY directorates.name, directorates.id, coalesce(since, first_seen, until), person
        """,
    ),
)
