"""The parts of the home page: what they collect from a small archive, and the nodes that they make of it."""

from __future__ import annotations

from dataclasses import replace

from council.model.authorities import Records
from council.model.partial_dates import PartialDate
from council.model.releases import Session
from council_sphinx.core.site_archive import PictureFile, SiteArchive
from council_sphinx.views.home_activity import ProjectActivity
from council_sphinx.views.home_counts import HomeCounts, holdings
from council_sphinx.views.home_doors import HomeDoors
from council_sphinx.views.home_news import HomeNews
from council_sphinx.views.link_targets import ReleaseTarget
from council_sphinx.views.release_cards import Card, ReleaseCards, drawn_picture
from council_sphinx.views.small_drawings import small_drawing
from docutils import nodes
from small_archive import DIRECTORATES, PERSON, PROFILE, PROJECTS, archive, context, links, release


def test_a_card_has_the_picture_that_its_page_shows() -> None:
    newest, before = ReleaseCards(count=2).collect(archive(), "index")
    assert newest == Card(
        ReleaseTarget("sessions/c", "Informe del 2020-03-10", PartialDate("2020-03-10"), Session(2020, (3,))),
        "Un informe.",
        PictureFile("sessions/c/a.png", 40, 30),
    )
    assert before.picture is None
    (image,) = ReleaseCards.build(context(), (newest,))[0].findall(nodes.image)
    assert (image["uri"], image["width"], image["height"]) == ("sessions/c/a.png", "40", "30")


def test_a_card_without_a_picture_has_its_date_drawn() -> None:
    card = replace(ReleaseCards(count=1).collect(archive(), "index")[0], picture=None)
    (drawn,) = ReleaseCards.build(context(), (card,))[0].findall(drawn_picture)
    assert "<span>10</span><span>March</span><span>2020</span><span>Session 3 of 2020</span>" in drawn["html"]


def test_the_home_page_counts_what_releases_name() -> None:
    counted = holdings(archive(PERSON))
    assert (counted.releases, counted.sessions, counted.projects, counted.people) == (3, 3, 1, 1)
    told = HomeCounts.build(context(), HomeCounts().collect(archive(PERSON), "index"))
    assert links(told) == [("3 sessions", "indices/sessions.html"), ("1 project", "indices/projects.html")]
    assert "2020 year" in told[0].astext().replace("\n\n", " ")


def test_of_releases_that_report_no_session_the_home_page_says_how_many_do() -> None:
    known = archive()
    known.releases["sessions/news"] = replace(release("2020-04-10", 4), session=None)
    told = HomeCounts.build(context(), HomeCounts().collect(known, "index"))
    assert told[0].astext().startswith("4 releases, 3 of them on sessions\n\n3 sessions")


def test_each_door_has_a_sample_and_leads_to_a_page_that_there_is() -> None:
    content = HomeDoors.build(context(), HomeDoors().collect(archive(PERSON), "index"))
    assert links(content) == [
        ("Sessions", "indices/sessions.html"),
        ("Informe del 2020-03-10", "sessions/c.html"),
        ("Projects", "indices/projects.html"),
        ("Plan Mayor", "projects/plan.html"),
    ]
    assert len(list(content[0].findall(small_drawing))) == 2


def test_the_doors_tell_the_last_report_and_who_leads() -> None:
    doors = HomeDoors().collect(archive(PERSON), "index")
    assert doors.report is not None
    assert (doors.report.directorate.name, doors.report.told.quotation) == ("Dirección de Agua", "Avanza El Plan.")
    assert doors.leader is not None
    assert (doors.leader.person.name, doors.leader.directorate.name) == ("Ana Ruiz", "Dirección de Agua")


def test_the_news_are_those_of_the_last_session() -> None:
    releases = {
        "sessions/a": release("2020-01-10", 1, "Plan Mayor", "Museo Naval"),
        "sessions/b": release("2020-02-10", 2, "Plan Mayor"),
        "sessions/c": release("2020-03-10", 3, "El Plan", "Museo Naval", "Atlas Costero"),
    }
    records: Records = {"project": PROJECTS, "directorate": DIRECTORATES, "person": {}}
    news = HomeNews().collect(SiteArchive(releases, PROFILE, records, {}, frozenset()), "index")
    assert news is not None
    assert [project.name for project in news.new] == ["Atlas Costero"]
    assert [(returned.project.name, returned.sessions) for returned in news.back] == [("Museo Naval", 1)]


def test_the_most_active_are_those_of_the_last_year() -> None:
    releases = {
        "sessions/a": release("2018-01-10", 1, "Plan Mayor", "Atlas Costero"),
        "sessions/b": release("2020-02-10", 2, "Atlas Costero"),
    }
    records: Records = {"project": PROJECTS, "directorate": DIRECTORATES, "person": {}}
    active = ProjectActivity().collect(SiteArchive(releases, PROFILE, records, {}, frozenset()), "index")
    assert [(project.name, project.releases, len(project.dates)) for project in active.projects] == [
        ("Atlas Costero", 1, 2)
    ]
